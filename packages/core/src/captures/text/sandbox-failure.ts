import type { SandboxFailure } from '../../facts/fact.ts';
import { firstClass, messageText, type Classes } from './message-text.ts';

/**
 * Reads why no sandbox could be made for a pod: what a kubelet, a container runtime or a network plugin says.
 *
 *     Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "1f": plugin type="azure-vnet" failed (add): ... No available IPs
 *     Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "registry.k8s.io/pause:3.9": failed to pull image ...
 *     network is not ready: container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized
 */
export function readSandboxFailure(message: string): SandboxFailure | undefined {
  const text = messageText(message);
  return SANDBOX_WORDS.test(text) ? { class: firstClass(CLASSES, text) ?? 'other' } : undefined;
}

const SANDBOX_WORDS =
  /failed to (?:create|start) (?:pod )?sandbox|failed create pod sandbox|network is not ready: |NetworkPluginNotReady|cni plugin not initialized|container runtime is down|RuntimeReady=false/i;

const CLASSES: Classes<SandboxFailure['class']> = [
  [
    'pause-image',
    /failed to (?:get|pull|check|create) sandbox(?: container)? image|failed pulling image "[^"]{0,300}pause[^"]{0,200}"|unable to pull sandbox image/i,
  ],
  [
    'address-exhausted',
    /no (?:more )?(?:available )?(?:IP ?s?|IP addresses|addresses) (?:are )?(?:available|left)|No available (?:IPs?|addresses)|failed to (?:assign|allocate) an IP address|not enough (?:free )?IPs?|no more free affine blocks|Assigned 0 out of \d{1,5} requested IPv[46] addresses|range is full|\bIPs? exhausted|address(?:es)? (?:pool )?exhausted|insufficient IP/i,
  ],
  [
    'network-plugin',
    /NetworkPluginNotReady|cni plugin not initialized|cni config uninitialized|network is not ready|failed to find plugin "|no networks found in \/etc\/cni|no valid networks found|\/var\/lib\/calico\/nodename|\/run\/flannel\/subnet\.env|(?:unable to connect to|daemon) Cilium|\/cilium\.sock|cilium-agent|error getting ClusterInformation|127\.0\.0\.1:\d{1,5}\/?[^]{0,80}connection refused|localhost:\d{1,5}[^]{0,80}connection refused|unknown CNI|unsupported CNI result/i,
  ],
  [
    'runtime',
    /(?:containerd|crio|cri-dockerd|dockershim|docker)\S{0,40}\.sock|cannot connect to the Docker daemon|container runtime is down|RuntimeReady=false|failed to (?:start|create) (?:containerd task|shim)|OCI runtime create failed|failed to create shim task|ttrpc: closed|is reserved for "|code = (?:Unavailable|ResourceExhausted) desc|failed to create containerd (?:container|task)/i,
  ],
  ['network', /(?:failed to set ?up (?:network|pod)|NetworkPlugin|plugin type="|network for (?:pod|sandbox))/i],
  ['timed-out', /DeadlineExceeded|context deadline exceeded|timed out/i],
];
