import { describe, expect, test } from 'vitest';
import { readMissingObject } from './missing-object.ts';

describe('what a pod misses', () => {
  test.each([
    ['Error: secret "db-password" not found', { type: 'secret', name: 'db-password' }],
    ['Error: configmap "web-settings" not found', { type: 'config-map', name: 'web-settings' }],
    ['Error: secrets "db-password" not found', { type: 'secret', name: 'db-password' }],
    [`Error: couldn't find key password in Secret shop/db`, { type: 'secret-key', key: 'password', name: 'db' }],
    [
      `Error: couldn't find key log.level in ConfigMap shop/web-settings`,
      { type: 'config-map-key', key: 'log.level', name: 'web-settings' },
    ],
    [
      'MountVolume.SetUp failed for volume "settings" : configmap "web-settings" not found',
      { type: 'config-map', name: 'web-settings' },
    ],
    [
      'MountVolume.SetUp failed for volume "cert" : secret "kube-aad-proxy-certificate" not found',
      { type: 'secret', name: 'kube-aad-proxy-certificate' },
    ],
    [
      'MountVolume.SetUp failed for volume "tls" : references non-existent secret key: tls.crt',
      { type: 'secret-key', key: 'tls.crt' },
    ],
    [
      'MountVolume.SetUp failed for volume "conf" : configmap references non-existent config key: app.toml',
      { type: 'config-map-key', key: 'app.toml' },
    ],
  ])('%s', (message, wanted) => {
    expect(readMissingObject(message)).toEqual(wanted);
  });

  test.each([
    'MountVolume.SetUp failed for volume "settings" : failed to sync configmap cache: timed out waiting for the condition',
    'MountVolume.SetUp failed for volume "settings" : object "shop"/"web-settings" not registered',
    'Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
    'Failed to pull image "shop/web:1": shop/web:1: not found',
    'Error: context deadline exceeded',
  ])('%s: nothing', (message) => {
    expect(readMissingObject(message)).toBeUndefined();
  });
});
