import { expect, test } from 'vitest';
import { poolOf, systemOf } from './node-names.ts';

test.each([
  ['aks-nodepool1-28411718-vmss000000', 'nodepool1'],
  ['aks-userpool-12345678-0', 'userpool'],
  ['akswin000001', undefined],
  ['worker-1', undefined],
])('the pool of %s is %s', (name, pool) => {
  expect(poolOf(name, undefined)).toBe(pool);
});

test('labels win over the name, and only own ones count', () => {
  expect(poolOf('aks-nodepool1-28411718-vmss000000', { agentpool: 'system' })).toBe('system');
  expect(poolOf('worker-1', Object.create({ agentpool: 'system' }) as Record<string, string>)).toBeUndefined();
});

test('the image names the system', () => {
  expect([systemOf('Windows Server 2022 Datacenter'), systemOf('Ubuntu 22.04.5 LTS'), systemOf(undefined)]).toEqual([
    'windows',
    'linux',
    undefined,
  ]);
});
