import type { Line } from '../bundle/line.ts';
import type { ObjectFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import {
  HEAD_LINES,
  type CaptureContext,
  type CaptureKind,
  type Complete,
  type Reading,
  type Recognition,
} from './capture.ts';
import { objectReading } from './text/api-object.ts';
import { indentOf } from './text/describe-layout.ts';
import { originOf } from './text/origin.ts';
import { yamlValue } from './text/yaml-value.ts';

/**
 * `kubectl get -o yaml` of one object or a list of them. Of an object whose text is damaged: which one it is.
 *
 *     apiVersion: v1
 *     kind: Pod
 *     metadata:
 *       name: catalog-svc-28865542-9696w
 *       namespace: shop
 */
export const kubectlGetYaml: CaptureKind = {
  name: 'kubectl get -o yaml',
  recognize,
  continues: ({ text }) => CONTINUES.test(text),
  parse,
  headingLines: (lines) => listHead(lines),
  splitsBefore: beginsItem,
  ends: (lines) => endOf(lines),
};

function recognize(lines: readonly Line[]): Recognition {
  if (!MAY_BEGIN.test(lines[0]?.text ?? '')) return 0;
  const [first = '', ...texts] = lines.map(({ text }) => text.trimEnd()).filter((text) => text !== '');
  if (!/^apiVersion: \S+$/.test(first)) return 0;
  if (texts[0] === 'items:') return /^\s{0,4}- apiVersion: /.test(texts[1] ?? '') ? 2 : 0;
  const kind = texts.map((text) => KIND.exec(text)?.[1]).find((name) => name !== undefined);
  return kind !== undefined && !LISTS.has(kind) ? 2 : 0;
}

/** A blank line does not count. */
const MAY_BEGIN = /^(?:apiVersion: |\s*$)/;

const KIND = /^kind: ([A-Z][A-Za-z]{0,100})\s*$/;

/** Config maps are read by another. */
const LISTS = new Set(['List', 'ConfigMap', 'ConfigMapList']);

const CONTINUES =
  /^(?:\s|$|#|- |(?:items|kind|metadata|spec|status|data|stringData|binaryData|immutable|type|rules|roleRef|subjects|secrets|imagePullSecrets|provisioner|parameters|webhooks|subsets|value|automountServiceAccountToken):(?:\s|$)|\.\.\.\s*$)/;

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const own of objectsIn([...context.head, ...lines].filter(({ text }) => text.trim() !== ''))) {
    const value = valueOf(own);
    const reading =
      value === undefined ? identityIn(own, context.path) : objectReading({ value, lines: own }, context.path);
    if (reading) yield reading;
    else context.unreadLines += own.length;
  }
}

/** How many lines stand above the first item of a list; none where it is no list. */
const listHead = (lines: readonly Line[]): number => lines.findIndex(({ text }) => ITEMS.test(text)) + 1;

const ITEMS = /^items:\s*$/;

/** How far the items of a list are indented of which this is the first line; undefined where it is none. */
const depthOfItems = (first: Line | undefined): number | undefined => /^ *(?=- )/.exec(first?.text ?? '')?.[0].length;

/** Whether an item of the list begins in the line. */
function beginsItem({ text }: Line, lines: readonly Line[]): boolean {
  const head = lines.slice(0, HEAD_LINES);
  const start = listHead(head);
  const depth = start === 0 ? undefined : depthOfItems(lines.slice(start).find((line) => line.text.trim() !== ''));
  return depth !== undefined && text.startsWith('- ', depth) && indentOf(text) === depth;
}

/** The lines of each item of a list, or all of them. */
function objectsIn(lines: readonly Line[]): readonly (readonly [Line, ...Line[]])[] {
  const start = listHead(lines);
  const depth = start === 0 ? undefined : depthOfItems(lines[start]);
  if (depth === undefined) return [lines].filter(isFilled);
  const heads = lines.flatMap(({ text }, i) =>
    i >= start && text.startsWith('- ', depth) && indentOf(text) === depth ? [i] : [],
  );
  const end = lines.findIndex(({ text }, i) => i > start && /^[a-z]/i.test(text));
  const ends = (i: number): number => heads[i + 1] ?? (end < 0 ? lines.length : end);
  return heads.map((at, i): readonly Line[] => lines.slice(at, ends(i))).filter(isFilled);
}

const isFilled = (lines: readonly Line[]): lines is readonly [Line, ...Line[]] => lines.length > 0;

/** The object that lines spell; an entry of a list begins with a dash. */
function valueOf(lines: readonly Line[]): unknown {
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .replace(/^( *)- /, '$1  ');
  return yamlValue(text);
}

/** Which object lines are of, told without reading them whole. */
function identityIn(lines: readonly [Line, ...Line[]], path: string): Reading | undefined {
  const kind = lines.map(({ text }) => KIND.exec(text)?.[1]).find((name) => name !== undefined);
  if (kind === undefined) return undefined;
  const metadata = metadataOf(lines);
  const named = metadata.get('name');
  const fact = known<ObjectFact>({
    kind: 'object',
    origin: originOf(path, lines[0], lines.at(-1)),
    objectKind: kind.toLowerCase(),
    namespace: metadata.get('namespace')?.value,
    name: named?.value,
  });
  return { fact, quotes: { '': named?.line ?? lines[0] } };
}

interface Plain {
  readonly value: string;
  readonly line: Line;
}

/** The plain keys right below `metadata:`. */
function metadataOf(lines: readonly Line[]): ReadonlyMap<string, Plain> {
  const start = lines.findIndex(({ text }) => /^metadata:\s*$/.test(text)) + 1;
  const depth = indentOf(lines[start]?.text ?? '');
  const below = start === 0 || depth === 0 ? [] : lines.slice(start);
  const end = below.findIndex(({ text }) => /^\S/.test(text));
  const found = (end < 0 ? below : below.slice(0, end)).filter(({ text }) => indentOf(text) === depth).map(plainOf);
  return new Map(found.filter((entry) => entry !== undefined).toReversed());
}

function plainOf(line: Line): readonly [string, Plain] | undefined {
  const [, key, value = ''] = KEY.exec(line.text) ?? [];
  return key === undefined ? undefined : [key, { value: value.replace(/^(["'])(.*)\1$/, '$2'), line }];
}

const KEY = /^\s*(name|namespace): (\S{1,260})\s*$/;

const endOf = (lines: readonly Line[]): Complete =>
  lines.some(({ text }) => text.startsWith('metadata:')) ? 'yes' : 'no';
