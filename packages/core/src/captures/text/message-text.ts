/** The text of a message that is looked through: no message is longer, and hostile text must not cost more. */
export const messageText = (message: string): string => message.slice(0, MAX_TEXT).replaceAll('\\"', '"');

const MAX_TEXT = 8000;

/** Classes of a text, each with what tells it; the order decides. */
export type Classes<Name extends string> = readonly (readonly [Name, RegExp])[];

/** The first class that tells itself in a text. */
export const firstClass = <Name extends string>(classes: Classes<Name>, text: string): Name | undefined =>
  classes.find(([, pattern]) => pattern.test(text))?.[0];
