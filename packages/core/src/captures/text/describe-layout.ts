import { lastNumber, type Line } from '../../bundle/line.ts';
import { recordOf } from '../../facts/record-of.ts';
import { brokenWidth, columnsOf } from './broken-lines.ts';
import { expandTabs } from './column-heading.ts';

/** A `Key:   value` of a description, with the lines below that belong to it. */
export interface Field {
  readonly key: string;
  /** What stands behind the colon; may be empty. */
  readonly value: string;
  readonly line: Line;
  readonly body: readonly Line[];
}

/** The keys of one level, in the order in which they are printed. */
export type KeyOrder = ReadonlyMap<string, number>;

/** Keys in printing order, from texts that list them with commas. */
export const keyOrder = (...lists: readonly string[]): KeyOrder =>
  new Map(lists.flatMap((list) => list.split(', ')).map((key, i) => [key, i]));

/**
 * Cuts lines at the known keys of one level. A key counts only where the printing order allows it, so that texts inside
 * values (a `Name:` below `Volumes:`, a `Status:` in a message) are not taken for keys even where the indentation is lost.
 * Without `indent` a key may stand at any depth. What stands before the first key is in `before`.
 */
export function readFields(
  lines: readonly Line[],
  order: KeyOrder,
  indent?: number,
): { readonly before: readonly Line[]; readonly fields: readonly Field[] } {
  const before: Line[] = [];
  const fields: (Field & { readonly body: Line[] })[] = [];
  let rank = -1;
  for (const line of lines) {
    const found = keyIn(line.text, order, indent);
    if (found && found.rank >= rank) {
      rank = found.rank;
      fields.push({ key: found.key, value: found.value, line, body: [] });
    } else (fields.at(-1)?.body ?? before).push(line);
  }
  return { before, fields };
}

/** The last field of a key. */
export function fieldNamed(fields: readonly Field[], key: string): Field | undefined {
  for (let at = fields.length - 1; at >= 0; at--) if (fields[at]?.key === key) return fields[at];
  return undefined;
}

/** The value of a key; undefined where it is empty or `<none>`. */
export function valueOf(fields: readonly Field[], key: string): string | undefined {
  const value = fieldNamed(fields, key)?.value;
  return value === undefined || NOTHING.has(value) ? undefined : value;
}

/** The value and the lines below it, without blanks around them; nothing for `<none>`. */
export const textsOf = (field: Field | undefined): readonly string[] =>
  field === undefined
    ? []
    : [field.value, ...field.body.map(({ text }) => text.trim())].filter((text) => !NOTHING.has(text));

/** The key and value of a line, whatever the key is. */
export function readPair(text: string): { key: string; value: string } | undefined {
  const at = colonIn(text);
  return at < 1 ? undefined : { key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

/** The first colon that a blank or the end follows. */
function colonIn(text: string): number {
  let at = text.indexOf(':');
  while (at >= 0 && at < text.length - 1 && !BLANK.test(text.charAt(at + 1))) at = text.indexOf(':', at + 1);
  return at;
}

const BLANK = /\s/;

/** The pairs in lines, as a map. */
export function pairsOf(lines: readonly Line[]): Record<string, string> | undefined {
  const pairs: [string, string][] = [];
  for (const { text } of lines) {
    const pair = readPair(text);
    if (pair !== undefined && pair.value !== '') pairs.push([pair.key, pair.value]);
  }
  return pairs.length > 0 ? recordOf(pairs) : undefined;
}

/** Blanks before the text of a line. */
export function indentOf(text: string): number {
  let blanks = 0;
  while (text.charCodeAt(blanks) === SPACE) blanks++;
  const sign = text.charCodeAt(blanks);
  if (sign > SPACE && sign < DELETE) return blanks;
  const line = expandTabs(text);
  return line.length - line.trimStart().length;
}

const SPACE = 32;
const DELETE = 127;

/** Whether lines still have the depth they were printed with, or lost it on the way (pasted into a form, translated). */
export const isIndented = (lines: readonly Line[]): boolean => lines.some(({ text }) => /^(?: {2}|\t)\s*\S/.test(text));

/** Puts together what a terminal broke at its width: a line of full width goes on in one that begins nothing of its own. */
export function joinBroken(lines: readonly Line[], beginsSomething: (text: string) => boolean): readonly Line[] {
  const width = brokenWidth(lines);
  if (width === undefined || !isIndented(lines)) return lines;
  const joined: Line[] = [];
  let full = false;
  for (const line of lines) {
    const open = joined.at(-1);
    const goesOn = full && open !== undefined && line.text !== '' && !beginsSomething(line.text);
    if (goesOn) joined[joined.length - 1] = { ...open, text: open.text + line.text, endNumber: lastNumber(line) };
    else joined.push(line);
    full = columnsOf(line.text) === width;
  }
  return joined;
}

const NOTHING = new Set(['', '<none>', '<unset>', '<nil>']);

/** Whether a line has a key of its own, or is a padded row. */
export const beginsField = (text: string, order: KeyOrder): boolean =>
  /^(?: {2}|\t)/.test(text)
    ? /:(?:\s|$)|=/.test(text) || /^ {2}\S{1,100}(?: {2}| ?\t)\s*\S/.test(text)
    : order.has(readPair(text)?.key ?? '');

function keyIn(
  text: string,
  order: KeyOrder,
  indent: number | undefined,
): { key: string; value: string; rank: number } | undefined {
  if (indent !== undefined && indentOf(text) !== indent) return undefined;
  const pair = readPair(text);
  const rank = pair && order.get(pair.key);
  return pair === undefined || rank === undefined ? undefined : { key: pair.key, value: pair.value, rank };
}
