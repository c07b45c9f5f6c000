import { expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { readBundleFacts } from '../read-facts.ts';

const EVENTS = `LAST SEEN   TYPE      REASON    OBJECT        MESSAGE
50m         Warning   BackOff   pod/web-0     Back-off restarting failed container
`;
const log = (time: string): string => `{"level":"info","ts":"${time}","msg":"ready"}\n`;

const capturedAt = async (files: Record<string, string>, name = 'ticket') => {
  const { bundle } = await analyze(files, { rules: [], name });
  return [bundle.capturedAt, bundle.capturedAtSource];
};

test.each<[string, Record<string, string>, string, string, object]>([
  [
    'the newest entry of a log',
    { 'a.log': log('2024-05-01T09:00:00Z'), 'b.log': log('2024-05-01T10:00:00Z') },
    'ticket',
    '2024-05-01T10:00:00.000Z',
    { from: 'log', zone: 'stated', path: 'b.log', line: 1, earliest: '2024-05-01T10:00:00.000Z' },
  ],
  [
    'a date in the name',
    { 'events.txt': EVENTS },
    'inspection-report-20240501_100007',
    '2024-05-01T10:00:07.000Z',
    { from: 'name', zone: 'assumed', text: '20240501_100007' },
  ],
  [
    'a date in the folder that a collector makes',
    { 'node1-2024-05-01_10_00_07/events.txt': EVENTS, 'node1-2024-05-01_10_00_07/a.txt': 'x' },
    'ticket',
    '2024-05-01T10:00:07.000Z',
    {
      from: 'name',
      zone: 'assumed',
      text: '2024-05-01_10_00_07',
      earliest: '2024-04-30T20:00:07.000Z',
      latest: '2024-05-01T23:00:07.000Z',
    },
  ],
  [
    'a date in a folder that was wrapped in others',
    { 'case/mail/bundle-2024-05-01T10_00_07/events.txt': EVENTS, 'case/mail/bundle-2024-05-01T10_00_07/a/b.txt': 'x' },
    'ticket',
    '2024-05-01T10:00:07.000Z',
    { from: 'name', text: '2024-05-01T10_00_07', latest: '2024-05-01T23:00:07.000Z' },
  ],
  [
    'what date printed',
    { 'systeminfo/date': 'Wed May  1 10:00:07 CEST 2024\n', 'events.txt': EVENTS },
    'case-2024-04-30',
    '2024-05-01T08:00:07.000Z',
    {
      from: 'date',
      zone: 'stated',
      path: 'systeminfo/date',
      line: 1,
      text: 'Wed May  1 10:00:07 CEST 2024',
      earliest: '2024-05-01T07:00:07.000Z',
      latest: '2024-05-01T09:00:07.000Z',
    },
  ],
  [
    'the end of a gathering',
    {
      timestamp: '2024-05-01 10:00:07.672 +0000 UTC m=+0.04\n2024-05-01 10:09:07.672 +0000 UTC m=+540.04\n',
      'events.txt': EVENTS,
    },
    'ticket',
    '2024-05-01T10:09:07.672Z',
    { from: 'date', zone: 'stated', path: 'timestamp', line: 2 },
  ],
  [
    'a log that goes on after date',
    { date: '2024-05-01T10:00:07Z\n', 'a.log': log('2024-05-01T10:05:00Z') },
    'ticket',
    '2024-05-01T10:05:00.000Z',
    { from: 'log', earliest: '2024-05-01T10:05:00.000Z', latest: '2024-05-01T11:00:07.000Z' },
  ],
  [
    'the lease of a node',
    {
      'nodes.txt':
        'Name:               node-1\nRoles:              <none>\nLabels:             a=b\nTaints:             <none>\nUnschedulable:      false\nLease:\n  HolderIdentity:  node-1\n  RenewTime:       Wed, 01 May 2024 12:00:07 +0200\nConditions:\n',
    },
    'ticket',
    '2024-05-01T10:00:07.000Z',
    { from: 'log', path: 'nodes.txt', line: 8 },
  ],
])('%s', async (_, files, name, time, source) => {
  expect(await capturedAt(files, name)).toEqual([time, expect.objectContaining(source)]);
});

test('what the user says wins, and is exact', async () => {
  const { bundle } = await analyze(
    { 'a.log': log('2024-05-01T10:00:00Z') },
    { rules: [], capturedAt: Date.UTC(2024, 4, 2) },
  );
  expect(bundle.capturedAtSource).toMatchObject({
    from: 'option',
    earliest: '2024-05-02T00:00:00.000Z',
    latest: '2024-05-02T00:00:00.000Z',
  });
});

test('where nothing tells, ages stay and a note says so', async () => {
  const { bundle, notes } = await analyze({ 'events.txt': EVENTS }, { rules: [] });
  expect(bundle).not.toHaveProperty('capturedAt');
  expect(notes.map(({ code }) => code)).toEqual(['captured-at-unknown']);
});

test('a quoted log tells no time', async () => {
  const page = `## Cause\n\nNone.\n\n\`\`\`\n${log('2024-05-01T10:00:00Z')}\`\`\`\n\n## Solution\n\nWait.\n`;
  expect(await capturedAt({ 'page.md': page })).toEqual([undefined, undefined]);
});

const eventTimes = async (files: Record<string, string>, name?: string) => {
  const { facts } = await readBundleFacts(files, { ...(name && { name }) });
  return facts.flatMap((fact) => (fact.kind === 'event' ? [[fact.time, fact.earliest, fact.latest]] : []));
};

test('the age of an event becomes a time', async () => {
  expect(await eventTimes({ 'events.txt': EVENTS, 'a.log': log('2024-05-01T10:00:00Z') })).toEqual([
    ['2024-05-01T09:10:00.000Z', '2024-05-01T09:09:00.000Z', undefined],
  ]);
});

test('a date in the folder counts for what is in it', async () => {
  const files = { 'first-2024-05-01T10-00-00Z/events.txt': EVENTS, 'second-2024-05-02T10-00-00Z/events.txt': EVENTS };
  expect((await eventTimes(files)).map(([time]) => time)).toEqual([
    '2024-05-01T09:10:00.000Z',
    '2024-05-02T09:10:00.000Z',
  ]);
});

test('a date typed in a session counts for what stands below it', async () => {
  const session = `$ kubectl get events -n shop\n${EVENTS}$ date\nWed May  1 10:00:00 UTC 2024\n$ kubectl get events -n shop\n${EVENTS}`;
  expect((await eventTimes({ 'session.txt': session })).map(([time]) => time)).toEqual([
    '2024-05-01T09:10:00.000Z',
    '2024-05-01T09:10:00.000Z',
  ]);
});

test('klog and syslog get the year in which they can have been written', async () => {
  const { facts } = await readBundleFacts({
    'kubelet.log':
      'I1231 23:59:00.000001    2731 kubelet.go:1] Starting\nI0101 00:01:00.000001    2731 kubelet.go:2] Started\n',
    'syslog.log': 'Dec 31 23:59:00 node-1 kubelet[2731]: Starting\n',
    date: '2024-01-01T08:00:00Z\n',
  });
  expect(facts.map((fact) => fact.kind === 'log-line' && fact.time)).toEqual([
    '2023-12-31T23:59:00.000001Z',
    '2024-01-01T00:01:00.000001Z',
    '2023-12-31T23:59:00Z',
  ]);
});

test('without any time of the bundle the year stays open', async () => {
  const { facts } = await readBundleFacts({ 'kubelet.log': 'I1231 23:59:00.000001    2731 kubelet.go:1] Starting\n' });
  expect(facts).toMatchObject([{ clock: '12-31T23:59:00.000001' }]);
  expect(facts[0]).not.toHaveProperty('time');
});
