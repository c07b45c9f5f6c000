import { expect, test } from 'vitest';
import { collectionFailure } from './collection-failure.ts';
import { commandOf, linesOf, parseSample } from './parse-sample.test.kit.ts';

test.each([
  [
    'Error from server (Forbidden): pods is forbidden: User "support@contoso.example" cannot list resource "pods" in API group "" in the namespace "shop"',
    { reason: 'Forbidden', resource: 'pods', namespace: 'shop' },
  ],
  [
    'Error from server (Forbidden): nodes is forbidden: User "support" cannot list resource "nodes" in API group "" at the cluster scope',
    { reason: 'Forbidden', resource: 'nodes' },
  ],
  [
    'Error from server (NotFound): configmaps "coredns-custom" not found',
    { reason: 'NotFound', resource: 'configmaps', name: 'coredns-custom' },
  ],
  [
    'Error from server (NotFound): deployments.apps "web" not found',
    { reason: 'NotFound', resource: 'deployments', name: 'web' },
  ],
  [
    'Error from server (BadRequest): container "web" in pod "web-0" is waiting to start: image can\'t be pulled',
    { reason: 'BadRequest', resource: 'pods', name: 'web-0' },
  ],
  ['Error from server: error dialing backend: dial tcp 10.0.0.4:10250: i/o timeout', { reason: 'server-error' }],
  ['No resources found in kube-public namespace.', { reason: 'none', namespace: 'kube-public' }],
  ['No resources found', { reason: 'none' }],
  ['No resources found.', { reason: 'none' }],
  [
    'Unable to connect to the server: dial tcp: lookup aks.hcp.eastus.azmk8s.io: no such host',
    {
      reason: 'unreachable',
      transport: { class: 'name-not-found', host: 'aks.hcp.eastus.azmk8s.io', endpoint: 'apiserver' },
    },
  ],
  [
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?',
    { reason: 'unreachable', transport: { class: 'refused', host: 'localhost', endpoint: 'other' } },
  ],
  ['error: You must be logged in to the server (Unauthorized)', { reason: 'unauthorized' }],
  [
    'error: the server doesn\'t have a resource type "extensionconfigs"',
    { reason: 'unknown-resource', resource: 'extensionconfigs' },
  ],
  ['bash: kubectl: command not found', { reason: 'no-program' }],
])('reads %s', (text, expected) => {
  expect(collectionFailure.recognize(linesOf(text), { fromPath: {} })).toBe(3);
  expect(parseSample(collectionFailure, text).facts).toEqual([
    { kind: 'collection-failure', origin: { path: 'capture.txt', line: 1, endLine: 1 }, message: text, ...expected },
  ]);
});

test('names the command that failed', () => {
  const command = commandOf('kubectl get pods -n kube-public', {
    verb: 'get',
    resource: 'pods',
    namespace: 'kube-public',
  });
  expect(
    parseSample(collectionFailure, 'No resources found in kube-public namespace.', command).facts[0],
  ).toMatchObject({
    command: 'kubectl get pods -n kube-public',
  });
});

test('any other error belongs to kubectl only under its command', () => {
  const lines = linesOf("error: expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.");
  const under = (verb: string): number =>
    collectionFailure.recognize(lines, { fromPath: {}, command: commandOf(`kubectl ${verb} x`, { verb }) });
  expect(collectionFailure.recognize(lines, { fromPath: {} })).toBe(0);
  expect([under('get'), under('logs')]).toEqual([2, 0]);
});
