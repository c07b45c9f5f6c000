/** What tells which cluster extension something belongs to. */
export interface ExtensionClues {
  /** AgentName of a log record. */
  readonly agent?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  readonly namespace?: string | undefined;
}

/** The type of the cluster extension, in lower case, such as `microsoft.dapr`. */
export const extensionOf = ({ agent, labels, namespace }: ExtensionClues): string | undefined =>
  byAgent(agent) ?? byLabel(labels) ?? (namespace === undefined ? undefined : NAMESPACES.get(namespace));

const byAgent = (agent: string | undefined): string | undefined =>
  agent === undefined ? undefined : /^ExtensionController\s{1,9}([\w.-]{1,120})/i.exec(agent)?.[1]?.toLowerCase();

const byLabel = (labels: Readonly<Record<string, string>> | undefined): string | undefined =>
  labels !== undefined && Object.hasOwn(labels, PART_OF) ? PARTS.get(labels[PART_OF] ?? '') : undefined;

const PART_OF = 'app.kubernetes.io/part-of';

const PARTS = new Map([
  ['dapr', 'microsoft.dapr'],
  ['flux', 'microsoft.flux'],
  ['argocd', 'microsoft.argocd'],
]);

/** The namespaces that extensions are released to, unless told otherwise. */
const NAMESPACES = new Map([
  ['dapr-system', 'microsoft.dapr'],
  ['flux-system', 'microsoft.flux'],
  ['azureml', 'microsoft.azureml.kubernetes'],
  ['dataprotection-microsoft', 'microsoft.dataprotection.kubernetes'],
  ['acstor', 'microsoft.azurecontainerstorage'],
  ['argocd', 'microsoft.argocd'],
  ['azappconfig-system', 'microsoft.appconfiguration'],
]);
