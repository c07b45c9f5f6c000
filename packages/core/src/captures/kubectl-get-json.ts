import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
import { kindInList, objectReading, objectsOf, type PlacedObject } from './text/api-object.ts';
import { indentOf } from './text/describe-layout.ts';

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
  if (!/^\s{0,8}\{/.test(text)) return 0;
  if (ONE_LINE.test(text.slice(0, 4000))) return 3;
  if (!/^\s{0,8}\{\s*$/.test(text)) return 0;
  const keys = lines.map((line) => /^\s*"(\w{1,60})": /.exec(line.text)?.[1]);
  return keys.includes('apiVersion') || (keys.includes('kind') && (keys.includes('items') || keys.includes('metadata')))
    ? 3
    : 0;
}

/** Of an object on one line, what tells it from a record of a log. */
const ONE_LINE = /^\s{0,8}\{\s?"(?:apiVersion|kind)"\s?:\s?"[^"]{1,100}"\s?,\s?"(?:apiVersion|kind|metadata|items)"/;

/** Whether the object that the lines began with ends in the last of them. */
function isClosed(lines: readonly Line[]): boolean {
  const first = lines[0]?.text ?? '';
  const last = lines.findLast(({ text }) => text.trim() !== '')?.text ?? '';
  if (lines.length === 1) return /^\s*\{.*\}\s*$/.test(first);
  return /^\s*\}\s*$/.test(last) && indentOf(last) === indentOf(first);
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...lines];
  let read = 0;
  for (const placed of objectsIn(all)) {
    const reading = objectReading(placed, context.path);
    if (reading) yield reading;
    read++;
  }
  if (read === 0) context.unreadLines += all.length;
}

/** The items of a list one by one, as far as they are whole; else the object that the lines are. */
function* objectsIn(lines: readonly Line[]): Generator<PlacedObject, void, undefined> {
  const start = lines.findIndex(({ text }) => /^\s*"items": \[\s*$/.test(text)) + 1;
  if (start === 0) return yield* wholeIn(lines);
  const kind = lines.map(({ text }) => LIST_KIND.exec(text)?.[1]).find((name) => name !== undefined);
  const depth = indentOf(lines[start]?.text ?? '');
  let from = start;
  for (let i = start; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    if (indentOf(text) < depth) return;
    if (indentOf(text) !== depth || !/\},?\s*$/.test(text)) continue;
    yield* placedIn(lines.slice(from, i + 1), kind);
    from = i + 1;
  }
}

const LIST_KIND = /^\s*"kind": "([A-Z]\w{1,100})List",?\s*$/;

function* placedIn(lines: readonly Line[], kind: string | undefined): Generator<PlacedObject, void, undefined> {
  const value = parsed(textOf(lines).replace(/,\s*$/, ''));
  if (value !== undefined && lines[0]) yield { value, lines: lines as [Line, ...Line[]], kind };
}

function* wholeIn(lines: readonly Line[]): Generator<PlacedObject, void, undefined> {
  const value = parsed(textOf(lines));
  if (value === undefined || !lines[0]) return;
  const kind = kindInList(value);
  for (const one of objectsOf(value)) yield { value: one, lines: lines as [Line, ...Line[]], kind };
}

const textOf = (lines: readonly Line[]): string => lines.map(({ text }) => text).join('\n');

/** Undefined for what is no JSON, or too large or too deep to be an object of the API. */
function parsed(text: string): unknown {
  if (text.length > MAX_SIZE) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const MAX_SIZE = 64 * 1024 * 1024;
