import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLogEntry } from './log-entry.ts';
import { isoLogTime, leadingTime } from './log-time.ts';
import { readJsonRecord } from './json-record.ts';

test.each([
  ['2024/02/07 06:04:43.672', '2024-02-07T06:04:43.672Z'],
  ['2020/11/23 21:54:49', '2020-11-23T21:54:49Z'],
  ['01/22/2021 14:59:59', '2021-01-22T14:59:59Z'],
  ['01/22/2021 02:59:59 PM', '2021-01-22T14:59:59Z'],
  ['2024-08-09T06:21:37.712646207Z', '2024-08-09T06:21:37.712646207Z'],
  ['2024-08-09T08:21:37.712+02:00', '2024-08-09T06:21:37.712Z'],
  ['2024-08-09T08:21:37.712+0200', '2024-08-09T06:21:37.712Z'],
  ['2024-06-12 09:40:44,123', '2024-06-12T09:40:44.123Z'],
  ['1691562097.712', '2023-08-09T06:21:37.712Z'],
  ['1691562097712', '2023-08-09T06:21:37.712Z'],
  ['1.691562097712e+09', '2023-08-09T06:21:37.712Z'],
  ['2024/13/07 06:04:43', undefined],
  ['12:04:05', undefined],
  ['', undefined],
])('the time %j is %j', (text, time) => {
  expect(isoLogTime(text)).toBe(time);
});

test('a time in front is told from the rest', () => {
  expect(leadingTime('2024/02/07 06:04:43 Get configuration')).toEqual({
    time: '2024-02-07T06:04:43Z',
    rest: 'Get configuration',
  });
  expect(leadingTime('Get configuration')).toBeUndefined();
});

const RECORD =
  '{"Message":"2024/02/07 06:04:43 Failed to GET configurations with err : {\\u003cnil\\u003e}","LogType":"ConfigAgentTrace","LogLevel":"Information","Environment":"prod","Role":"ClusterConfigAgent","Location":"eastus","ArmId":"/subscriptions/x/managedclusters/shop","CorrelationId":"","AgentName":"ConfigAgent","AgentVersion":"1.14.5","AgentTimestamp":"2024/02/07 06:04:43.672"}';

describe('a record of an Azure agent', () => {
  const expected = {
    form: 'azure',
    message: '2024/02/07 06:04:43 Failed to GET configurations with err : {<nil>}',
    level: 'Information',
    time: '2024-02-07T06:04:43.672Z',
    location: 'eastus',
    agent: 'ConfigAgent',
    fields: {
      LogType: 'ConfigAgentTrace',
      Environment: 'prod',
      Role: 'ClusterConfigAgent',
      ArmId: '/subscriptions/x/managedclusters/shop',
      AgentVersion: '1.14.5',
    },
  };

  test('is read whole', () => {
    expect(readLogEntry(RECORD)).toEqual({ ...expected, text: RECORD });
  });

  test('is read with blanks between its fields', () => {
    const spaced = RECORD.replace(/","/g, '", "')
      .replace(/":"/g, '": "')
      .replace(/^\{(.*)\}$/, '{ $1 }');
    expect(readLogEntry(spaced)).toEqual({ ...expected, text: spaced });
  });

  test('is read field by field where a quote is missing', () => {
    const broken = RECORD.replace('"eastus","ArmId"', '"eastus, "ArmId"');
    expect(() => JSON.parse(broken) as unknown).toThrow();
    expect(readLogEntry(broken)).toEqual({ ...expected, text: broken });
  });

  test('is read as far as it goes where it was cut', () => {
    const cut = RECORD.slice(0, RECORD.indexOf('managedclusters'));
    expect(readLogEntry(cut)).toMatchObject({
      form: 'azure',
      message: expected.message,
      location: 'eastus',
      time: '2024-02-07T06:04:43Z',
    });
  });

  test('keeps stray backslashes of a documentation page, and loses the back-tick behind it', () => {
    const stray = RECORD.replace('Failed to', 'Post \\https://x\\: Failed to') + '`';
    expect(readLogEntry(stray)).toMatchObject({
      message: '2024/02/07 06:04:43 Post \\https://x\\: Failed to GET configurations with err : {<nil>}',
      agent: 'ConfigAgent',
    });
  });

  test.each([
    [
      `[pod/extension-agent-55d4f4795f-sqx7q/manager] ${RECORD}`,
      { pod: 'extension-agent-55d4f4795f-sqx7q', container: 'manager' },
    ],
    [`2024-08-09T06:21:37.712646207Z ${RECORD}`, { time: '2024-08-09T06:21:37.712646207Z', stamped: true }],
    [
      `[pod/extension-agent-55d4f4795f-sqx7q/manager] 2024-08-09T06:21:37.712646207Z ${RECORD}`,
      {
        pod: 'extension-agent-55d4f4795f-sqx7q',
        container: 'manager',
        time: '2024-08-09T06:21:37.712646207Z',
        stamped: true,
      },
    ],
    [
      `extension-agent-55d4f4795f-sqx7q manager ${RECORD}`,
      { pod: 'extension-agent-55d4f4795f-sqx7q', container: 'manager' },
    ],
    [`fluxconfig-agent ${RECORD}`, { container: 'fluxconfig-agent' }],
    [`2024-08-09T06:21:37.712646207Z stdout F ${RECORD}`, { time: '2024-08-09T06:21:37.712646207Z', stamped: true }],
    [JSON.stringify({ log: `${RECORD}\n`, stream: 'stdout', time: '2024-08-09T06:21:37.7Z' }), {}],
    [
      JSON.stringify({
        log: `[pod/extension-agent-55d4f4795f-sqx7q/manager] ${RECORD}`,
        stream: 'stdout',
        kubernetes: { namespace_name: 'kube-system', pod_name: 'fluentd-x7k2p', container_name: 'fluentd' },
      }),
      { namespace: 'kube-system', pod: 'extension-agent-55d4f4795f-sqx7q', container: 'manager' },
    ],
  ])('is found behind what was put in front: %s', (line, front) => {
    expect(readLogEntry(line)).toMatchObject({ ...expected, ...front });
  });

  test('without its own time has the one of its message, then the one in front', () => {
    const timeless = RECORD.replace(/,"AgentTimestamp":"[^"]*"/, '');
    expect(readLogEntry(timeless).time).toBe('2024-02-07T06:04:43Z');
    expect(readLogEntry(`2024-08-09T06:21:37.712646207Z ${timeless.replace('2024/02/07 06:04:43 ', '')}`).time).toBe(
      '2024-08-09T06:21:37.712646207Z',
    );
  });

  test('of the connect proxy has another order and an American time', () => {
    const proxy =
      '{"AgentTimestamp":"01/22/2021 14:59:59","LogLevel":"Error","LogType":"ConnectAgentTrace","Message":"one\\n   at two"}';
    expect(readLogEntry(proxy)).toMatchObject({
      message: 'one\n   at two',
      level: 'Error',
      time: '2021-01-22T14:59:59Z',
    });
  });
});

test.each([
  [
    '{"level":"info","ts":1691562097.712,"msg":"reconciled","name":"dapr"}',
    { form: 'json', message: 'reconciled', level: 'info', time: '2023-08-09T06:21:37.712Z', fields: { name: 'dapr' } },
  ],
  [
    'I0521 12:04:05.123456       1 leaderelection.go:250] attempting to acquire',
    { form: 'klog', message: 'attempting to acquire', level: 'I', fields: { caller: 'leaderelection.go:250' } },
  ],
  [
    '2024-08-09T06:21:37.712646207Z E0521 12:04:05.123456       1 main.go:7] lost',
    {
      form: 'klog',
      message: 'lost',
      level: 'E',
      time: '2024-08-09T06:21:37.712646207Z',
      text: 'E0521 12:04:05.123456       1 main.go:7] lost',
    },
  ],
  [
    '2024-06-12T09:40:44.123Z\tINFO\tcontroller\treconciled\t{"name": "dapr"}',
    {
      form: 'console',
      message: 'reconciled',
      level: 'INFO',
      time: '2024-06-12T09:40:44.123Z',
      fields: { name: 'dapr' },
    },
  ],
  ['2024-06-12T09:40:44.123Z\tERROR\tlost', { form: 'console', message: 'lost', level: 'ERROR' }],
  [
    'time="2024-06-12T09:40:44Z" level=info msg="say \\"hi\\"" app=dapr',
    { form: 'logfmt', message: 'say "hi"', level: 'info', time: '2024-06-12T09:40:44Z', fields: { app: 'dapr' } },
  ],
  [
    '2024-06-12 09:40:44 started',
    { form: 'plain', message: '2024-06-12 09:40:44 started', time: '2024-06-12T09:40:44Z' },
  ],
  [
    'Running /data/ConfigurationAgent',
    { form: 'plain', message: 'Running /data/ConfigurationAgent', text: 'Running /data/ConfigurationAgent' },
  ],
  ['{"apiVersion":"v1","kind":"Pod"}', { form: 'plain' }],
  ['2024-08-09T06:21:37.712646207Z ', { form: 'plain', text: '' }],
])('%s', (line, entry) => {
  expect(readLogEntry(line)).toMatchObject(entry);
});

test('a key named __proto__ is a field', () => {
  const { fields } = readLogEntry('{"msg":"x","level":"info","__proto__":"y"}');
  expect(Object.entries(fields ?? {})).toEqual([['__proto__', 'y']]);
});

const pieces = fc.constantFrom(
  '{',
  '}',
  '"',
  '"Message":',
  '"LogType":"',
  '\\',
  '\\"',
  ',',
  ' ',
  '2024/02/07 06:04:43 ',
  '[pod/a/b] ',
  'I0521 12:04:05.1 1 a:1] ',
  'a="',
  'msg=',
  '\t',
  'INFO',
  '\\u003c',
);
const texts = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
);

test('no text makes it throw', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readLogEntry(text).message).toBeTypeOf('string');
      expect(readJsonRecord(text)?.size ?? 1).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.each(['{"', '{"a":', '"a":"', 'a="', '[{', '{"Message":"\\', ' ', 'a '])(
  'a long run of %j is read at once',
  (part) => {
    const started = performance.now();
    readLogEntry(`{"Message":${part.repeat(20_000)}`);
    readLogEntry(`msg=${part.repeat(20_000)}`);
    readLogEntry(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  },
);
