import { expect, test } from 'vitest';
import { readVolumeFailure } from './volume-failure.ts';

const mount = 'MountVolume.SetUp failed for volume "data" : ';

test.each([
  ['MountVolume.SetUp failed for volume "settings" : configmap "web-settings" not found', 'missing-object'],
  ['MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt', 'missing-object'],
  [
    'Multi-Attach error for volume "data" Volume is already exclusively attached to one node and can\'t be attached to another',
    'attached-elsewhere',
  ],
  ['Multi-Attach error for volume "data" Volume is already used by pod(s) db-0', 'attached-elsewhere'],
  [
    'AttachVolume.Attach failed for volume "data" : rpc error: code = Internal desc = disk(/subscriptions/0/disks/d) already attached to node(/subscriptions/0/vm/a), could not be attached to node(b)',
    'attached-elsewhere',
  ],
  [
    'MountVolume.MountDevice failed for volume "data" : kubernetes.io/csi: attacher.MountDevice failed to create newCsiDriverClient: driver name disk.csi.azure.com not found in the list of registered CSI drivers',
    'driver-missing',
  ],
  [
    'AttachVolume.Attach failed for volume "data" : CSINode aks-user-1 does not contain driver disk.csi.azure.com',
    'driver-missing',
  ],
  [
    `${mount}rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial unix /var/lib/kubelet/plugins/disk.csi.azure.com/csi.sock: connect: connection refused"`,
    'driver-unreachable',
  ],
  [
    `${mount}mount failed: exit status 32 Mounting command: mount Mounting arguments: -t cifs //contoso.file.core.windows.net/share /mnt Output: mount error(13): Permission denied`,
    'denied',
  ],
  [
    `${mount}mount failed: exit status 32 Output: mount.nfs: access denied by server while mounting 10.0.0.4:/e`,
    'denied',
  ],
  [
    `${mount}rpc error: code = Unknown desc = failed to mount secrets store objects for pod shop/web-0, err: rpc error: code = Unknown desc = failed to mount objects, error: keyvault.BaseClient#GetSecret: Failure responding to request: StatusCode=403`,
    'denied',
  ],
  [`${mount}mount failed: exit status 32 Output: mount error(115): Operation now in progress`, 'unreachable'],
  [`${mount}object "shop"/"web-settings" not registered`, 'not-registered'],
  [`${mount}failed to sync configmap cache: timed out waiting for the condition`, 'cache-not-synced'],
  [
    'AttachVolume.Attach failed for volume "data" : timed out waiting for external-attacher of disk.csi.azure.com CSI driver to attach volume d',
    'attacher-silent',
  ],
  [
    'Unable to attach or mount volumes: unmounted volumes=[data], unattached volumes=[kube-api-access], failed to process volumes=[]: timed out waiting for the condition',
    'timed-out',
  ],
  [`${mount}wrong fs type, bad option, bad superblock on /dev/sdc`, 'other'],
])('%s', (message, wanted) => {
  expect(readVolumeFailure(message)).toMatchObject({
    class: wanted,
    volume: expect.stringMatching(/^(?:data|settings|tls)$/),
  });
});

test('the driver is told where the text names it', () => {
  const message =
    'AttachVolume.Attach failed for volume "data" : CSINode aks-user-1 does not contain driver disk.csi.azure.com';
  expect(readVolumeFailure(message)?.driver).toBe('disk.csi.azure.com');
});

test.each(['Error: secret "db" not found', 'Failed to pull image "shop/web:1": not found', ''])(
  '%s: nothing',
  (message) => {
    expect(readVolumeFailure(message)).toBeUndefined();
  },
);
