import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../bundle/line.ts';
import type { CaptureContext, Command } from './capture.ts';
import { kubectlLogs } from './kubectl-logs.ts';

const linesOf = (text: string): Line[] => text.split('\n').map((line, at) => ({ text: line, number: at + 1 }));

const contextOf = (wanted: (text: string) => boolean = () => true): CaptureContext => ({
  path: 'kube-system/extension-agent.log',
  head: [],
  fromPath: {},
  wanted,
  note: () => undefined,
  unreadLines: 0,
});

const read = (text: string, wanted?: (text: string) => boolean) =>
  [...kubectlLogs.parse(linesOf(text), contextOf(wanted))].map(({ fact }) => fact);

const LOGS: Command = { text: 'kubectl logs web-0', line: 1, program: 'kubectl', verb: 'logs', names: ['web-0'] };

const recognize = (text: string, command?: Command, log?: true) =>
  kubectlLogs.recognize(linesOf(text), { ...(command && { command }), fromPath: log ? { log } : {} });

const REFUSED =
  '{ "Message": "2024/02/07 06:04:43 \\"Errorcode: 403, Message This traffic is not authorized., Target /subscriptions/<subscription-id>/resourceGroups/<resource-group-name>/provider/managedclusters/clusters/<cluster-name>/configurations/getPendingConfigs\\"", "LogType": "ConfigAgentTrace", "LogLevel": "Information", "Environment": "prod", "Role": "ClusterConfigAgent", "Location": "<region>, "ArmId": "/subscriptions/<subscription-id>/resourceGroups/<resource-group-name>/providers/Microsoft.ContainerService/managedclusters/<cluster-name>", "CorrelationId": "", "AgentName": "ConfigAgent", "AgentVersion": "1.14.5", "AgentTimestamp": "2024/02/07 06:04:43.672" }';
const ANSWERED =
  '{ "Message": "GET configurations returned response code {200}", "LogType": "ConfigAgentTrace", "LogLevel": "Information", "Environment": "prod", "Role": "ClusterConfigAgent", "Location": "<region>", "ArmId": "/subscriptions/<subscription-id>/resourceGroups/<resource-group-name>/providers/Microsoft.ContainerService/managedclusters/<cluster-name>", "CorrelationId": "", "AgentName": "ConfigAgent", "AgentVersion": "1.14.5" }';

test("the document's own records are read, the invalid one too", () => {
  const [refused, answered] = read(`${REFUSED}\n${ANSWERED}`);
  expect(refused).toMatchObject({
    kind: 'log-line',
    origin: { path: 'kube-system/extension-agent.log', line: 1, endLine: 1 },
    time: '2024-02-07T06:04:43.672Z',
    location: '<region>',
    agent: 'ConfigAgent',
    httpStatus: 403,
    endpoint: 'dataplane',
    message:
      '2024/02/07 06:04:43 "Errorcode: 403, Message This traffic is not authorized., Target /subscriptions/<subscription-id>/resourceGroups/<resource-group-name>/provider/managedclusters/clusters/<cluster-name>/configurations/getPendingConfigs"',
  });
  expect(answered).toMatchObject({ httpStatus: 200, endpoint: 'dataplane', location: '<region>' });
  expect(answered).not.toHaveProperty('time');
});

test('a failed call has its transport', () => {
  const [fact] = read(
    '{"Message":"Error in the getting the Configurations: error {Post \\"https://eastus.dp.kubernetesconfiguration.azure.com/x/getPendingConfigs?api-version=2021-11-01\\": dial tcp: lookup eastus.dp.kubernetesconfiguration.azure.com on 10.0.0.10:53: no such host}","LogType":"ConfigAgentTrace"}',
  );
  expect(fact).toMatchObject({
    transport: { class: 'name-not-found', host: 'eastus.dp.kubernetesconfiguration.azure.com', endpoint: 'dataplane' },
    endpoint: 'dataplane',
  });
});

test('the error beside the message of a record counts', () => {
  const [fact] = read(
    '{"level":"error","ts":1691562097.7,"msg":"poll failed","error":"dial tcp 20.39.12.229:443: i/o timeout"}',
  );
  expect(fact).toMatchObject({ message: 'poll failed', transport: { class: 'timeout', address: '20.39.12.229' } });
});

test('an extension pod that cannot be scheduled is an event as well', () => {
  const facts = read(
    '{"Message":"2024/02/07 06:04:43 Extension Pod error: 0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.","LogType":"ConfigAgentTrace","AgentTimestamp":"2024/02/07 06:04:43.672"}',
  );
  expect(facts).toHaveLength(2);
  expect(facts[1]).toMatchObject({
    kind: 'event',
    reason: 'FailedScheduling',
    time: '2024-02-07T06:04:43.672Z',
    availableNodes: 0,
    totalNodes: 2,
    reasons: [{ class: 'untolerated-taint', taint: 'CriticalAddonsOnly=true', count: 2, everyNode: true }],
  });
  expect(facts[1]).toHaveProperty('message', expect.stringMatching(/^0\/2 nodes are available/));
});

describe('of a log', () => {
  const log = [
    'Defaulted container "manager" out of: manager, fluent-bit',
    'Running /data/ConfigurationAgent',
    '',
    ANSWERED,
    ANSWERED,
    'done',
  ].join('\n');

  test('the first two entries become facts whatever is wanted, and the choice of the container is none', () => {
    expect(read(log, () => false).map((fact) => fact.origin.line)).toEqual([2, 4]);
  });

  test('every other entry must be wanted', () => {
    expect(read(log, (text) => text === 'done').map((fact) => fact.origin.line)).toEqual([2, 4, 6]);
  });

  test('an entry alone is told of, unless it is blank', () => {
    const line = { text: 'done', number: 9 };
    expect(kubectlLogs.parseLine?.(line, contextOf())).toHaveLength(1);
    expect(kubectlLogs.parseLine?.({ text: '  ', number: 9 }, contextOf())).toEqual([]);
  });
});

describe('a log is recognized', () => {
  test.each([
    ['an Azure record', ANSWERED, 3],
    ['the invalid Azure record', REFUSED, 3],
    ['a record behind a prefix', `[pod/extension-agent-55d4f4795f-sqx7q/manager] ${ANSWERED}`, 3],
    ['the choice of a container', 'Defaulted container "manager" out of: manager, fluent-bit\nhello', 2],
    ['klog lines', 'I0521 12:04:05.123456       1 a.go:1] one\nI0521 12:04:05.123456       1 a.go:2] two', 2],
    ['one klog line alone', 'I0521 12:04:05.123456       1 a.go:1] one', 2],
    ['a klog line in prose', 'I0521 12:04:05.123456       1 a.go:1] one\nis what I saw', 0],
    ['timestamps', '2024-08-09T06:21:37.712646207Z one\n2024-08-09T06:21:37.812646207Z two', 2],
    ['a runtime log', '2024-08-09T06:21:37.71Z stdout F one\n2024-08-09T06:21:37.81Z stderr F two', 2],
    ['records with a level', '{"level":"info","msg":"a"}\n{"level":"info","msg":"b"}', 2],
    ['an object of the cluster', '{"apiVersion":"v1","kind":"Pod","message":"a"}', 0],
    ['prose', 'the pods are gone', 0],
    ['nothing', '', 0],
  ])('%s: %s', (_, text, sure) => {
    expect(recognize(text)).toBe(sure);
  });

  test('by its command, unless the command failed', () => {
    expect(recognize('hello', LOGS)).toBe(3);
    expect(recognize('Error from server (NotFound): pods "web-0" not found', LOGS)).toBe(1);
    expect(recognize('hello', { ...LOGS, verb: 'get' })).toBe(0);
  });

  test('by its path, as a last resort', () => {
    expect(recognize('hello', undefined, true)).toBe(1);
  });
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text).length).toBeLessThanOrEqual(2 * text.split('\n').length);
      expect([0, 1, 2, 3]).toContain(recognize(text));
    }),
  );
});

test('the time that kubectl puts in front wins over the one inside a record', () => {
  const text = '2026-11-23T08:29:21.809319483Z 2026-11-23T08:29:21.309Z\tINFO\tcontroller\treconciled';
  const [reading] = kubectlLogs.parse(linesOf(text), contextOf());
  expect(reading?.fact).toMatchObject({ time: '2026-11-23T08:29:21.809319483Z', stamped: true, level: 'INFO' });
});
