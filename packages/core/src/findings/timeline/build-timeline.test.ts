import { expect, test } from 'vitest';
import type { KnownFact } from '../../facts/fact-set.ts';
import { judge } from '../judge.ts';
import { capture, cause, compiled, factsOf, rule, told } from '../made-facts.test.kit.ts';
import type { Timeline } from './timeline.ts';

const collecting = {
  print: () => [],
  taken: () => false,
  prints: () => undefined,
  key: (command: string) => command,
  join: ([command]: readonly string[]) => command!,
};

const pods = rule({
  id: 'shop/pod-waits',
  per: ['pod'],
  appears: [{ pod: { of: { name: '{pod}' }, is: { health: 'stuck' } } }],
  'resolved-by': [{ event: { of: { pod: '{pod}' }, is: { reason: 'Started' } } }],
  causes: [
    cause('memory', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'FailedScheduling' } } }] }),
    cause('log', { when: [{ 'log-line': { of: { pod: '{pod}' }, is: { level: 'error' } } }] }),
  ],
});

const timelineOf = (...facts: readonly KnownFact[]): Timeline =>
  judge(compiled([pods]), factsOf(facts), { texts: new Map(), collecting, timeline: true }).timeline!;

/** `when what text: roles`, one for each entry. */
const drawn = (timeline: Timeline): readonly string[] =>
  timeline.entries.map(({ time, earliest, latest, ageSeconds, what, text, findings, more, until }) => {
    const when = earliest === undefined && latest === undefined ? (time ?? ageSeconds) : `${earliest}..${latest}`;
    const roles = findings.map(({ cause: id, speaks }) => `${id ?? 'error'} ${speaks}`).join(', ');
    return `${when} ${what} ${text}: ${roles}${more === undefined ? '' : ` +${more} ${until}`}`;
  });

const listing = capture('pods.txt');
const events = capture('events.txt', { kind: 'kubectl get events' });
const log = capture('web.log');
const taken = { at: Date.UTC(2024, 0, 2, 8), earliest: Date.UTC(2024, 0, 2, 8), latest: Date.UTC(2024, 0, 2, 9) };

const stuck = (source = listing): KnownFact => told(source, 2, { kind: 'pod', name: 'web-0', health: 'stuck' });
const failed = (fields: object, line = 4): KnownFact =>
  told(events, line, {
    kind: 'event',
    pod: 'web-0',
    object: 'pod/web-0',
    reason: 'FailedScheduling',
    message: 'no room',
    ...fields,
  });
const entry = (line: number, time: string): KnownFact =>
  told(log, line, { kind: 'log-line', pod: 'web-0', level: 'error', message: `try ${line}`, time });

test('is in the order of time: exact ones, those reckoned from ages, states when they were captured', () => {
  const reckoned = {
    time: '2024-01-02T07:55:00.000Z',
    reckoned: true,
    earliest: '2024-01-02T07:54:00.000Z',
    latest: '2024-01-02T08:55:00.000Z',
  };
  expect(
    drawn(timelineOf(stuck(capture('pods.txt', { taken })), failed(reckoned), entry(3, '2024-01-02T07:30:00Z'))),
  ).toEqual([
    '2024-01-02T07:30:00.000Z log try 3: log for',
    '2024-01-02T07:54:00.000Z..2024-01-02T08:55:00.000Z event FailedScheduling pod/web-0: no room: memory for',
    '2024-01-02T08:00:00.000Z..2024-01-02T09:00:00.000Z state line 2 of pods.txt: error for',
  ]);
});

test('what has no time stands by its age, and what has neither at the end', () => {
  const untimed = told(log, 3, { kind: 'log-line', pod: 'web-0', level: 'error', message: 'no time' });
  expect(drawn(timelineOf(untimed, stuck(), failed({ ageSeconds: 290 })))).toEqual([
    '290 event FailedScheduling pod/web-0: no room: memory for',
    '0 state line 2 of pods.txt: error for',
    'undefined log no time: log for',
  ]);
});

test('lines that say the same are one entry, and an event is one in every capture that shows it', () => {
  const described = told(capture('describe.txt'), 40, {
    kind: 'event',
    pod: 'web-0',
    object: 'Pod/web-0',
    reason: 'FailedScheduling',
    message: 'no room',
    ageSeconds: 280,
  });
  expect(
    drawn(
      timelineOf(
        stuck(),
        failed({ ageSeconds: 290 }),
        described,
        entry(3, '2024-01-02T07:30:00Z'),
        entry(9, '2024-01-02T07:40:00Z'),
      ),
    ),
  ).toEqual([
    '2024-01-02T07:30:00.000Z log try 3: log for +1 2024-01-02T07:40:00.000Z',
    '290 event FailedScheduling pod/web-0: no room: memory for +1 undefined',
    '0 state line 2 of pods.txt: error for',
  ]);
});

test('what shows an end is told as that', () => {
  const started = told(events, 9, {
    kind: 'event',
    pod: 'web-0',
    object: 'pod/web-0',
    reason: 'Started',
    message: 'it runs',
    time: '2024-01-02T09:00:00Z',
  });
  expect(drawn(timelineOf(stuck(), failed({ time: '2024-01-02T08:00:00Z' }), started))).toContain(
    '2024-01-02T09:00:00.000Z event Started pod/web-0: it runs: memory end',
  );
});

test('the containers of a described pod began and ended when it tells', () => {
  const described = told(capture('describe.txt'), 2, {
    kind: 'pod',
    name: 'web-0',
    health: 'stuck',
    containers: [
      {
        name: 'web',
        state: 'Running',
        startedAt: '2024-01-02T07:00:00Z',
        last: { state: 'Terminated', reason: 'OOMKilled', exitCode: 137, finishedAt: '2024-01-02T06:59:00Z' },
      },
    ],
  });
  expect(drawn(timelineOf(described)).slice(0, 2)).toEqual([
    '2024-01-02T06:59:00.000Z change web-0 web Terminated (OOMKilled, exit code 137): error for',
    '2024-01-02T07:00:00.000Z change web-0 web Started: error for',
  ]);
});

test('is not there where it was not asked for', () => {
  expect(judge(compiled([pods]), factsOf([stuck()]), { texts: new Map(), collecting })).not.toHaveProperty('timeline');
});

test('is cut where it is very long, and says so', () => {
  const many = Array.from({ length: 600 }, (_, at) =>
    told(events, at + 1, {
      kind: 'event',
      pod: 'web-0',
      object: 'pod/web-0',
      reason: 'FailedScheduling',
      message: `no room ${at}`,
      ageSeconds: at,
    }),
  );
  const { entries, omitted } = timelineOf(stuck(), ...many);
  expect([entries.length, omitted]).toEqual([500, 101]);
});
