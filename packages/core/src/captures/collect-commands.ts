import type { Fact } from '../facts/fact.ts';

type Subject = Readonly<Record<string, string>>;

/**
 * The read-only commands whose output would tell the facts of a kind about a subject (its fields by name), the best
 * first; each of them alone would do. What they print, the capture kinds read.
 */
export function collectCommands(kind: Fact['kind'], subject: Subject): readonly string[] {
  const best = Object.hasOwn(COMMANDS, kind) ? COMMANDS[kind]?.(subject) : undefined;
  return best === undefined ? [] : [best, ...otherwise(kind, subject)];
}

/** A pod's events stand in the list of all of its namespace too. */
const otherwise = (kind: Fact['kind'], { pod, namespace }: Subject): readonly string[] =>
  kind === 'event' && pod !== undefined ? [`kubectl get events ${everywhereOr(namespace)}`] : [];

const COMMANDS: Partial<Record<Fact['kind'], (subject: Subject) => string>> = {
  pod: (subject) =>
    subject['name'] === undefined
      ? `kubectl get pods ${everywhereOr(subject['namespace'])} -o wide`
      : `kubectl describe pod -n ${subject['namespace'] ?? '<namespace>'} ${subject['name']}`,
  event: (subject) =>
    subject['pod'] === undefined
      ? subject['node'] === undefined
        ? `kubectl get events ${everywhereOr(subject['namespace'])}`
        : `kubectl describe node ${subject['node']}`
      : `kubectl describe pod -n ${subject['namespace'] ?? '<namespace>'} ${subject['pod']}`,
  node: (subject) =>
    subject['name'] === undefined ? 'kubectl describe nodes' : `kubectl describe node ${subject['name']}`,
  'log-line': (subject) =>
    `kubectl logs -n ${subject['namespace'] ?? '<namespace>'} ${subject['pod'] ?? '<pod>'} --all-containers --timestamps`,
  'dns-lookup': (subject) =>
    subject['pod'] === undefined
      ? `nslookup ${subject['query'] ?? '<name>'}`
      : `kubectl exec -n ${subject['namespace'] ?? '<namespace>'} ${subject['pod']} -- nslookup ${subject['query'] ?? '<name>'}`,
  'config-map': (subject) =>
    `kubectl get configmap -n ${subject['namespace'] ?? '<namespace>'} ${subject['name'] ?? '<name>'} -o yaml`,
  workload: (subject) =>
    subject['name'] === undefined
      ? `kubectl get ${subject['objectKind'] ?? 'deployments,statefulsets,daemonsets,jobs'} ${everywhereOr(subject['namespace'])}`
      : `kubectl describe ${subject['objectKind'] ?? '<kind>'} -n ${subject['namespace'] ?? '<namespace>'} ${subject['name']}`,
  release: (subject) =>
    subject['name'] === undefined
      ? `helm list ${everywhereOr(subject['namespace'])} --all`
      : `helm history -n ${subject['namespace'] ?? '<namespace>'} ${subject['name']}`,
  extension: (subject) =>
    `az k8s-extension list --resource-group <resource group> --cluster-name ${subject['cluster'] ?? '<cluster>'} --cluster-type <managedClusters or connectedClusters>`,
};

const everywhereOr = (namespace: string | undefined): string => (namespace === undefined ? '-A' : `-n ${namespace}`);
