import type { Line } from '../bundle/line.ts';
import type { ObjectFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
import { indentOf } from './text/describe-layout.ts';
import { originOf } from './text/origin.ts';

/**
 * `kubectl get -o yaml` of an object whose kind has no reader of its own: which one it is.
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
  ends: (lines) => endOf(lines),
};

function recognize(lines: readonly Line[]): Recognition {
  if (!/^apiVersion: \S+$/.test(lines[0]?.text.trimEnd() ?? '')) return 0;
  const kind = lines.map(({ text }) => KIND.exec(text)?.[1]).find((name) => name !== undefined);
  return kind !== undefined && !LISTS.has(kind) ? 2 : 0;
}

const KIND = /^kind: ([A-Z][A-Za-z]{0,100})\s*$/;

/** Config maps are read by another. */
const LISTS = new Set(['List', 'ConfigMap', 'ConfigMapList']);

const CONTINUES =
  /^(?:\s|$|#|- |(?:kind|metadata|spec|status|data|stringData|binaryData|immutable|type|rules|roleRef|subjects|secrets|imagePullSecrets|provisioner|parameters|webhooks|subsets|value|automountServiceAccountToken):(?:\s|$)|\.\.\.\s*$)/;

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...lines];
  const [first] = all;
  const kind = all.map(({ text }) => KIND.exec(text)?.[1]).find((name) => name !== undefined);
  if (!first || kind === undefined) return;
  const metadata = metadataOf(all);
  const named = metadata.get('name');
  const last = all.findLast(({ text }) => text.trim() !== '');
  const fact = known<ObjectFact>({
    kind: 'object',
    origin: originOf(context.path, first, last),
    objectKind: kind.toLowerCase(),
    namespace: metadata.get('namespace')?.value,
    name: named?.value,
  });
  yield { fact, quotes: { '': named?.line ?? first } };
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
