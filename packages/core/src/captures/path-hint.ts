import { isComponent, podStem } from '../facts/component.ts';
import { known } from '../facts/known.ts';
import type { PathHint } from './capture.ts';
import { hintFromLayout } from './layout-path.ts';

/**
 * What a path tells of the log or the object in a file, in the layouts that collectors and people use.
 *
 *     kube-system/extension-agent-55d4f4795f-sqx7q/manager.log
 *     pods/logs/kube-system/extension-agent-55d4f4795f-sqx7q.log
 *     var/log/pods/kube-system_coredns-7db6d8ff4d-abcde_0b1f6471-1bf0-4dda-aec3-cb9272f09590/coredns/0.log
 *     dapr-system/pods/dapr-operator-7d9f6b5c8-x2x4z/containers/dapr-operator_logs.txt
 */
export const hintFromPath = (path: string): PathHint => {
  const end = path.slice(-1000);
  if (DATE_FILE.test(end)) return { date: true };
  const layout = hintFromLayout(end.replaceAll('\\', '/').replaceAll('!/', '/'));
  if (layout !== undefined) return layout;
  const folders = end.replace(SETTINGS, '').split(/!?[/\\]/);
  const file = folders.pop() ?? '';
  const log = LOG_FILE.test(file) || folders.some((folder) => LOG_FOLDER.test(folder)) ? true : undefined;
  const previous = PREVIOUS.test(file) ? true : undefined;
  const names = [...folders, nameOf(file)].filter((name) => name !== '' && !LAYOUT.has(name));
  return known<PathHint>(objectsOf(names, log === true), { previous, log });
};

/** Whether a path may say more of a file than whose it is: that it is a log, or what a collector wrote of its own work. */
export const mayTellSort = (path: string): boolean => MAY_TELL_SORT.test(path);

const MAY_TELL_SORT =
  /log|containers|date|timestamp|pods!?[/\\]|arc_agents|skipped-collectors|bundleGenerationError|-errors\./i;

/** Where collectors write when they were at work, or the output of `date`. */
const DATE_FILE = /(?:^|[/\\])(?:date(?:\.txt)?|timestamp|sos_commands[/\\]date[/\\][^/\\]{1,80})$/;

/** Settings of a host stand there; it is no namespace. */
const SETTINGS = /(?:^|(?<=[/\\]))etc[/\\]default(?=[/\\])/;

const LOG_FILE = /\.log(?:\.\d{1,4})?(?:\.gz)?$|(?:^|[-_.])logs?(?:\.txt)?$/i;
const LOG_FOLDER = /^(?:logs?|podlogs|containers|containerlogs|podscontainerlogs|\w{1,40}_logs)$/i;
const PREVIOUS = /(?:^|[-_.])previous(?:[-_.]|$)|\.log\.1(?:\.gz)?$/i;

/** Folders and files that say what something is, not whose. */
const LAYOUT = new Set([
  'pods',
  'pod',
  'containers',
  'logs',
  'log',
  'podlogs',
  'rotated',
  'namespaces',
  'cluster-resources',
  'current',
  'previous',
  'var',
  '0',
  '1',
  '2',
  '3',
]);

const nameOf = (file: string): string =>
  file
    .replace(/\.gz$/i, '')
    .replace(/(?:\.log(?:\.\d{1,4})?|\.txt|\.ya?ml|\.json)$/i, '')
    .replace(/[-_.](?:logs?|previous|insecure|describe)$/i, '')
    .replace(/^(?:describe|logs?)-(?:pod-)?/i, '');

type Objects = Pick<PathHint, 'namespace' | 'pod' | 'container'>;

const objectsOf = (names: readonly string[], log: boolean): Objects => {
  const joined = names.findLastIndex((name) => JOINED.some((pattern) => pattern.test(name)));
  if (joined >= 0)
    return known<Objects>({ container: containerAt(names, joined + 1), ...joinedObjects(names[joined] ?? '') });
  const at = names.findLastIndex((name) => looksLikePod(name, log));
  if (at < 0) return known<Objects>({ namespace: names.findLast((name) => NAMESPACES.has(name)) });
  const before = names[at - 1];
  const namespace = before !== undefined && isNamespace(before) ? before : undefined;
  const pod = isComponent(names[at] ?? '') ? undefined : names[at];
  return known<Objects>({ namespace, pod, container: containerAt(names, at + 1) });
};

/** A name that was generated is a pod's; a known agent's stands where a pod's would, but names no pod. */
const looksLikePod = (name: string, log: boolean): boolean => {
  if (!/^[a-z0-9][a-z0-9.-]{2,252}$/.test(name)) return false;
  const suffix = name.slice(podStem(name).length);
  return /^-\d{1,4}$/.test(suffix) ? log && suffix.length <= 3 : suffix !== '' || isComponent(name);
};

const isNamespace = (name: string): boolean =>
  NAMESPACES.has(name) || (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) && !GENERIC.test(name));

/** Folders of people and collectors that stand where a namespace could. */
const GENERIC =
  /bundle|capture|collect|support|ticket|dump|diag|output|files?$|^(?:data|tmp|temp|home|case|in|out|before|after|cluster|kubectl|k8s|aks|arc|node|nodes|\d+)$|log/;

const containerAt = (names: readonly string[], at: number): string | undefined =>
  names[at] !== undefined && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(names[at]) ? names[at] : undefined;

/** `NAMESPACE_POD_UID`, `POD_NAMESPACE_CONTAINER-ID` and `NAMESPACE-POD`. */
const JOINED: readonly RegExp[] = [
  /^(?<namespace>[a-z0-9-]{1,63})_(?<pod>[a-z0-9.-]{1,253})_[0-9a-f-]{32,36}$/,
  /^(?<pod>[a-z0-9.-]{1,253})_(?<namespace>[a-z0-9-]{1,63})_(?<container>[a-z0-9-]{1,63})-[0-9a-f]{64}$/,
  /^(?<namespace>kube-system|azure-arc|flux-system|dapr-system)-(?<pod>[a-z0-9.-]{1,240}-[a-z0-9]{5})$/,
];

const joinedObjects = (name: string): Objects => {
  const found = JOINED.map((pattern) => pattern.exec(name)?.groups).find((groups) => groups !== undefined);
  return { ...found };
};

const NAMESPACES: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'default',
  'azure-arc',
  'azure-arc-release',
  'flux-system',
  'dapr-system',
  'azureml',
  'dataprotection-microsoft',
  'acstor',
  'argocd',
  'azappconfig-system',
  'gatekeeper-system',
]);
