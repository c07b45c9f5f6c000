/** What tells which Azure agent something belongs to. */
export interface ComponentClues {
  readonly pod?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** AgentName of a log record. */
  readonly agent?: string | undefined;
  /** ArmId of a log record. */
  readonly armId?: string | undefined;
  readonly message?: string | undefined;
  readonly path?: string | undefined;
}

/** The Azure agent, such as `extension-agent`: by the pod's name, its labels, the record's agent, the path, the words. */
export const componentOf = ({ pod, labels, agent, armId, message, path }: ComponentClues): string | undefined =>
  byName(pod) ?? byLabel(labels) ?? byAgent(agent, armId ?? '') ?? byPath(path) ?? byWords(message);

/**
 * The name of what a pod was made from: without replica-set hash, random suffix, ordinal or cron time. `<pod-guid>` and
 * its like are taken for a suffix.
 */
export const podStem = (name: string): string => {
  if (name !== last.name) last = { name, stem: stemOf(name) };
  return last.stem;
};

/** One name is asked about several times in a row. */
let last = { name: '', stem: '' };

const stemOf = (name: string): string => {
  for (const suffix of SUFFIXES) {
    const stem = name.replace(suffix, '');
    if (stem !== name && stem !== '') return stem;
  }
  return name;
};

/** Generated parts use this alphabet, which holds no vowels. */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';

const SUFFIXES: readonly RegExp[] = [
  /-(?:<[^<>]{1,60}>|\{[^{}]{1,60}\}|\[[^[\]]{1,60}\])$/,
  /-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  new RegExp(`-\\d{8,10}-${RANDOM}{5}$`),
  new RegExp(`-(?=[a-z]{0,9}\\d|${RANDOM}{6})[a-z0-9]{6,10}-(?=[a-z]{0,4}\\d|${RANDOM}{5})[a-z0-9]{5}$`),
  new RegExp(`-${RANDOM}{5}$`),
  /-aks-[a-z0-9]{1,12}-\d{1,10}-vmss[0-9a-z]{6}$/,
  /-\d{1,4}$/,
];

const COMPONENTS: ReadonlySet<string> = new Set([
  'extension-agent',
  'extension-operator',
  'extension-manager',
  'config-agent',
  'cluster-metadata-operator',
  'clusterconnect-agent',
  'clusteridentityoperator',
  'controller-manager',
  'extension-events-collector',
  'flux-logs-agent',
  'kube-aad-proxy',
  'logcollector',
  'metrics-agent',
  'resource-sync-agent',
  'fluxconfig-agent',
  'fluxconfig-controller',
  'source-controller',
  'kustomize-controller',
  'helm-controller',
  'notification-controller',
  'image-automation-controller',
  'image-reflector-controller',
]);

/** Whether a name is that of an agent known here. */
export const isComponent = (name: string): boolean => COMPONENTS.has(name);

const byName = (pod: string | undefined): string | undefined => {
  if (pod === undefined) return undefined;
  const stem = podStem(pod.replace(/^[a-z]{1,30}\//, ''));
  return COMPONENTS.has(stem) ? stem : undefined;
};

const byLabel = (labels: Readonly<Record<string, string>> | undefined): string | undefined => {
  if (labels === undefined) return undefined;
  const found = ['app.kubernetes.io/component', 'app'].map((key) => (Object.hasOwn(labels, key) ? labels[key] : ''));
  return found.find((value) => value !== undefined && COMPONENTS.has(value));
};

const AGENTS = new Map([
  ['fluxconfigagent', 'fluxconfig-agent'],
  ['controllermanager', 'controller-manager'],
  ['connectproxyagent', 'clusterconnect-agent'],
  ['clusteridentityoperator', 'clusteridentityoperator'],
]);

/** AKS and Arc run the same programs under different names; the resource tells which of the two it is. */
const byAgent = (agent: string | undefined, armId: string): string | undefined => {
  if (agent === undefined) return undefined;
  const name = /^\S{1,80}/.exec(agent.trim())?.[0].toLowerCase() ?? '';
  const arc = /\/connectedclusters(?:\/|$)/i.test(armId);
  if (name === 'extensioncontroller') return arc ? 'extension-manager' : 'extension-operator';
  if (name === 'configagent') return arc ? 'config-agent' : 'extension-agent';
  return AGENTS.get(name);
};

const PATH_NAME = new RegExp(
  `(?:^|[/_]|(?:kube-system|azure-arc|flux-system)-)(${[...COMPONENTS].join('|')})(?=[-_./<{[]|$)`,
);

const byPath = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : PATH_NAME.exec(path.slice(-1000))?.[1];

const WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /getPendingConfigs|GET configurations returned response code|Failed to GET configurations|\bError ?code: 403, Message:? This traffic is not authorized|\bCodice errore: 403, Messaggio Questo traffico non è autorizzato/i,
    'extension-agent',
  ],
  [
    /POST status returned response code|Error in the getting the Configurations|Extension Pod error: /,
    'extension-agent',
  ],
  [/ is not ready: \S{1,317}\. \d{1,6} out of \d{1,6} expected pods/, 'extension-operator'],
];

const byWords = (message: string | undefined): string | undefined =>
  message === undefined ? undefined : WORDS.find(([pattern]) => pattern.test(message))?.[1];
