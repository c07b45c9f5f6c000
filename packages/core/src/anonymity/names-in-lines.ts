import { replaceNames } from './anonymize-text.ts';
import { addHost, addName, addResources, type Collected } from './names-of.ts';
import type { PseudonymKind } from './pseudonyms.ts';
import { ownedHost } from './well-known.ts';

/** What was found that could tell whose a bundle is. */
export interface Telling {
  readonly names: Collected;
  /** Addresses, GUIDs and the like, as `kind value` in lower case. */
  readonly addresses: Set<string>;
}

/** Takes lines in order. */
export interface NameScan {
  push(text: string): void;
}

/**
 * Finds, line by line, names that objects have in YAML and JSON of any kind, that errors put in quotes, and that hosts and
 * ids of Azure resources hold; and all that is known by its form. Linear in the text.
 */
export function scanForNames(telling: Telling): NameScan {
  let metadata: number | undefined;
  return {
    push(text) {
      addForms(text, telling);
      addInline(text, telling.names);
      const [, indent, key = '', value = ''] = LINE.exec(text) ?? [];
      if (indent === undefined) return;
      const column = indent.length;
      if (metadata !== undefined && column <= metadata) metadata = undefined;
      if (key === 'metadata') metadata = column;
      else take({ key: key === 'name' && metadata === undefined ? '' : key, value }, telling.names);
    },
  };
}

/** `key: value`, and `"key": "value",` */
const LINE =
  /^(\s{0,200}(?:- {1,8}){0,4})["']?([A-Za-z][\w-]{0,60})["']?\s{0,4}:\s{0,8}["']?([^\s"',{}[\]]{0,253})["']?,?\s{0,80}$/;

function take({ key, value }: { readonly key: string; readonly value: string }, names: Collected): void {
  if (!/^[a-z0-9]/i.test(value)) return;
  if (HOSTS.has(key)) addHost(value, names);
  else if (NAMES.has(key) && value === value.toLowerCase()) addName(withoutGenerated(value), names);
  else if (RESOURCES.has(key)) addName(value, names);
}

/** What was generated for a replica set and its pods stays. */
const withoutGenerated = (name: string): string =>
  name.replace(/-[bcdfghjklmnpqrstvwxz2456789]{8,10}(?:-[bcdfghjklmnpqrstvwxz2456789]{5})?$/, '');

const NAMES = new Set(
  (
    'name namespace nodeName serviceAccountName serviceAccount secretName claimName configMapName volumeName ' +
    'storageClassName ingressClassName'
  ).split(' '),
);
const RESOURCES = new Set(['clusterName', 'cluster_name', 'resourceGroup', 'resourceGroupName', 'resource_group']);
const HOSTS = new Set(['host', 'hostname', 'fqdn', 'privateFqdn', 'dnsName', 'loginServer', 'server']);

/** A whole object, or more, in one line of JSON; what an error says is not there. */
function addInline(text: string, names: Collected): void {
  if (text.includes('"namespace')) for (const [, name = ''] of text.matchAll(INLINE_NAMESPACE)) addName(name, names);
  if (text.includes('"metadata'))
    for (const [, name = ''] of text.matchAll(INLINE_NAME)) addName(withoutGenerated(name), names);
  for (const [, name = ''] of text.matchAll(QUOTED)) addName(withoutGenerated(name), names);
}

const INLINE_NAMESPACE = /\\{0,8}"namespace\\{0,8}"\s{0,4}:\s{0,4}\\{0,8}"([a-z0-9][a-z0-9.-]{1,252})\\{0,8}"/g;
const INLINE_NAME =
  /\\{0,8}"metadata\\{0,8}"\s{0,4}:\s{0,4}\{[^{}]{0,800}?\\{0,8}"name\\{0,8}"\s{0,4}:\s{0,4}\\{0,8}"([a-z0-9][a-z0-9.-]{1,252})\\{0,8}"/g;
const QUOTED =
  /\b(?:secrets?|configmaps?|serviceaccounts?|persistentvolumeclaims?|services?|namespaces?|pods?|nodes?|deployments?|daemonsets?|statefulsets?|jobs?|storageclass(?:es)?|ingress(?:es)?)(?:\.[a-z0-9.]{1,80})? \\{0,4}"([a-z0-9][a-z0-9.-]{1,252})\\{0,4}"/gi;

/** Of each text only what is found is of interest, not what could be put in its place. */
function addForms(text: string, { names, addresses }: Telling): void {
  addResources(text, names);
  for (const [host] of text.matchAll(HOST)) if (ownedHost(host)) addHost(host, names);
  replaceNames(text, {
    names: NONE,
    replace(value, kind) {
      if (FORMS.has(kind)) addresses.add(`${kind} ${value.toLowerCase()}`);
      return value;
    },
  });
}

const NONE = { kinds: new Map<string, 'name' | 'host'>(), longest: new Map<string, number>() };
const FORMS: ReadonlySet<PseudonymKind> = new Set<PseudonymKind>(['mail', 'mac', 'id', 'ip']);
const HOST = /(?<![a-z0-9.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}\.(?:io|net|com|us|cn)(?![\w-])/gi;
