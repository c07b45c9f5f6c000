import type { Line } from '../../bundle/line.ts';
import { indentOf } from './describe-layout.ts';
import { objectsFrom } from './json-objects.ts';

/** The text of an object with its lines. */
export interface Piece {
  readonly text: string;
  readonly lines: readonly [Line, ...Line[]];
}

/** The objects of a list one by one, as far as they are whole; else the object that the lines are. */
export function objectsIn(lines: readonly Line[]): Generator<Piece, void, undefined> {
  const start = firstOfList(lines);
  return start === undefined ? wholeIn(lines) : itemsIn(lines, start);
}

/** Where the first object of a list stands whose lines have a depth. A pod has lists of items as well, but deeper. */
export function firstOfList(lines: readonly Line[]): number | undefined {
  if (/^\s*\[\s*$/.test(lines[0]?.text ?? '')) return 1;
  const depth = indentOf(lines[1]?.text ?? '');
  const at = lines.findIndex(({ text }) => /^\s*"items": \[\s*$/.test(text) && indentOf(text) === depth);
  return at < 0 ? undefined : at + 1;
}

/** The kind that a list says its objects are of. */
export function kindOfList(lines: readonly Line[]): string | undefined {
  for (const { text } of lines) {
    const name = LIST_KIND.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

const LIST_KIND = /"kind"\s?:\s?"([A-Z]\w{1,100})List"/;

/**
 * Whether a long list may be read in two parts before a line: it begins an object, the line above ends one, the list has
 * not ended before, and nothing below is needed to know of which kind the objects are.
 */
export function isBetweenObjects({ text }: Line, lines: readonly Line[]): boolean {
  if (!BEGINS_OBJECT.test(text) || !ENDS_OBJECT.test(lines.at(-1)?.text ?? '')) return false;
  const start = firstOfList(lines);
  return start !== undefined && standsInList(indentOf(text), lines.slice(start)) && tellsKind(lines, start);
}

const BEGINS_OBJECT = /^\s*\{\s*$/;
const ENDS_OBJECT = /^\s*\},\s*$/;

function standsInList(depth: number, above: readonly Line[]): boolean {
  const ends = [above[0], above.at(-1)].every((line) => line !== undefined && indentOf(line.text) === depth);
  return ends && above.every((line) => indentOf(line.text) >= depth);
}

/** The list names it, or the first object does, as all do then. */
function tellsKind(lines: readonly Line[], start: number): boolean {
  if (kindOfList(lines.slice(0, start)) !== undefined) return true;
  const [outer, inner] = lines.slice(start, start + 2).map(({ text }) => indentOf(text));
  const end = lines.findIndex(({ text }, at) => at > start && indentOf(text) === outer);
  return lines.slice(start, end).some(({ text }) => OWN_KIND.test(text) && indentOf(text) === inner);
}

const OWN_KIND = /^\s*"kind": "[A-Z]/;

/** Cut by their depth, so that one that is damaged does not spoil the others. */
function* itemsIn(lines: readonly Line[], start: number): Generator<Piece, void, undefined> {
  const depth = indentOf(lines[start]?.text ?? '');
  let from = start;
  for (let i = start; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    const own = indentOf(text);
    if (own < depth) return;
    if (own !== depth || !/\},?\s*$/.test(text)) continue;
    yield* pieceOf(lines.slice(from, i + 1));
    from = i + 1;
  }
}

function* pieceOf(lines: readonly Line[]): Generator<Piece, void, undefined> {
  if (isFilled(lines)) yield { text: textOf(lines).replace(/,\s*$/, ''), lines };
}

const isFilled = (lines: readonly Line[]): lines is readonly [Line, ...Line[]] => lines.length > 0;

/** One object; or the objects of a list on one line, cut by their brackets, so that of a line that is cut the whole ones are read. */
function* wholeIn(lines: readonly Line[]): Generator<Piece, void, undefined> {
  const [line, second] = lines;
  const list = line && second === undefined ? LIST_ON_A_LINE.exec(line.text.slice(0, 4000)) : null;
  if (!line || !list) return yield* pieceOf(lines);
  for (const text of objectsFrom(line.text, list.index + list[0].length)) yield { text, lines: [line] };
}

const LIST_ON_A_LINE = /^\s*\[(?=\{)|"items"\s?:\s?\[/;

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');
