import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
import { objectReading, type PlacedObject } from './text/api-object.ts';
import { kindOfPath } from './text/api-kind.ts';
import { textAt } from './text/api-value.ts';
import { indentOf } from './text/describe-layout.ts';
import { firstOfList, isBetweenObjects, kindOfList, objectsIn } from './text/json-list.ts';
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
  headingLines: (lines) => firstOfList(lines) ?? 0,
  splitsBefore: isBetweenObjects,
  ends: (lines, head = []): Complete => (isClosed([...head, ...lines]) ? 'yes' : 'no'),
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
  if (lines.length === 1) return /^\s*(?:\{.*\}|\[.*\])\s*$/.test(first);
  const last = lastFilled(lines);
  return last !== undefined && indentOf(last) === indentOf(first) && /^\s*[}\]]\s*$/.test(last);
}

function lastFilled(lines: readonly Line[]): string | undefined {
  let at = lines.length - 1;
  while (at >= 0 && !/\S/.test(lines[at]?.text ?? '')) at--;
  return lines[at]?.text;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...context.head, ...lines];
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
  let listed: { readonly kind: string | undefined } | undefined;
  for (const { text, lines: own } of objectsIn(lines)) {
    const value = jsonValue(text);
    if (textAt(value, 'kind') === undefined) listed ??= { kind: kindOfList(lines) ?? named };
    if (value !== undefined) yield { value, lines: own, kind: listed?.kind };
  }
}
