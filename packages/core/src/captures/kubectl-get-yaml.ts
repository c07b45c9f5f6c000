import type { Line } from '../bundle/line.ts';
import type { ObjectFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Complete, Reading, Recognition } from './capture.ts';
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

/** The plain keys right below `metadata:`. */
function metadataOf(lines: readonly Line[]): ReadonlyMap<string, { readonly value: string; readonly line: Line }> {
  const found = new Map<string, { readonly value: string; readonly line: Line }>();
  const start = lines.findIndex(({ text }) => /^metadata:\s*$/.test(text));
  const depth = /^\s+/.exec(lines[start + 1]?.text ?? '')?.[0].length;
  if (start < 0 || depth === undefined) return found;
  for (const line of lines.slice(start + 1)) {
    if (/^\S/.test(line.text)) break;
    const [, key, value = ''] = KEY.exec(line.text.slice(depth)) ?? [];
    if (key !== undefined && line.text.slice(0, depth).trim() === '' && !found.has(key))
      found.set(key, { value: value.replace(/^(["'])(.*)\1$/, '$2'), line });
  }
  return found;
}

const KEY = /^(name|namespace): (\S{1,260})\s*$/;

function endOf(lines: readonly Line[]): Complete {
  return lines.some(({ text }) => /^metadata:/.test(text)) ? 'yes' : 'no';
}
