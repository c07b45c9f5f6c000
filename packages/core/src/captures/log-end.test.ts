import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayEndLog, mayEndLogAt } from './log-end.ts';

const byBytes = (text: string): boolean => {
  const bytes = new TextEncoder().encode(`${text}\n`);
  return mayEndLogAt(bytes, 0, () => text);
};

test.each([
  '$ kubectl get pods',
  'PS C:\\> kubectl get pods',
  'C:\\Users\\ann> dir',
  'ann@shop:~$ kubectl get pods',
  '[root@node-1 ~]# crictl ps',
  '❯ k get po',
  '```',
  '   ~~~',
  '==== START logs for container coredns of pod kube-system/coredns-7db6d8ff4d-abcde ====',
  'NAME    READY   STATUS',
  '\tNAMESPACE   NAME',
  'Name:         web-0',
  'No resources found in shop namespace.',
  '\u00a0Events:  <none>',
  'shop   web-0                0/1   Pending                      0                98d',
  'web-0   0/1   CrashLoopBackOff   3 (26s ago)   32h',
])('%j may end a log', (text) => {
  expect(mayEndLog(text)).toBe(true);
  expect(byBytes(text)).toBe(true);
});

test.each([
  '{"level":"info","msg":"reconciled"}',
  '2024-02-07T06:04:42Z INFO ready',
  'I0207 06:04:42.000000 1 main.go:1] up',
  '\tat com.example.Cart.get(Cart.java:58)',
  '10.244.1.2 - - [07/Feb/2024:06:04:42 +0000] "GET / HTTP/1.1" 200',
  'ts=2024-02-07 msg="Name: web"',
  '1a@example.com: mail of a number',
  'took  12/30 seconds',
])('%j goes on with it', (text) => {
  expect(mayEndLog(text)).toBe(false);
  expect(byBytes(text)).toBe(false);
});

test('bytes tell the same as text', () => {
  const start = fc.constantFrom(
    '',
    ' ',
    '\t',
    '  ',
    'PS',
    '$',
    '#',
    'a',
    'ann@',
    '[',
    'C:\\',
    'Name:',
    'NAME',
    '`',
    '```',
    '~~~',
    'web-0   0/1   Running   0',
    'shop   web-0   0/1   Pending',
  );
  const text = fc.array(
    fc.oneof(start, fc.string({ maxLength: 4 }), fc.constantFrom(' ', ':', '@', '❯ ', '\u3000', 'A')),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(text, (pieces) => {
      const line = pieces.join('').replaceAll('\n', '');
      expect(byBytes(line)).toBe(mayEndLog(line));
    }),
    { numRuns: 3000 },
  );
});
