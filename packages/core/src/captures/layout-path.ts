import type { PathHint } from './capture.ts';

/**
 * What a path tells in the forms of collectors whose folders do not speak for themselves.
 *
 *     arc_agents_logs/config-agent-6d8f7c9b5-x2x4z/config-agent.txt
 *     podscontainerlogs/coredns-7db6d8ff4d-abcde-coredns
 *     cluster-resources/pods/logs/kube-system/etcd-control-plane/etcd-previous.log
 */
export function hintFromLayout(path: string): PathHint | undefined {
  if (!MAY_TELL.test(path)) return undefined;
  if (FAILURES.test(path)) return { failures: true };
  const { namespace, pod } = METADATA.exec(path)?.groups ?? NOTHING;
  if (namespace !== undefined && pod !== undefined) return { namespace, pod, metadata: true };
  for (const { pattern, ...said } of FORMS) {
    const { previous, ...named } = pattern.exec(path)?.groups ?? NOTHING;
    if (named['pod'] === undefined) continue;
    const objects = Object.fromEntries(Object.entries(named).filter(([, name]) => name !== undefined));
    return { ...said, ...objects, ...(previous !== undefined && { previous: true as const }), log: true };
  }
  return undefined;
}

const NOTHING: Readonly<Record<string, string | undefined>> = {};

/** Each of the forms has one of these; few paths do. */
const MAY_TELL =
  /pods\/|arc_agents_logs\/|podscontainerlogs\/|\/logs\.txt$|skipped-collectors|bundleGenerationError|-errors\./;

/** Where collectors write what they could not collect. */
const FAILURES =
  /(?:^|\/)(?:skipped-collectors\.json|bundleGenerationError\.log|[\w.-]{1,200}-errors\.json|[\w.-]{1,200}-logs-errors\.log)$/;

const NAMESPACE = '(?<namespace>[a-z0-9][a-z0-9-]{0,62})';
const POD = '(?<pod>[a-z0-9][a-z0-9.-]{0,252})';
const CONTAINER = '(?<container>[a-z0-9][a-z0-9-]{0,62})';

/** Beside the logs that `az k8s-extension troubleshoot` collects of a pod. */
const METADATA = new RegExp(`(?:^|/)${NAMESPACE}/pods/${POD}/metadata\\.json$`);

interface Form {
  readonly pattern: RegExp;
  readonly namespace?: string;
}

/** No name is taken from a folder that only may be one: each form has a word that the collector writes. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?:^|/)namespaces/${NAMESPACE}/pods/${POD}/${CONTAINER}/\\k<container>/logs/(?:current|(?<previous>previous))(?:\\.insecure)?\\.log$`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:^|/)namespaces/${NAMESPACE}/pods/${POD}/${CONTAINER}/\\k<container>/logs/rotated/[\\w.-]{1,200}$`,
    ),
  },
  {
    pattern: new RegExp(
      `(?:^|/)cluster-resources/pods/logs/${NAMESPACE}/${POD}/(?<container>[a-z0-9][a-z0-9-]{0,62}?)(?<previous>-previous)?\\.log$`,
    ),
  },
  { pattern: new RegExp(`(?:^|/)arc_agents_logs/${POD}/${CONTAINER}\\.txt$`), namespace: 'azure-arc' },
  { pattern: new RegExp(`(?:^|/)${NAMESPACE}/pods/${POD}/containers/${CONTAINER}_logs\\.txt$`) },
  {
    pattern: new RegExp(
      `(?:^|/)podscontainerlogs/(?<pod>[a-z0-9.-]{1,240}-(?:[a-z0-9]{5,10}-)?[bcdfghjklmnpqrstvwxz2456789]{5})-${CONTAINER}$`,
    ),
  },
  { pattern: new RegExp(`(?:^|/)(?<namespace>kube-system|default|azure-arc)/${POD}/logs\\.txt$`) },
];
