import { placeholdersIn } from '../rules/variable.ts';
import { spellings, type Bindings } from './bindings.ts';

/** A text for people: all values of a variable, `<name>` where it has none. */
export const fillText = (text: string, bindings: Bindings): string =>
  fill(text, (name) => spellings(bindings, name).join(', ') || `<${name}>`);

/** A command to paste: one value, and quotes around all that a shell would take apart or act on. */
export const fillRun = (text: string, bindings: Bindings): string =>
  fill(text, (name) => shellWord(spellings(bindings, name)[0] ?? `<${name}>`));

/** A command to read: as `fillRun`, but a name to be filled in stands without quotes. */
export const fillCommand = (text: string, bindings: Bindings): string =>
  fill(text, (name) => (bindings.has(name) ? shellWord(spellings(bindings, name)[0]!) : `<${name}>`));

/** A file's content: one value as it is, on one line. */
export const fillFile = (text: string, bindings: Bindings): string =>
  fill(text, (name) => spellings(bindings, name)[0]?.replace(LINE_ENDS, ' ') ?? `<${name}>`);

/** Whether every placeholder of a text has a value. */
export const canFill = (text: string, bindings: Bindings): boolean =>
  placeholdersIn(text).every((name) => bindings.has(name));

/** The word as a shell takes it: unchanged where it is harmless, else in single quotes. */
export const shellWord = (word: string): string =>
  HARMLESS.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

const HARMLESS = /^[A-Za-z0-9._:/=@%+-]+$/;
const LINE_ENDS = /[\r\n\u0085\u2028\u2029]+/g;

/** One pass from the left: a value that looks like a placeholder stays as it is. */
function fill(text: string, valueOf: (name: string) => string): string {
  const filled: string[] = [];
  let rest = text;
  for (const name of placeholdersIn(text)) {
    const at = rest.indexOf(`{{${name}}}`);
    filled.push(rest.slice(0, at), valueOf(name));
    rest = rest.slice(at + name.length + 4);
  }
  return filled.join('') + rest;
}
