/** Gives what stands where a secret stood; the same secret gets the same mark, so that it can still be followed. */
export type MarkSecret = (secret: string) => string;

/** Stands where a secret stood that nothing else can be compared with. */
export const REDACTED = '<redacted>';

/** Every secret alike. */
export const hideSecret: MarkSecret = () => REDACTED;

/** Marks with the number of the secret, in the order in which secrets are met. */
export function numberSecrets(): MarkSecret {
  const numbers = new Map<string, number>();
  return (secret) => {
    const number = numbers.get(secret) ?? numbers.size + 1;
    numbers.set(secret, number);
    return secretMark(String(number));
  };
}

/** The mark of the secret that goes by this number or name. */
export const secretMark = (name: string): string => `<secret:${name}>`;

/** Whether a text is such a mark and nothing else. */
export const isMark = (text: string): boolean => /^<(?:secret:\w{1,64}|redacted)>$/.test(text);
