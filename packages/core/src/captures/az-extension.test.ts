import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const SHOWN = `{
  "aksAssignedIdentity": null,
  "autoUpgradeMinorVersion": true,
  "configurationSettings": {},
  "currentVersion": "1.8.1",
  "errorInfo": null,
  "extensionType": "Microsoft.Flux",
  "id": "/subscriptions/0b1f/resourceGroups/shop-rg/providers/Microsoft.ContainerService/managedClusters/shop/providers/Microsoft.KubernetesConfiguration/extensions/flux",
  "name": "flux",
  "provisioningState": "Succeeded",
  "releaseTrain": "Stable",
  "scope": {
    "cluster": {
      "releaseNamespace": "flux-system"
    },
    "namespace": null
  },
  "statuses": [],
  "systemData": {
    "lastModifiedAt": "2026-02-07T06:04:43.672123+00:00"
  },
  "version": null
}`;

const FLUX = {
  kind: 'extension',
  name: 'flux',
  extension: 'microsoft.flux',
  state: 'Succeeded',
  version: '1.8.1',
  releaseTrain: 'Stable',
  autoUpgrade: true,
  scope: 'cluster',
  namespace: 'flux-system',
  cluster: 'shop',
  time: '2026-02-07T06:04:43.672Z',
};

const factsOf = (text: string) => readFacts(text, { path: 'extension.txt' });
const indented = (text: string): string => text.replace(/^/gm, '  ');

describe('az k8s-extension', () => {
  test('show prints one as JSON', () => {
    expect(factsOf(SHOWN)).toEqual([{ ...FLUX, origin: { path: 'extension.txt', line: 1, endLine: 23 } }]);
  });

  test('list prints several as JSON, each where it stands', () => {
    const other = SHOWN.replace('"Succeeded"', '"Failed"')
      .replace('"name": "flux"', '"name": "gitops"')
      .replace(
        '"statuses": []',
        '"statuses": [ { "code": "InstallationFailed", "level": "Error", "message": "no room" } ]',
      );
    expect(factsOf(`[\n${indented(SHOWN)},\n${indented(other)}\n]\n`)).toMatchObject([
      { ...FLUX, origin: { line: 2, endLine: 24 } },
      {
        ...FLUX,
        name: 'gitops',
        state: 'Failed',
        statuses: [{ code: 'InstallationFailed', level: 'Error', message: 'no room' }],
        origin: { line: 25, endLine: 47 },
      },
      { kind: 'operation-error', code: 'InstallationFailed', extension: 'microsoft.flux' },
    ]);
  });

  test('list prints a table', () => {
    const table = [
      '$ az k8s-extension list -g shop-rg -c shop -t managedClusters -o table',
      'Name    ExtensionType    Version    ProvisioningState    LastModifiedAt',
      '------  ---------------  ---------  -------------------  --------------------------------',
      'flux    microsoft.flux   1.8.1      Succeeded            2026-02-07T06:04:43.672123+00:00',
      'dapr    Microsoft.Dapr              Failed               2026-02-07T06:04:43.672123+00:00',
      '$ kubectl get nodes',
      'NAME    STATUS   ROLES   AGE   VERSION',
      'node1   Ready    agent   5d    v1.30.1',
    ].join('\n');
    const { name, extension, state, version, time } = FLUX;
    expect(factsOf(table)).toMatchObject([
      { kind: 'extension', name, extension, state, version, time, origin: { line: 4, endLine: 4 } },
      { kind: 'extension', name: 'dapr', extension: 'microsoft.dapr', state: 'Failed' },
      { kind: 'node', name: 'node1' },
    ]);
    expect(factsOf(table)[1]).not.toHaveProperty('version');
  });

  test('show prints YAML, with the error it has', () => {
    const yaml = [
      'aksAssignedIdentity: null',
      'autoUpgradeMinorVersion: false',
      'currentVersion: null',
      'errorInfo:',
      '  code: ExtensionOperationFailed',
      '  message: Unable to get a response from the agent in time',
      'extensionType: microsoft.dapr',
      'name: dapr',
      'provisioningState: Failed',
      'scope:',
      '  cluster: null',
      '  namespace:',
      '    targetNamespace: dapr-system',
      'version: 1.14.4',
    ].join('\n');
    expect(factsOf(yaml)).toMatchObject([
      {
        kind: 'extension',
        name: 'dapr',
        extension: 'microsoft.dapr',
        state: 'Failed',
        version: '1.14.4',
        autoUpgrade: false,
        scope: 'namespace',
        namespace: 'dapr-system',
        errorCode: 'ExtensionOperationFailed',
        origin: { line: 1, endLine: 14 },
      },
      { kind: 'operation-error', class: 'no-response', extension: 'microsoft.dapr', origin: { line: 6, endLine: 6 } },
    ]);
  });

  test('of a document that was cut the whole items are read', () => {
    const cut = `[\n${indented(SHOWN)},\n${indented(SHOWN).slice(0, 200)}`;
    expect(factsOf(cut).filter(({ kind }) => kind === 'extension')).toMatchObject([FLUX]);
  });

  test.each([
    ['a template', '{\n  "autoUpgradeMinorVersion": true,\n  "extensionType": "microsoft.flux"\n}'],
    ['an empty list', '[]'],
    ['a table without rows', 'Name    ExtensionType    Version    ProvisioningState    LastModifiedAt'],
    ['broken JSON', '{\n  "autoUpgradeMinorVersion": true,\n  "extensionType": }'],
  ])('tells of no extension in %s', (_, text) => {
    expect(factsOf(text).filter(({ kind }) => kind === 'extension')).toEqual([]);
  });
});
