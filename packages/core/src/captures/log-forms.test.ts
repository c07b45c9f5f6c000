import { describe, expect, test } from 'vitest';
import { readFacts } from '../read-facts.ts';

const KLOG = 'E0501 10:00:01.123456    2731 pod_workers.go:1298] "Error syncing pod"';

describe('an entry of the journal or of syslog keeps the form of its program', () => {
  test.each([
    ['short', 'May 01 10:00:01 node-1 kubelet[2731]: '],
    ['short-precise', 'May 01 10:00:01.123456 node-1 kubelet[2731]: '],
    ['short-iso', '2024-05-01T10:00:01+0000 node-1 kubelet[2731]: '],
    ['rsyslog', '2024-05-01T10:00:01.123456+00:00 node-1 kubelet[2731]: '],
    ['short-full', 'Wed 2024-05-01 10:00:01 UTC node-1 kubelet[2731]: '],
    ['RFC 5424', '<30>1 2024-05-01T10:00:01.123Z node-1 kubelet 2731 - - '],
    ['RFC 5424 with data', '<30>1 2024-05-01T10:00:01.123Z node-1 kubelet 2731 ID [x@1 a="b"] '],
  ])('%s', (_, front) => {
    expect(readFacts(`${front}${KLOG}\n`)).toMatchObject([
      { kind: 'log-line', level: 'E', message: '"Error syncing pod"', fields: { unit: 'kubelet' } },
    ]);
  });

  test('journalctl -o json', () => {
    const record = { __REALTIME_TIMESTAMP: '1714557601123456', SYSLOG_IDENTIFIER: 'kubelet', MESSAGE: KLOG };
    expect(readFacts(`${JSON.stringify(record)}\n`)).toMatchObject([
      { level: 'E', message: '"Error syncing pod"', time: '2024-05-01T10:00:01.123Z', fields: { unit: 'kubelet' } },
    ]);
  });

  test('and what journalctl says of the journal is no entry', () => {
    const text = `-- Logs begin at Mon 2024-04-29 10:00:00 UTC, end at Wed 2024-05-01 10:00:01 UTC. --\nMay 01 10:00:01 node-1 kubelet[2731]: ${KLOG}\n`;
    expect(readFacts(text)).toMatchObject([{ kind: 'log-line', origin: { line: 2 } }]);
  });
});

describe('what stern puts in front names the pod', () => {
  const POD = 'coredns-6f776c8fb5-7x2kq';
  test.each([
    [`${POD} coredns first\n${POD} coredns second\n`, { pod: POD, container: 'coredns', message: 'first' }],
    [`kube-system ${POD} coredns ${KLOG}\n`, { namespace: 'kube-system', pod: POD, message: '"Error syncing pod"' }],
    [
      `${POD} coredns 2024-05-01T10:00:00.123456789Z [INFO] reload\n`,
      { pod: POD, time: '2024-05-01T10:00:00.123456789Z', level: 'INFO', message: '[INFO] reload' },
    ],
    [
      '{"message":"first","nodeName":"node-1","namespace":"shop","podName":"web-0","containerName":"web"}\n',
      { namespace: 'shop', pod: 'web-0', container: 'web', message: 'first' },
    ],
  ])('%s', (text, fact) => {
    expect(readFacts(text)[0]).toMatchObject(fact);
  });

  test('and what it says of the pods it follows is no entry', () => {
    const text = `+ ${POD} › coredns\n${POD} coredns first\n- ${POD} › coredns\n`;
    expect(readFacts(text)).toMatchObject([{ kind: 'log-line', origin: { line: 2 } }]);
  });

  test('a sentence that begins with the name of a pod is none of its entries', () => {
    expect(readFacts(`${POD} logs show an i/o timeout for hours\nand nothing else\n`)).toEqual([]);
    expect(readFacts(`${POD} is not ready\n${POD} was restarted\n`, { path: 'web.log' })).toMatchObject([
      { message: `${POD} is not ready` },
      { message: `${POD} was restarted` },
    ]);
  });
});

test('a record of docker is an entry whatever its program wrote, and fluentd adds whose it is', () => {
  const record = (log: string): string => JSON.stringify({ log, stream: 'stderr', time: '2024-05-01T10:00:01Z' });
  expect(readFacts(`${record(`${KLOG}\n`)}\n${record('boom\n')}\n`)).toMatchObject([
    { level: 'E', message: '"Error syncing pod"' },
    { message: 'boom', time: '2024-05-01T10:00:01Z' },
  ]);
  const kubernetes = { pod_name: 'web-0', namespace_name: 'shop', container_name: 'web' };
  expect(
    readFacts(`${JSON.stringify({ log: 'boom\n', stream: 'stderr', time: '2024-05-01T10:00:01Z', kubernetes })}\n`),
  ).toMatchObject([{ namespace: 'shop', pod: 'web-0', container: 'web', message: 'boom' }]);
});

test.each([
  ['2024-05-01 10:00:01.123 ERROR 1 --- [  main] c.e.App : boom', 'ERROR', '2024-05-01T10:00:01.123Z'],
  ['2024/05/01 10:00:01 [error] 31#31: *1 connect() failed', 'error', '2024-05-01T10:00:01Z'],
  ['2024-05-01T10:00:01Z [WARN] boom', 'WARN', '2024-05-01T10:00:01Z'],
  ['[ERROR] plugin/errors: 2 shop.example. A: i/o timeout', 'ERROR', undefined],
])('a line that begins with a level is an entry: %s', (text, level, time) => {
  const [fact] = readFacts(`${text}\n${text}\n`);
  expect(fact).toMatchObject({ kind: 'log-line', level, message: text });
  expect((fact as { time?: string }).time).toBe(time);
});
