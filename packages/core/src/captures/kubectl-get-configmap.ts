import { isMap, isSeq, LineCounter, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Line } from '../bundle/line.ts';
import type { ConfigMapFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Complete, Quotes, Reading, Recognition, Command } from './capture.ts';
import { readHosts } from './text/coredns-hosts.ts';
import { originOf } from './text/origin.ts';
import { tooDeep } from './text/yaml-depth.ts';

/**
 * `kubectl get configmap NAME -o yaml`, one object or a list of them; also a manifest somebody wrote.
 *
 *     apiVersion: v1
 *     data:
 *       extensionsdp.override: |
 *         hosts {
 *           20.39.12.229 eastus.dp.kubernetesconfiguration.azure.com
 *           fallthrough
 *         }
 *     kind: ConfigMap
 *     metadata:
 *       name: coredns-custom
 *       namespace: kube-system
 */
export const kubectlGetConfigmap: CaptureKind = {
  name: 'kubectl get configmap',
  recognize,
  continues: ({ text }) => CONTINUES.test(text) && !HEAD.test(text),
  parse,
  ends,
};

function recognize(lines: readonly Line[], { command }: { readonly command?: Command }): Recognition {
  if (!HEAD.test(lines[0]?.text ?? '')) return 0;
  const texts = lines.map(({ text }) => text);
  const kind = texts.map((text) => /^(?:- |\s{0,4})kind:\s*(\w+)/.exec(text)?.[1]).find((name) => name !== undefined);
  if (kind !== undefined && kind !== 'List' && kind !== 'ConfigMapList') return kind === 'ConfigMap' ? 3 : 0;
  if (isAsked(command)) return 3;
  const list = texts.some((text) => text.startsWith('items:'));
  const data = texts.some((text) => (list ? /^(?:- |\s{2,4})data:/ : /^data:/).test(text));
  return data && texts.some((text) => /apiVersion:\s*v1\s*$/.test(text)) ? 2 : 0;
}

/** Reading YAML costs a second and 100 MB for each megabyte. */
const MAX_YAML_BYTES = 4 * 1024 * 1024;

const HEAD = /^(?:---\s*$|apiVersion:\s)/;

/** What may stand in such a document: anything indented, its keys, entries of its list, comments. */
const CONTINUES = /^(?:\s|$|#|- |(?:data|binaryData|immutable|items|kind|metadata):(?:\s|$)|\.\.\.\s*$)/;

const isAsked = (command: Command | undefined): boolean =>
  command?.verb === 'get' && command.resource === 'configmaps' && command.output === 'yaml';

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  const all = [...lines];
  const counter = new LineCounter();
  const document = read(all, context, counter);
  if (!document) return;
  for (const map of objectsIn(document)) {
    const start = map.range ? counter.linePos(map.range[0]).line - 1 : 0;
    const end = map.range ? counter.linePos(map.range[1]).line - 1 : all.length - 1;
    const own = all.slice(start, Math.max(start, end) + 1);
    const reading = readConfigMap(map, own, context);
    if (reading) yield reading;
  }
}

/** The document, or nothing: what is too large, too deep or damaged is told in a note. */
function read(lines: readonly Line[], context: CaptureContext, lineCounter: LineCounter): Document | undefined {
  const [first] = lines;
  const size = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
  if (size > (context.limits?.yamlBytes ?? MAX_YAML_BYTES)) {
    context.note('limit-object-size', 'a YAML document was not read: it is larger than the limit', first?.number);
    return refuse(lines, context);
  }
  const text = lines.map((line) => line.text).join('\n');
  if (tooDeep(text, context.limits?.objectDepth)) {
    context.note('object-damaged', 'a YAML document was not read: it is nested too deeply', first?.number);
    return refuse(lines, context);
  }
  const options = { version: '1.2', schema: 'failsafe', merge: false, uniqueKeys: false, prettyErrors: false } as const;
  const document = parseDocument(text, { ...options, logLevel: 'silent', lineCounter });
  const [error] = document.errors;
  if (!error) return document;
  const line = lines[lineCounter.linePos(error.pos[0]).line - 1] ?? first;
  context.note('object-damaged', `a YAML document was not read: ${error.message}`, line?.number);
  return refuse(lines, context);
}

function refuse(lines: readonly Line[], context: CaptureContext): undefined {
  context.unreadLines += lines.length;
}

function objectsIn(document: Document): readonly YAMLMap[] {
  const { contents } = document;
  if (!isMap(contents)) return [];
  const items = contents.get('items');
  return isSeq(items) ? items.items.filter(isMap) : [contents];
}

function readConfigMap(map: YAMLMap, lines: readonly Line[], context: CaptureContext): Reading | undefined {
  const kind = textAt(map, ['kind']);
  if (kind === undefined ? !isAsked(context.command) : kind !== 'ConfigMap') return undefined;
  const data = dataOf(map);
  const first = lines[0];
  if (!first) return undefined;
  const hosts = Object.entries(data ?? {}).flatMap(([key, text]) => readHosts(text, key));
  const fact = known<ConfigMapFact>({
    kind: 'config-map',
    origin: originOf(context.path, first, lines.at(-1)),
    namespace: textAt(map, ['metadata', 'namespace']),
    name: textAt(map, ['metadata', 'name']),
    data,
    hosts: hosts.length > 0 ? hosts : undefined,
  });
  return { fact, quotes: quotesOf(fact, lines, first) };
}

function textAt(map: YAMLMap, path: readonly string[]): string | undefined {
  const value = map.getIn(path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function dataOf(map: YAMLMap): Record<string, string> | undefined {
  const data = map.get('data');
  if (!isMap(data)) return undefined;
  const pairs = data.items
    .map((pair) => [scalarText(pair.key), scalarText(pair.value)] as const)
    .filter((pair): pair is readonly [string, string] => pair[0] !== undefined && pair[1] !== undefined);
  return Object.fromEntries(pairs);
}

/** Only plain text: an alias could stand for far more than the document shows. */
function scalarText(node: unknown): string | undefined {
  const value = typeof node === 'object' && node !== null && 'value' in node ? node.value : undefined;
  return typeof value === 'string' ? value : undefined;
}

function quotesOf(fact: ConfigMapFact, lines: readonly Line[], first: Line): Quotes {
  const [host] = fact.hosts ?? [];
  const found = {
    name: lines.find(({ text }) => fact.name !== undefined && text.trim() === `name: ${fact.name}`),
    hosts: host && lines.find(({ text }) => text.includes(host.address) && text.toLowerCase().includes(host.name)),
  };
  const entries = Object.entries(found).filter((entry): entry is [string, Line] => entry[1] !== undefined);
  return { '': found.name ?? first, ...Object.fromEntries(entries) };
}

/** kubectl prints the metadata last, and the kind of a list. */
function ends(lines: readonly Line[]): Complete {
  const has = (pattern: RegExp): boolean => lines.some(({ text }) => pattern.test(text));
  return has(/^kind:\s/) && has(/^metadata:/) ? 'yes' : 'no';
}
