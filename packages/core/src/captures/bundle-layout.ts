/** Which collector made a bundle; `loose` where none is recognized. */
export type BundleKind =
  | 'troubleshoot'
  | 'cluster-info-dump'
  | 'must-gather'
  | 'connectedk8s-troubleshoot'
  | 'connectedk8s-pre-onboarding'
  | 'k8s-extension-troubleshoot'
  | 'aks-periscope'
  | 'aks-node-logs'
  | 'aks-windows-node-logs'
  | 'rancher-support-bundle'
  | 'rancher-logs-collector'
  | 'sosreport'
  | 'eks-node-logs'
  | 'microk8s-inspect'
  | 'referto-collect'
  | 'loose';

/**
 * Which collector made a bundle, by the files it leaves at its root, at any depth: archives are renamed and packed again.
 * Of several collectors' roots the one nearest to the top is the bundle's.
 */
export function bundleKindOf(paths: Iterable<string>): BundleKind {
  const plain: string[] = [];
  for (const path of paths) {
    const steps = path.slice(-LONGEST_PATH).replaceAll('!/', '/').replaceAll('\\', '/');
    if (ANY_MARKER.test(steps)) plain.push(steps);
  }
  let best: { readonly kind: BundleKind; readonly depth: number } = { kind: 'loose', depth: Infinity };
  for (const layout of LAYOUTS) {
    const depth = depthOf(layout, plain);
    if (depth < best.depth) best = { kind: layout.kind, depth };
  }
  return best.kind;
}

const LONGEST_PATH = 1000;

interface Layout {
  readonly kind: BundleKind;
  /** One of these sets, all of its markers, is enough; patterns of paths below the root. */
  readonly strong: readonly (readonly string[])[];
  /** Two of these are enough as well. */
  readonly weak?: readonly string[];
}

const LAYOUTS: readonly Layout[] = [
  {
    kind: 'referto-collect',
    strong: [['referto-collect\\.json$', 'captures/']],
  },
  {
    kind: 'troubleshoot',
    strong: [
      ['cluster-resources/', 'cluster-info/cluster_version\\.json$'],
      ['version\\.yaml$', 'cluster-resources/'],
    ],
    weak: ['analysis\\.json$', 'host-collectors/', 'skipped-collectors\\.json$'],
  },
  {
    kind: 'connectedk8s-troubleshoot',
    strong: [
      ['connected_cluster_resource_snapshot\\.txt$'],
      ['arc_agents_logs/'],
      ['agent_state\\.txt$'],
      ['diagnoser_output\\.txt$'],
    ],
    weak: ['k8s_cluster_info\\.txt$', 'dns_check\\.txt$', 'azure-arc-secrets\\.txt$'],
  },
  {
    kind: 'connectedk8s-pre-onboarding',
    strong: [['cluster_diagnostic_checks_job_log\\.txt$']],
  },
  {
    kind: 'k8s-extension-troubleshoot',
    strong: [['[^/]+/pods/[^/]+/metadata\\.json$', '[^/]+/pods/[^/]+/containers/[^/]+_logs\\.txt$']],
  },
  {
    kind: 'aks-periscope',
    strong: [['kubeobjects/[^/_]+_[^/_]+_[^/]+$'], ['nodelogs/var_log_[^/]*$'], ['podscontainerlogs/[^/]+$']],
    weak: ['networkoutbound/AKS API Server$', 'dns/kubernetes$', 'kubeletcmd/kubeletcmd$'],
  },
  {
    kind: 'aks-node-logs',
    strong: [['collect/crictl_pods\\.json$', 'proc/uptime$']],
    weak: ['collect/crictl_\\w+\\.json$', 'var/log/azure/', 'etc/default/kubelet$'],
  },
  {
    kind: 'aks-windows-node-logs',
    strong: [['CustomDataSetupScript\\.log$'], ['[\\w-]*-?cri-containerd-pods\\.txt$']],
    weak: ['kubelet\\.err\\.log$', '[\\w-]*hnsdiag-list\\.txt$', '[\\w-]*_services\\.csv$'],
  },
  {
    kind: 'rancher-support-bundle',
    strong: [['metadata\\.yaml$', 'yamls/(?:cluster|namespaced)/']],
    weak: ['nodes/[^/]+\\.zip/', 'bundleGenerationError\\.log$', 'yamls/'],
  },
  {
    kind: 'rancher-logs-collector',
    strong: [['collector-output\\.log$', 'systeminfo/']],
    weak: ['(?:k3s|rke2|rke|kubeadm)/kubectl/', 'versions$', 'summary\\.txt$'],
  },
  {
    kind: 'sosreport',
    strong: [
      ['sos_commands/', 'sos_reports/manifest\\.json$'],
      ['sos_commands/', 'sos_logs/'],
      ['sos_commands/', 'version\\.txt$'],
    ],
  },
  {
    kind: 'eks-node-logs',
    strong: [['system/instance-id\\.txt$', 'kubelet/']],
    weak: ['ipamd/', 'nodeadm/', 'modinfo/ip_vs', 'system/script-params\\.txt$'],
  },
  {
    kind: 'microk8s-inspect',
    strong: [['k8s/cluster-info-dump$'], ['snap\\.microk8s\\.daemon-[\\w-]+/journal\\.log$']],
  },
  {
    kind: 'must-gather',
    strong: [
      ['(?:must-gather\\.logs?|timestamp)$', '(?:[^/]+/)?(?:cluster-scoped-resources|namespaces)/'],
      ['cluster-scoped-resources/', 'namespaces/'],
      ['namespaces/[^/]+/pods/[^/]+/[^/]+/[^/]+/logs/(?:current|previous)(?:\\.insecure)?\\.log$'],
    ],
    weak: ['event-filter\\.html$', 'gather\\.logs$', 'host_service_logs/'],
  },
  {
    kind: 'cluster-info-dump',
    strong: [
      ['nodes\\.json$', '[^/]+/pods\\.json$', '[^/]+/replication-controllers\\.json$'],
      ['nodes\\.json$', '[^/]+/pods\\.json$', '[^/]+/[^/]+/logs\\.txt$'],
    ],
  },
];

/** Of many paths few have a marker, and only those are asked which. */
const ANY_MARKER = new RegExp(
  `(?:^|/)(?:${LAYOUTS.flatMap(({ strong, weak = [] }) => [...strong.flat(), ...weak]).join('|')})`,
);

/** How deep the root stands that has the markers; Infinity where there is none. */
function depthOf({ strong, weak = [] }: Layout, paths: readonly string[]): number {
  const whole = strong.map((markers) =>
    shared(
      markers.map((marker) => rootsOf(marker, paths)),
      markers.length,
    ),
  );
  return Math.min(
    ...whole,
    shared(
      weak.map((marker) => rootsOf(marker, paths)),
      2,
    ),
  );
}

/** The folders below which a path matches. */
function rootsOf(marker: string, paths: readonly string[]): ReadonlySet<string> {
  const pattern = new RegExp(`(?<=^|/)${marker}`);
  return new Set(
    paths.flatMap((path) => {
      const at = path.search(pattern);
      return at < 0 ? [] : [path.slice(0, at)];
    }),
  );
}

/** The depth of the highest folder that is a root of at least so many of the markers. */
function shared(roots: readonly ReadonlySet<string>[], least: number): number {
  const counts = new Map<string, number>();
  for (const root of roots.flatMap((one) => [...one])) counts.set(root, (counts.get(root) ?? 0) + 1);
  const found = [...counts].filter(([, count]) => count >= least).map(([root]) => root.split('/').length);
  return found.length === 0 ? Infinity : Math.min(...found);
}
