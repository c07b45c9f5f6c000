import { expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

test('a table of Markdown with the headings of kubectl is what kubectl printed', () => {
  const text = `| NAMESPACE | NAME | READY | STATUS | RESTARTS | AGE |
|---|:--:|---|---|---|---|
| kube-system | \`coredns-6f776c8fb5-7x2kq\` | 1/1 | Running | 0 | 3d |
| kube-system | **web-0** | 0/2 | CrashLoopBackOff | 12 (3m ago) | 3d |
`;
  expect(readFacts(text)).toMatchObject([
    { kind: 'pod', namespace: 'kube-system', name: 'coredns-6f776c8fb5-7x2kq', health: 'ready', origin: { line: 3 } },
    { kind: 'pod', name: 'web-0', status: 'CrashLoopBackOff', restarts: 12, origin: { line: 4, endLine: 4 } },
  ]);
});

test('an empty cell says that there is nothing', () => {
  const text = '|NAME|STATUS|ROLES|AGE|VERSION|\n|-|-|-|-|-|\n|node-2|NotReady||3d|v1.29.2|\n';
  expect(readFacts(text)).toMatchObject([{ kind: 'node', name: 'node-2', roles: [], version: 'v1.29.2' }]);
});

test('a bar inside a cell is part of it', () => {
  const text =
    '| LAST SEEN | TYPE | REASON | OBJECT | MESSAGE |\n|---|---|---|---|---|\n| 3m | Warning | BackOff | pod/web-0 | one \\| two |\n';
  expect(readFacts(text)).toMatchObject([{ kind: 'event', message: 'one | two' }]);
});

test('other tables of Markdown are text', () => {
  expect(readFacts('| Feature | State | Note |\n|---|---|---|\n| a | 1/1 | Running |\n')).toEqual([]);
});
