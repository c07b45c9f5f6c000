import { known } from '../facts/known.ts';
import type { Command } from './capture.ts';

type Start = Pick<Command, 'text' | 'line' | 'program' | 'partial'>;

/** Reads the words behind `kubectl`: verb, resource, names, namespace and what else limits the output. */
export function kubectlCommand(
  start: Start,
  words: readonly string[],
  inner: (text: string) => Command | undefined,
): Command {
  const { flags, plain, behind } = readFlags(words);
  const verb = plain[0];
  const objects = objectsOf(verb, plain.slice(1));
  const narrowed = start.partial ?? NARROWING.find((flag) => flags.has(flag));
  return known<Command>({
    text: start.text,
    line: start.line,
    program: start.program,
    partial: narrowed,
    verb,
    resource: objects.resource,
    names: objects.names.map((name) => (isVariable(name) ? UNTOLD : name)),
    namespace: isVariable(flags.get('--namespace')) ? undefined : flags.get('--namespace'),
    allNamespaces: flags.has('--all-namespaces') ? true : undefined,
    selector: flags.get('--selector') ?? flags.get('--field-selector'),
    container: flags.get('--container'),
    output: flags.get('--output'),
    previous: flags.has('--previous') ? true : undefined,
    inner: behind === undefined ? undefined : inner(behind),
  });
}

/** What a shell would have put in its place is not known. */
const isVariable = (word: string | undefined): boolean => word?.includes('$') === true;

/** Stands for a name that was given and is not told. */
const UNTOLD = '';

const SHORT: Readonly<Record<string, string>> = {
  '-n': '--namespace',
  '-A': '--all-namespaces',
  '-l': '--selector',
  '-c': '--container',
  '-o': '--output',
  '-p': '--previous',
};

const WITH_VALUE = new Set([
  '--namespace',
  '--selector',
  '--field-selector',
  '--container',
  '--output',
  '--tail',
  '--since',
  '--since-time',
  '--limit-bytes',
  '--context',
  '--cluster',
  '--kubeconfig',
  '--sort-by',
  '--as',
  '--for',
  '--types',
  '-v',
  '-L',
]);

/** Flags that leave a part of the output out. */
const NARROWING = ['--tail', '--since', '--since-time', '--limit-bytes', '--types'];

function readFlags(words: readonly string[]): { flags: Map<string, string>; plain: string[]; behind?: string } {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '--') return { flags, plain, behind: words.slice(at + 1).join(' ') };
    const [name, value] = splitFlag(word);
    if (name === undefined) plain.push(word);
    else if (value === undefined && takesValue(name, plain[0])) flags.set(name, words[++at] ?? '');
    else flags.set(name, value ?? '');
  }
  if (flags.get('--tail') === '-1') flags.delete('--tail');
  return { flags, plain };
}

/** `-f` names a file, but for `logs` it follows the log. */
const takesValue = (name: string, verb: string | undefined): boolean =>
  WITH_VALUE.has(name) || (name === '-f' && verb !== 'logs');

/** `--output=wide`, `-owide`, `-nkube-system` and `-o` alike; no name for a word that is no flag. */
function splitFlag(word: string): readonly [name: string | undefined, value: string | undefined] {
  if (!/^-[-A-Za-z]/.test(word)) return [undefined, undefined];
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const value = equals < 0 ? undefined : word.slice(equals + 1);
  if (Object.hasOwn(SHORT, name)) return [SHORT[name] as string, value];
  const glued = /^(-[nloc])(\w.*)$/.exec(word);
  return glued && !word.startsWith('--') ? [SHORT[glued[1] as string] as string, glued[2] as string] : [name, value];
}

const RESOURCES: Readonly<Record<string, string>> = {
  po: 'pods',
  pod: 'pods',
  no: 'nodes',
  node: 'nodes',
  ev: 'events',
  event: 'events',
  cm: 'configmaps',
  configmap: 'configmaps',
  deploy: 'deployments',
  deployment: 'deployments',
  'deployments.apps': 'deployments',
  svc: 'services',
  service: 'services',
  ns: 'namespaces',
  namespace: 'namespaces',
  rs: 'replicasets',
  replicaset: 'replicasets',
  ds: 'daemonsets',
  daemonset: 'daemonsets',
  sts: 'statefulsets',
  statefulset: 'statefulsets',
  job: 'jobs',
  cronjob: 'cronjobs',
  secret: 'secrets',
  pvc: 'persistentvolumeclaims',
};

const POD_VERBS = new Set(['logs', 'log', 'exec', 'attach']);

/** `pods a b`, `pod/a`, or the pod alone for `logs` and `exec`. */
function objectsOf(
  verb: string | undefined,
  plain: readonly string[],
): { resource?: string; names: readonly string[] } {
  const [first, ...rest] = plain;
  if (verb === 'events') return { resource: 'events', names: [] };
  if (first === undefined) return POD_VERBS.has(verb ?? '') ? { resource: 'pods', names: [] } : { names: [] };
  const slash = first.indexOf('/');
  if (slash > 0) {
    const resource = longName(first.slice(0, slash));
    const names = plain.map((name) => name.slice(name.indexOf('/') + 1));
    return { resource, names: POD_VERBS.has(verb ?? '') ? names.slice(0, 1) : names };
  }
  if (POD_VERBS.has(verb ?? '')) return { resource: 'pods', names: [first] };
  return { resource: longName(first), names: rest };
}

const longName = (resource: string): string => {
  const lower = resource.toLowerCase();
  return Object.hasOwn(RESOURCES, lower) ? (RESOURCES[lower] as string) : lower;
};
