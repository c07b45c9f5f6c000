/** Names of the variables that a condition's value holds: `{region}.dp.example.com` holds `region`. */
export const variablesIn = (value: string): readonly string[] =>
  [...value.matchAll(VARIABLE)].map((found) => found[1]!);

/** Names of the placeholders that a text holds: `Calls from {{region}}` holds `region`. */
export const placeholdersIn = (text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)].map((found) => found[1]!);

/** Where a value holds a brace that begins no variable, or a text `{{` that begins no placeholder; -1 if nowhere. */
export const strayBrace = (text: string, opening: '{' | '{{'): number =>
  text.replace(opening === '{' ? VARIABLE : PLACEHOLDER, (found) => ' '.repeat(found.length)).indexOf(opening);

const NAME = '[A-Za-z][A-Za-z0-9_]*(?:[ -][A-Za-z0-9_]+)*';

/** A variable of a condition: `{name}`. */
const VARIABLE = new RegExp(`(?<!\\{)\\{(${NAME})\\}(?!\\})`, 'g');

/** A placeholder of a text: `{{name}}`. */
const PLACEHOLDER = new RegExp(`\\{\\{(${NAME})\\}\\}`, 'g');
