import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
import { objectReading, type PlacedObject } from './text/api-object.ts';
import { kindOfPath } from './text/api-kind.ts';
import { indentOf } from './text/describe-layout.ts';
import { objectsFrom } from './text/json-objects.ts';
import { jsonValue } from './text/json-value.ts';

/**
 * `kubectl get -o json` of one object or a list of them, also the files that collectors write so. Of a list that was cut
 * the items that are whole are read.
 *
 *     {
 *         "apiVersion": "v1",
 *         "kind": "Pod",
 *         "metadata": {
 *             "name": "extension-agent-55d4f4795f-sqx7q",
 *             "namespace": "kube-system"
 *         },
 */
export const kubectlGetJson: CaptureKind = {
  name: 'kubectl get -o json',
  recognize,
  continues: ({ text }, { lines }) => JSON_LINE.test(text) && !isClosed(lines),
  parse,
  ends: (lines): Complete => (isClosed(lines) ? 'yes' : 'no'),
};

const JSON_LINE = /^\s*(?:$|["{}[\]]|-?\d|true\b|false\b|null\b)/;

function recognize(lines: readonly Line[]): Recognition {
  const text = lines[0]?.text ?? '';
  if (!/^\s{0,8}[{[]/.test(text)) return 0;
  if (ONE_LINE.test(text.slice(0, 4000))) return 3;
  const keys = lines.map((line) => /^\s*"(\w{1,60})": /.exec(line.text)?.[1]);
  if (/^\s*\{\s*$/.test(text)) return isObject(keys) ? 3 : 0;
  const opens = /^\s*\[\s*$/.test(text) && /^\s*\{\s*$/.test(lines[1]?.text ?? '');
  return opens && keys.includes('metadata') ? 2 : 0;
}

const isObject = (keys: readonly (string | undefined)[]): boolean =>
  keys.includes('apiVersion') || (keys.includes('kind') && (keys.includes('items') || keys.includes('metadata')));

/** Of objects on one line, what tells them from a record of a log. */
const ONE_LINE =
  /^\s{0,8}\[?\{\s?"(?:(?:apiVersion|kind)"\s?:\s?"[^"]{1,100}"\s?,\s?"(?:apiVersion|kind|metadata|items)"|metadata"\s?:\s?\{\s?"(?:name|annotations|labels|creationTimestamp|generateName)")/;

/** Whether the object that the lines began with ends in the last of them. */
function isClosed(lines: readonly Line[]): boolean {
  const first = lines[0]?.text ?? '';
  const last = lines.findLast(({ text }) => text.trim() !== '')?.text ?? '';
  if (lines.length === 1) return /^\s*(?:\{.*\}|\[.*\])\s*$/.test(first);
  return /^\s*[}\]]\s*$/.test(last) && indentOf(last) === indentOf(first);
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...lines];
  let read = 0;
  for (const placed of placedIn(all, kindOfPath(context.path))) {
    const reading = objectReading(placed, context.path);
    if (reading) yield reading;
    read++;
  }
  if (read === 0 && !all.some(({ text }) => /"items"\s?:\s?(?:\[\s*\]|null)/.test(text)))
    context.unreadLines += all.length;
}

/** The objects of a list one by one, as far as they are whole; else the object that the lines are. */
function* placedIn(lines: readonly Line[], named: string | undefined): Generator<PlacedObject, void, undefined> {
  const start = firstOfList(lines);
  const kind = lines.map(({ text }) => LIST_KIND.exec(text)?.[1]).find((name) => name !== undefined) ?? named;
  const pieces = start === undefined ? wholeIn(lines) : itemsIn(lines, start);
  for (const { text, lines: own } of pieces) {
    const value = jsonValue(text);
    if (value !== undefined) yield { value, lines: own, kind };
  }
}

/** The text of an object with its lines. */
interface Piece {
  readonly text: string;
  readonly lines: readonly [Line, ...Line[]];
}

/** Where the first object of a list stands whose lines have a depth. A pod has lists of items as well, but deeper. */
function firstOfList(lines: readonly Line[]): number | undefined {
  if (/^\s*\[\s*$/.test(lines[0]?.text ?? '')) return 1;
  const depth = indentOf(lines[1]?.text ?? '');
  const at = lines.findIndex(({ text }) => /^\s*"items": \[\s*$/.test(text) && indentOf(text) === depth);
  return at < 0 ? undefined : at + 1;
}

/** Cut by their depth, so that one that is damaged does not spoil the others. */
function* itemsIn(lines: readonly Line[], start: number): Generator<Piece, void, undefined> {
  const depth = indentOf(lines[start]?.text ?? '');
  let from = start;
  for (let i = start; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    if (indentOf(text) < depth) return;
    if (indentOf(text) !== depth || !/\},?\s*$/.test(text)) continue;
    yield* pieceOf(lines.slice(from, i + 1));
    from = i + 1;
  }
}

function* pieceOf(lines: readonly Line[]): Generator<Piece, void, undefined> {
  const [first, ...rest] = lines;
  if (first) yield { text: textOf(lines).replace(/,\s*$/, ''), lines: [first, ...rest] };
}

/** One object; or the objects of a list on one line, cut by their brackets, so that of a line that is cut the whole ones are read. */
function* wholeIn(lines: readonly Line[]): Generator<Piece, void, undefined> {
  const [line, second] = lines;
  const list = line && second === undefined ? LIST_ON_A_LINE.exec(line.text.slice(0, 4000)) : null;
  if (!line || !list) return yield* pieceOf(lines);
  for (const text of objectsFrom(line.text, list.index + list[0].length)) yield { text, lines: [line] };
}

const LIST_ON_A_LINE = /^\s*\[(?=\{)|"items"\s?:\s?\[/;

const LIST_KIND = /"kind"\s?:\s?"([A-Z]\w{1,100})List"/;

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');
