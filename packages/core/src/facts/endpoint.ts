import type { Transport } from './fact.ts';

/** What an Azure host is for, as the network requirements of AKS and Arc group them. */
export type EndpointClass = NonNullable<Transport['endpoint']>;

/** The class of a host name; anything that is not a known endpoint is `other`. */
export const endpointOf = (host: string): EndpointClass => {
  const name = hostName(host);
  return ENDPOINTS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
};

/** The Azure region a host name carries, where the name has a place for one and it is filled in. */
export const regionOf = (host: string): string | undefined => {
  const name = hostName(host);
  const dataplane = DATAPLANE_REGION.exec(name)?.[1];
  if (dataplane !== undefined) return dataplane;
  const region = REGIONAL.map((pattern) => pattern.exec(name)?.[1]).find((found) => found !== undefined);
  return region === 'global' ? undefined : region;
};

const hostName = (host: string): string => host.trim().toLowerCase().replace(/\.$/, '').slice(0, 255);

const ENDPOINTS: readonly (readonly [RegExp, EndpointClass])[] = [
  [/(?:^|\.)dp\.kubernetesconfiguration\.azure\.(?:com|us|cn)$/, 'dataplane'],
  [/(?:^|\.)mcr\.microsoft\.com$|\.cdn\.mscr\.io$|\.mcr-msedge\.net$/, 'mcr'],
  [/^arcmktplaceprod\.(?:[a-z0-9]+\.data\.)?azurecr\.io$/, 'registry-marketplace'],
  [/\.azurecr\.(?:io|us|cn)$/, 'registry'],
  [/(?:^|\.)login\.(?:microsoftonline\.(?:com|us)|microsoft\.com|windows\.net|chinacloudapi\.cn)$/, 'identity'],
  [/(?:^|\.)login\.partner\.microsoftonline\.cn$|^sts\.windows\.net$/, 'identity'],
  [/(?:^|\.)management\.(?:azure\.com|usgovcloudapi\.net|chinacloudapi\.cn)$/, 'arm'],
  [/(?:^|\.)his\.(?:arc\.azure\.(?:com|us|cn)|hybridcompute\.azure-automation\.net)$/, 'his'],
  [/(?:^|\.)guestnotificationservice\.azure\.(?:com|us|cn)$/, 'notification'],
  [/\.servicebus\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)$/, 'notification'],
  [/\.azmk8s\.io$|\.azmk8s\.us$|\.azk8s\.cn$|^kubernetes\.default(?:\.svc(?:\.|$)|$)/, 'apiserver'],
  [/\.opinsights\.azure\.(?:com|us|cn)$|\.monitoring\.azure\.(?:com|us|cn)$/, 'monitor'],
  [/\.monitor\.azure\.(?:com|us|cn)$|\.applicationinsights\.azure\.(?:com|us|cn)$/, 'monitor'],
  [/^dc\.services\.visualstudio\.com$|\.ingestion\.msftcloudes\.com$|\.microsoftmetrics\.com$/, 'monitor'],
  [/^(?:data|store)\.policy\.(?:core\.windows\.net|azure\.(?:com|us|cn))$/, 'policy'],
];

const DATAPLANE_REGION =
  /^([a-z0-9-]+)\.(?:privatelink\.)?dp\.kubernetesconfiguration\.(?:azure\.(?:com|us|cn)|trafficmanager\.net)$/;

/** Region names have at least six letters, which tells them from `gbl`, `usgv` and the like. */
const REGIONAL: readonly RegExp[] = [
  /^arcmktplaceprod\.([a-z][a-z0-9]{5,29})\.data\.azurecr\.io$/,
  /^([a-z][a-z0-9]{5,29})\.data\.mcr\.microsoft\.com$/,
  /\.([a-z][a-z0-9]{5,29})\.azmk8s\.io$/,
  /^([a-z][a-z0-9]{5,29})\.login\.microsoft(?:online)?\.(?:com|us)$/,
  /^([a-z][a-z0-9]{5,29})\.(?:privatelink\.)?(?:his|obo)\.arc\.azure\.(?:com|us|cn)$/,
  /^([a-z][a-z0-9]{5,29})\.handler\.control\.monitor\.azure\.(?:com|us|cn)$/,
  /\.([a-z][a-z0-9]{5,29})\.cloudapp\.azure\.com$/,
];
