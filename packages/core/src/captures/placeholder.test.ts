import { expect, test } from 'vitest';
import { holdsPlaceholder } from './placeholder.ts';

test.each([
  '<region>.dp.kubernetesconfiguration.azure.com',
  'kubectl describe pod -n kube-system extension-operator-{id}',
  '{podname} 0/2 Pending 0 2d6h',
  'nslookup [region].dp.kubernetesconfiguration.azure.com',
  'kubectl logs -n kube-system extension-agent-<pod-guid>',
  '/subscriptions/<subscription-id>/resourceGroups',
])('%s waits to be filled in', (text) => expect(holdsPlaceholder(text)).toBe(true));

test.each([
  'Node: <none>',
  'CPU <unset>, age <unknown>, <invalid>',
  'Failed to GET configurations with err : {<nil>}',
  'GET configurations returned response code {200}',
  '2 node(s) had untolerated taint {CriticalAddonsOnly: true}',
  '<html><body><h1>502 Bad Gateway</h1></body></html>',
  '  File "main.py", line 3, in <module>',
  'java.util.List<String> at Main.<init>(Main.java:3)',
  '{"a":{"b":1}}',
  '{{ .Values.global.ha.enabled }}',
  "<set to the key 'token' in secret 'web'>",
  'Liveness:  grpc <pod>:6379 liveness delay=60s timeout=1s period=10s #success=1 #failure=3',
])('%s is printed by programs', (text) => expect(holdsPlaceholder(text)).toBe(false));

test('what a table of services printed for an address of all nodes is none', () => {
  expect(holdsPlaceholder('dashboard   10.254.25.228   <nodes>   80:31000/TCP   24d')).toBe(false);
});

test('what was taken out before a text was sent is none', () => {
  expect(holdsPlaceholder('Warning  Failed  4m11s  kubelet, <redacted-address>  Error: secrets "a" not found')).toBe(
    false,
  );
});
