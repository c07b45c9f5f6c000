/** The AKS node pool a node belongs to: from its labels, else from a name such as `aks-POOL-28411718-vmss000000`. */
export function poolOf(
  name: string | undefined,
  labels: Readonly<Record<string, string>> | undefined,
): string | undefined {
  for (const label of POOL_LABELS) if (labels && Object.hasOwn(labels, label)) return labels[label];
  return NODE_NAME.exec(name ?? '')?.[1];
}

/** The operating system that an OS image names. */
export function systemOf(image: string | undefined): string | undefined {
  if (image === undefined) return undefined;
  return /windows/i.test(image) ? 'windows' : 'linux';
}

const POOL_LABELS = ['agentpool', 'kubernetes.azure.com/agentpool'];
const NODE_NAME = /^aks-([a-z][a-z0-9]{0,11})-\d{6,10}-(?:vmss|vms|\d)/;
