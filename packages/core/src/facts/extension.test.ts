import { expect, test } from 'vitest';
import { extensionOf } from './extension.ts';

test.each([
  [{ agent: 'ExtensionController microsoft.dapr:1.14.4-msft.5' }, 'microsoft.dapr'],
  [{ agent: 'ExtensionController Microsoft.AzureML.Kubernetes:1.1.48' }, 'microsoft.azureml.kubernetes'],
  [{ agent: 'ConfigAgent' }, undefined],
  [{ namespace: 'dataprotection-microsoft' }, 'microsoft.dataprotection.kubernetes'],
  [{ namespace: 'azappconfig-system' }, 'microsoft.appconfiguration'],
  [{ namespace: 'kube-system' }, undefined],
  [{ namespace: 'constructor' }, undefined],
  [{ namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'dapr' } }, 'microsoft.dapr'],
  [{ namespace: 'shop', labels: { 'app.kubernetes.io/part-of': 'shop' } }, undefined],
  [{}, undefined],
])('%j belongs to %s', (clues, extension) => {
  expect(extensionOf(clues)).toBe(extension);
});
