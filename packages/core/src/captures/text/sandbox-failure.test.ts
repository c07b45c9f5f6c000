import { expect, test } from 'vitest';
import { readSandboxFailure } from './sandbox-failure.ts';

const sandbox = 'Failed to create pod sandbox: rpc error: code = Unknown desc = ';
const network = `${sandbox}failed to setup network for sandbox "3f2e": `;

test.each([
  [
    `${network}plugin type="azure-vnet" failed (add): IPAM Invoker Add failed with error: Failed to get IP address from CNS with error: %w: AllocateIPConfig failed: not enough IPs available for 9c6a, waiting on Azure CNS to allocate more`,
    'address-exhausted',
  ],
  [
    `${network}Failed to allocate pool: Failed to delegate: Failed to allocate address: No available addresses`,
    'address-exhausted',
  ],
  [
    `${network}plugin type="bridge" failed (add): failed to allocate for range 0: no IP addresses available in range set: 10.244.1.1-10.244.1.254`,
    'address-exhausted',
  ],
  [
    `${network}plugin type="aws-cni" name="aws-cni" failed (add): add cmd: failed to assign an IP address to container`,
    'address-exhausted',
  ],
  [
    'network is not ready: container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: cni plugin not initialized',
    'network-plugin',
  ],
  [`${network}failed to find plugin "loopback" in path [/opt/cni/bin]`, 'network-plugin'],
  [
    `${network}plugin type="flannel" failed (add): loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: no such file or directory`,
    'network-plugin',
  ],
  [
    `${network}plugin type="calico" failed (add): stat /var/lib/calico/nodename: no such file or directory: check that the calico/node container is running and has mounted /var/lib/calico/`,
    'network-plugin',
  ],
  [
    `${network}plugin type="cilium-cni" failed (add): unable to connect to Cilium daemon: failed to create cilium agent client after 30.000000 seconds timeout: Get "http:///var/run/cilium/cilium.sock/v1/config": dial unix /var/run/cilium/cilium.sock: connect: no such file or directory`,
    'network-plugin',
  ],
  [
    `${sandbox}failed to get sandbox image "registry.k8s.io/pause:3.9": failed to pull image "registry.k8s.io/pause:3.9": failed to do request: Head "https://registry.k8s.io/v2/pause/manifests/3.9": dial tcp 34.96.108.209:443: i/o timeout`,
    'pause-image',
  ],
  [
    'Failed to create pod sandbox: rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: connection refused"',
    'runtime',
  ],
  [
    `${sandbox}failed to create containerd task: failed to create shim task: OCI runtime create failed: unable to retrieve OCI runtime error`,
    'runtime',
  ],
  [
    `${network}plugin type="istio-cni" name="istio-cni" failed (add): unable to push CNI event, error was 500`,
    'network',
  ],
  ['Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded', 'timed-out'],
  [`${sandbox}RuntimeHandler "runsc" not supported`, 'other'],
])('%s', (message, wanted) => {
  expect(readSandboxFailure(message)).toEqual({ class: wanted });
});

test('a sandbox that changed says of no failure', () => {
  expect(readSandboxFailure('Pod sandbox changed, it will be killed and re-created.')).toBeUndefined();
});
