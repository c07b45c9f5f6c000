import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import type { DerivedFact } from './derived-fact.ts';
import { capture, told } from './made-facts.test.kit.ts';
import { extremes, newer } from './order.ts';

const log = capture('agent.log');
const otherLog = capture('operator.log');
const events = capture('events.txt');
const first = capture('session.txt', { session: true, index: 0, line: 1 });
const second = capture('session.txt', { session: true, index: 1, line: 50 });
const elsewhere = capture('other-session.txt', { session: true, index: 1 });

const HOUR = 3_600_000;
const taken = (from: string, hours: number) => ({
  at: Date.parse(from),
  earliest: Date.parse(from),
  latest: Date.parse(from) + hours * HOUR,
});
const dated = capture('2026-03-02/pods.txt', { taken: taken('2026-03-02T00:00:00Z', 24) });
const early = capture('2026-03-01/pods.txt', { taken: taken('2026-03-01T00:00:00Z', 20) });
const overlapping = capture('x/pods.txt', { taken: taken('2026-03-01T10:00:00Z', 24) });
const aged = (path: string, least: number, below: number) =>
  capture(path, { ages: new Map([['pod shop/web', [least, below]]]) });
const [younger, older, hours] = [aged('a.txt', 300, 301), aged('b.txt', 7200, 7260), aged('c.txt', 7200, 10_800)];

const entry = (source: typeof log, line: number, time?: string): KnownFact =>
  told(source, line, { kind: 'log-line', ...(time ? { time } : {}) });
const event = (source: typeof log, line: number, ageSeconds?: number): KnownFact =>
  told(source, line, { kind: 'event', ...(ageSeconds === undefined ? {} : { ageSeconds }) });
const reckoned = (source: typeof log, line: number, earliest: string, latest?: string): KnownFact =>
  told(source, line, {
    kind: 'event',
    ageSeconds: 60,
    time: earliest,
    reckoned: true,
    earliest,
    ...(latest && { latest }),
  });
const pod = (source: typeof log, line: number, ageSeconds = 60): KnownFact =>
  told(source, line, { kind: 'pod', ageSeconds });
const lookup = (source: typeof log, line: number): KnownFact => told(source, line, { kind: 'dns-lookup' });

const NOON = '2026-03-01T12:00:00Z';
const LATER = '2026-03-01T12:00:07Z';

test.each<[string, KnownFact, KnownFact, boolean | undefined]>([
  ['of two times the later', entry(log, 1, LATER), entry(otherLog, 9, NOON), true],
  ['a time without a zone is UTC', entry(log, 1, '2026-03-01T12:00:03'), entry(otherLog, 9, NOON), true],
  ['zones are heeded', entry(log, 1, '2026-03-01T13:00:00+02:00'), entry(otherLog, 9, NOON), false],
  ['time before line', entry(log, 1, LATER), entry(log, 9, NOON), true],
  ['of one time in one log the lower line', entry(log, 9, NOON), entry(log, 1, NOON), true],
  ['of one time in two logs neither is known', entry(log, 9, NOON), entry(otherLog, 1, NOON), undefined],
  ['a broken time is none', entry(log, 9, 'yesterday'), entry(log, 1, LATER), true],
  ['in one log without times the lower line', entry(log, 9), entry(log, 1), true],
  ['between logs without times nothing', entry(log, 9), entry(otherLog, 1), undefined],
  ['of two events the younger', event(events, 1, 30), event(events, 9, 90), true],
  ['of two events of one age the lower line', event(events, 9, 30), event(events, 1, 30), true],
  ['ages of two captures do not compare', event(events, 1, 30), event(log, 9, 90), undefined],
  ['an event with an age and one without', event(events, 9), event(events, 1, 30), undefined],
  ['a state is newer than an event of its capture', pod(events, 1), event(events, 9, 1), true],
  ['an event is not newer than a state of its capture', event(events, 9, 1), pod(events, 1), false],
  ['two states of one capture are of one moment', pod(events, 9, 5), pod(events, 1, 500), false],
  ['in a session the later lookup', lookup(second, 60), lookup(first, 3), true],
  ['in a session the earlier lookup', lookup(first, 3), lookup(second, 60), false],
  ['a later state and an earlier event', pod(second, 60), event(first, 3, 10), true],
  ['an event of a later capture may be old', event(second, 60, 10), pod(first, 3), undefined],
  ['nor is what came before known to be older than it', pod(first, 3), event(second, 60, 10), undefined],
  ['captures of two sessions', lookup(elsewhere, 60), lookup(first, 3), undefined],
  ['captures of two files', pod(events, 1), pod(log, 1), undefined],
  [
    'a reckoned time that is surely later',
    reckoned(events, 1, NOON, LATER),
    entry(log, 9, '2026-03-01T11:59:59Z'),
    true,
  ],
  [
    'a reckoned time that is surely earlier',
    reckoned(events, 1, NOON, LATER),
    entry(log, 9, '2026-03-01T12:01:00Z'),
    false,
  ],
  [
    'a reckoned time that may be either',
    reckoned(events, 1, NOON, LATER),
    entry(log, 9, '2026-03-01T12:00:03Z'),
    undefined,
  ],
  ['a reckoned time of which only the beginning is known', reckoned(events, 1, NOON), entry(log, 9, LATER), undefined],
  ['a state of a capture whose time is known', pod(dated, 1), entry(log, 9, NOON), true],
  ['two captures whose times do not overlap', pod(dated, 1), pod(early, 1), true],
  ['two captures whose times overlap', pod(dated, 1), pod(overlapping, 1), undefined],
  ['a capture in which the same pod is older', pod(younger, 1), pod(older, 1), false],
  ['and what that pod shows is newer than an event of the other', pod(older, 1), event(younger, 9, 20), true],
  ['but not an event of it', event(older, 9, 20), pod(younger, 1), undefined],
  ['a capture in which the age is cut to hours and may be the same', pod(hours, 1), pod(older, 1), undefined],
])('%s', (_, a, b, expected) => {
  expect(newer(a, b)).toBe(expected);
});

test('no two facts are each newer than the other, and nothing is newer than itself', () => {
  const all = [log, events, first, second].flatMap((source) => [
    entry(source, 1, NOON),
    entry(source, 2, LATER),
    entry(source, 3),
    event(source, 4, 30),
    event(source, 5),
    pod(source, 6),
    lookup(source, 7),
  ]);
  for (const a of all) {
    expect(newer(a, a) ?? false).toBe(false);
    for (const b of all) if (newer(a, b)) expect(newer(b, a)).toBe(false);
  }
});

test('a finding stands where the fact stands that shows it', () => {
  const finding: DerivedFact = { ...told(otherLog, 1, { kind: 'finding' }), basis: entry(log, 5, NOON) };
  expect(newer(entry(log, 1, LATER), finding)).toBe(true);
  expect(newer(finding, entry(log, 1))).toBe(true);
});

test('of many facts the first and the last by line, time and age remain', () => {
  const times = [7, 3, 9, 1, 5, 8, 2, 6, 4].map((minute, line) => entry(log, line + 1, `2026-03-01T12:0${minute}:00Z`));
  const ages = [7, 3, 9, 1, 5, 8, 2, 6, 4].map((age, line) => event(events, line + 1, age));
  expect(extremes(times).map(({ fact }) => fact.origin.line)).toEqual([1, 9, 4, 3]);
  expect(extremes(ages).map(({ fact }) => fact.origin.line)).toEqual([1, 9, 3, 4]);
  expect(extremes(times.slice(0, 5))).toHaveLength(5);
});
