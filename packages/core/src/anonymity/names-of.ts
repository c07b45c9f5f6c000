import { podStem } from '../facts/component.ts';
import type { FactSet } from '../facts/fact-set.ts';
import { workloadOf } from '../facts/workload.ts';
import { isPublicHost, isWellKnown, ownedHost } from './well-known.ts';

/** Names that tell whose cluster it is, in lower case. */
export interface Names {
  readonly kinds: ReadonlyMap<string, 'name' | 'host'>;
  /** By the first word of names: of how many words the longest of them is. */
  readonly longest: ReadonlyMap<string, number>;
}

/** Makes names findable by their first word. */
export function indexNames(kinds: ReadonlyMap<string, 'name' | 'host'>): Names {
  const longest = new Map<string, number>();
  for (const name of kinds.keys()) {
    const words = name.split(WORD_ENDS);
    longest.set(words[0] ?? '', Math.max(longest.get(words[0] ?? '') ?? 0, words.length));
  }
  return { kinds, longest };
}

/** What joins the words of a name. */
const WORD_ENDS = /[-._]{1,3}/;

/**
 * Collects what facts and the captures they come from give names to: objects, releases, hosts, and what ids of Azure
 * resources name. Of a pod it is the name without its generated part, which stays.
 */
export function namesOf(facts: Pick<FactSet, 'all' | 'sources'>, others: readonly string[] = []): Names {
  return indexNames(collectNames(facts, others));
}

/** The same, not yet findable. */
export function collectNames(facts: Pick<FactSet, 'all' | 'sources'>, others: readonly string[] = []): Collected {
  const names = new Map<string, 'name' | 'host'>();
  for (const { fact, quotes } of facts.all) {
    collect(fact, fact.kind, names);
    for (const { text } of Object.values(quotes)) addResources(text, names);
  }
  for (const { about } of facts.sources) if (about) collect(about, about.kind, names);
  for (const other of others) addName(other, names);
  return names;
}

/** Names in the order in which they were met. */
export type Collected = Map<string, 'name' | 'host'>;

const NAME_FIELDS = new Set(
  (
    'namespace name ref node nominatedNode workload workloads release objectName serviceAccount cluster resourceGroup job ' +
    'container volume'
  ).split(' '),
);
const HOST_FIELDS = new Set(['host', 'hosts', 'query', 'server', 'names', 'aliases']);
const APP_LABELS = new Set(['app', 'app.kubernetes.io/name', 'app.kubernetes.io/instance', 'release']);

/** Goes through a value; `within` is the field, or the kind of fact, that it stands in. */
function collect(value: unknown, within: string, names: Collected): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, field] of Object.entries(value)) {
    for (const one of Array.isArray(field) ? (field as unknown[]) : [field]) {
      if (typeof one === 'string') take(one, { key, within: kindOr(within, key, value) }, names);
      else collect(one, key, names);
    }
  }
}

/** The kind of the object that a field names; for other fields the field they stand in. */
const kindOr = (within: string, key: string, value: object): string =>
  (key === 'objectName' || key === 'name') && 'objectKind' in value && typeof value.objectKind === 'string'
    ? value.objectKind
    : within;

function take(text: string, { key, within }: { key: string; within: string }, names: Collected): void {
  addResources(text, names);
  if (key === 'object' || key === 'controlledBy') addObject(text, names);
  else if (key === 'pod') addName(text, names, 'pod');
  else if (HOST_FIELDS.has(key)) addHost(text, names);
  else if (within === 'labels' ? APP_LABELS.has(key) : NAME_FIELDS.has(key) && within !== 'env')
    addName(text, names, within);
}

/** `kind/name`. */
function addObject(text: string, names: Collected): void {
  const [kind = '', name] = text.split('/', 2);
  if (name !== undefined) addName(name, names, kind.toLowerCase());
}

/** What no object can be called is no name. */
export function addName(text: string, names: Collected, kind?: string): void {
  const name = withoutGenerated(text.toLowerCase(), kind);
  if (!/^[a-z0-9][a-z0-9._-]{1,252}$/.test(name) || !/[a-z]/.test(name)) return;
  if (!isWellKnown(name) && !isWellKnown(podStem(name))) names.set(name, 'name');
}

const withoutGenerated = (name: string, kind: string | undefined): string => {
  if (kind === 'pod') return podStem(name);
  return (kind === 'replicaset' ? workloadOf({ objectKind: kind, objectName: name }) : undefined) ?? name;
};

/** A host, with or without a port; of one that many have only what a customer chose. */
export function addHost(text: string, names: Collected): void {
  const host = text
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/:\d{1,5}$/, '');
  if (!host.includes('.') || !/^[a-z0-9._-]{3,255}$/.test(host) || !/[a-z]/.test(host)) return;
  if (/\.svc(?:\.|$)|\.cluster\.local$/.test(host)) addName(host.slice(0, host.indexOf('.')), names);
  else if (ownedHost(host)) addName(ownedHost(host)!.own, names);
  else if (!isPublicHost(host) && !isWellKnown(host)) names.set(host, 'host');
}

const RESOURCES =
  /\/(?:resourcegroups|managedclusters|connectedclusters|clusters|virtualnetworks|subnets|extensions|userassignedidentities|virtualmachinescalesets|registries|vaults|storageaccounts)\/([a-z0-9][\w.-]{1,89})/gi;

/** What ids of Azure resources in a text name. */
export function addResources(text: string, names: Collected): void {
  if (!text.includes('/')) return;
  for (const [, name = ''] of text.matchAll(RESOURCES)) if (!/^clusters$/i.test(name)) addName(name, names);
}
