import { isComponent } from '../facts/component.ts';

/** Whether a name is one that every cluster, or every report, has: it tells nothing of whose it is. */
export const isWellKnown = (name: string): boolean =>
  WORDS.has(name) || isComponent(name) || /^(?:microsoft\.|kube-api-access-|kube-root-ca)/.test(name);

/** Hosts that many use; of those that belong to one customer only the end does. */
export const isPublicHost = (host: string): boolean => PUBLIC_HOST.test(host);

/** The part of a host of Azure that a customer chose, with what follows it; undefined where there is none. */
export function ownedHost(host: string): { readonly own: string; readonly rest: string } | undefined {
  const [, own = '', rest = ''] = OWNED_HOST.exec(host) ?? [];
  return own === '' || SHARED_LABELS.test(own) ? undefined : { own, rest };
}

const OWNED_HOST =
  /^([a-z0-9-]{1,63})((?:\.privatelink|\.privateendpoint|\.hcp|\.private|\.[a-z0-9]{1,30}){0,4}\.(?:azurecr\.(?:io|us|cn)|azmk8s\.io|azmk8s\.us|azk8s\.cn|vault\.azure\.net|vaultcore\.azure\.net|core\.windows\.net|servicebus\.windows\.net|database\.windows\.net|azurewebsites\.net|cloudapp\.azure\.com|azurecontainer\.io|documents\.azure\.com|database\.azure\.com))$/i;

const SHARED_LABELS =
  /^(?:arcmktplaceprod|k8sconnectcsp|mcr|hcp|servicebus|privatelink|blob|file|queue|table|dfs|data|policy|store|management|login|azurearcfork8s\w*|guestnotificationservice)$/i;

const PUBLIC_HOST =
  /(?:^|\.)(?:azure\.(?:com|us|cn|net)|microsoft\.com|windows\.net|microsoftonline\.(?:com|us)|azurecr\.io|azmk8s\.io|mscr\.io|msedge\.net|azureedge\.net|msftcloudes\.com|microsoftmetrics\.com|visualstudio\.com|trafficmanager\.net|usgovcloudapi\.net|chinacloudapi\.cn|docker\.(?:io|com)|quay\.io|ghcr\.io|gcr\.io|k8s\.io|kubernetes\.io|github\.com|githubusercontent\.com|fluxcd\.io|helm\.sh|ubuntu\.com|opinsights\.azure\.com)$/i;

const WORDS: ReadonlySet<string> = new Set(
  (
    'default all none true false null yes no unknown other log logs name names namespace namespaces node nodes pod pods ' +
    'object objects container containers init main app apps application service services svc cluster clusters local host ' +
    'hosts ip mail mac id secret secrets configmap config map deployment deployments daemonset statefulset replicaset job ' +
    'jobs cronjob ingress volume volumes image images label labels release releases chart helm extension extensions agent ' +
    'operator controller manager region event events error errors warning info normal status state ready running pending ' +
    'failed failing starting stuck completed active resolved deployed superseded confirmed likely possible excluded kind ' +
    'rule cause finding path line text message reason file folder tar zip archive bundle loose time option assumed known ' +
    'get describe kubectl nslookup the a an of in on to and or is are be was not it that this for from with at by as has ' +
    'have can cannot if so no more than one two its kubelet kubernetes k8s coredns konnectivity-agent metrics-server ' +
    'containerd docker scheduler default-scheduler cilium calico calico-system tigera-operator gatekeeper-system ' +
    'kube-system kube-public kube-node-lease kube-proxy kube-dns kube-scheduler kube-controller-manager kube-apiserver etcd ' +
    'azure-arc flux flux-system azure-cns azure-npm azure-ip-masq-agent cloud-node-manager csi-azuredisk-node ' +
    'csi-azurefile-node coredns-autoscaler ama-logs ama-logs-rs kube-rbac-proxy fluent-bit azure-arc-release ' +
    'cert-manager ingress-nginx dapr dapr-system dapr-operator dapr-sentry dapr-sidecar-injector dapr-placement-server tmp data public private server client api http https tcp udp com net io org ' +
    'json yaml txt md localhost root user users admin resource resources group subscription subscriptions provider'
  ).split(' '),
);
