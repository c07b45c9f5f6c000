import type { CaptureKind } from './capture.ts';
import { arcAgentState } from './arc-agent-state.ts';
import { azExtension } from './az-extension.ts';
import { collectionFailure } from './collection-failure.ts';
import { collectorFailures } from './collector-failures.ts';
import { connectivityCheck } from './connectivity-check.ts';
import { dateOutput } from './date.ts';
import { dnsCheck } from './dns-check.ts';
import { extensionPod } from './extension-pod.ts';
import { helmReleases } from './helm-releases.ts';
import { kubectlDescribeNode } from './kubectl-describe-node.ts';
import { kubectlDescribeObject } from './kubectl-describe-object.ts';
import { kubectlDescribePod } from './kubectl-describe-pod.ts';
import { kubectlGetConfigmap } from './kubectl-get-configmap.ts';
import { kubectlGetEvents } from './kubectl-get-events.ts';
import { kubectlGetJson } from './kubectl-get-json.ts';
import { kubectlGetNodes } from './kubectl-get-nodes.ts';
import { kubectlGetObjects } from './kubectl-get-objects.ts';
import { kubectlGetPods } from './kubectl-get-pods.ts';
import { kubectlGetYaml } from './kubectl-get-yaml.ts';
import { kubectlLogs } from './kubectl-logs.ts';
import { nslookup } from './nslookup.ts';
import { operationError } from './operation-error.ts';
import { periscopeLog } from './periscope-log.ts';
import { prose } from './prose.ts';
import { pythonObjects } from './python-objects.ts';
import { refertoCollect } from './referto-collect.ts';
import { sosManifest } from './sos-manifest.ts';

/** Every command whose output can be read. Where two are equally sure of a text, the first wins. */
export const CAPTURE_KINDS: readonly CaptureKind[] = [
  collectorFailures,
  refertoCollect,
  collectionFailure,
  dateOutput,
  extensionPod,
  arcAgentState,
  dnsCheck,
  connectivityCheck,
  sosManifest,
  pythonObjects,
  periscopeLog,
  kubectlGetPods,
  kubectlDescribePod,
  kubectlDescribeNode,
  kubectlDescribeObject,
  kubectlGetEvents,
  kubectlGetNodes,
  kubectlGetConfigmap,
  kubectlGetObjects,
  kubectlGetJson,
  kubectlGetYaml,
  helmReleases,
  azExtension,
  nslookup,
  operationError,
  kubectlLogs,
];

/** The kind for text that none of them knows. */
export const PROSE: CaptureKind = prose;
