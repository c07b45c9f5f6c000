import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { createWork, splitWhole } from '../bundle/split-blocks.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { mereWords } from './mere-words.ts';
import { quietAs } from './quiet-files.ts';
import { createMemberReader, type MemberRead, type ReadMemberOptions } from './read-member.ts';

const options: ReadMemberOptions = { kinds: CAPTURE_KINDS, prose: PROSE, budget: createBudget() };
const SPLITTING = {
  lineBytes: 1024 * 1024,
  work: createWork(1024 * 1024, (memory) => new Uint8Array(memory)),
  cut: () => undefined,
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function readPlainly(path: string, text: string): MemberRead {
  const reader = createMemberReader(path, { ...options, plain: true });
  for (const block of splitWhole(bytesOf(text), SPLITTING)) reader.pushBlock(block);
  return reader.end();
}

test.each<[string, string, number | undefined]>([
  ['a.txt', 'Name: pod-1\nStatus: Running\n', 2],
  ['a.txt', 'no line end', 1],
  ['a.txt', 'one\n\nthree\r\n', 3],
  ['a.txt', 'the operation did not fail this time\n', 1],
  ['a.txt', '\nbegins with a blank line\n', undefined],
  ['a.txt', '  indented\n', undefined],
  ['a.txt', '$ kubectl get pods\n', undefined],
  ['a.txt', 'No resources found in shop namespace.\n', undefined],
  ['a.txt', 'password=hunter2-hunter2\n', undefined],
  ['a.txt', 'Unable to get a response from the agent in time\n', undefined],
  ['a.txt', 'GET configurations returned\nresponse code {403}\n', undefined],
  ['a.txt', `${'line\n'.repeat(13)}`, undefined],
  ['a.txt', `${'x'.repeat(2001)}\n`, undefined],
  ['a.txt', 'not \u{fffd} text\n', undefined],
  ['web-0.log', 'begins\n', undefined],
  ['k8s/get-all', 'nothing\n', undefined],
  ['password=hunter2-hunter2.txt', 'words\n', undefined],
])('%s with %j: %s', (path, text, expected) => {
  expect(mereWords(path, bytesOf(text), options)).toBe(expected);
});

test('a file of which something was lost is read', () => {
  const budget = createBudget();
  budget.note('sparse-skipped', 'a file with holes is not read', { path: 'a.txt' });
  expect(mereWords('a.txt', bytesOf('words\n'), { ...options, budget })).toBeUndefined();
  expect(mereWords('b.txt', bytesOf('words\n'), { ...options, budget })).toBe(1);
});

const LINES = [
  'words of somebody',
  'Name: pod-1',
  'Name:         web-0',
  'Namespace:    shop',
  'Address: 10.0.0.1',
  'Status: Running',
  'Status: Failed',
  '',
  '  ',
  '   deeper',
  '| NAME | READY | STATUS |',
  '| ---- | ----- | ------ |',
  '| web-0 | 1/1 | Running |',
  '```',
  '> said before',
  '**bold**',
  '$ kubectl get pods',
  '$',
  'user@host:~$',
  'kubectl get pods -n shop',
  'NAME    READY   STATUS    RESTARTS   AGE',
  'web-0   0/1     Running   0          3d',
  'apiVersion: v1',
  'kind: Pod',
  '{"a":1}',
  '{',
  'ready',
  'Server:         10.0.0.10',
  'Error from server (NotFound): pods "x" not found',
  'error code: 403 This traffic is not',
  'authorized.',
  '0/2 nodes are',
  'available: 2 node(s) had untolerated taint {a: b}.',
  'dial tcp 10.0.0.1:443: connect: connection refused',
  '2024-02-07T06:04:42Z ERROR dial tcp: lookup x: no such host',
  'E0207 06:04:42.000000       1 main.go:1] "it failed"',
  'token: abcdefghijklmnop0123456789',
  '<region>',
  '==== START logs for container a of pod b/c ====',
  'Mon May  1 10:00:07 UTC 2024',
  'Deployment is not ready: shop/web. 0 out of 1 expected pods are ready',
];
const PATHS = [
  'a.txt',
  'tiny/000/pod-1.txt',
  'logs/web-0.txt',
  'date',
  'kube-system/coredns-7db6d8ff4d-abcde/x',
  'a!/b',
];

test('what is taken for mere words is read as such', () => {
  let taken = 0;
  const lines = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 13 });
  const few = fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.oneof(few, lines), fc.constantFrom(...PATHS), fc.constantFrom('\n', '\r\n'), (all, path, end) => {
      const text = all.join(end);
      fc.pre(text !== '');
      const words = mereWords(path, bytesOf(text), options);
      if (words === undefined) return;
      const read = readPlainly(path, text);
      expect(quietAs(read)).toBe('words');
      expect(words).toBe(read.lines);
      taken += 1;
    }),
    { numRuns: 20_000 },
  );
  expect(taken).toBeGreaterThan(500);
});
