import { expect, test } from 'vitest';
import type { Source } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, places, rule, told, verdicts } from './made-facts.test.kit.ts';

const aged = (path: string, age: number): Source =>
  capture(path, { ages: new Map([['pod shop/web-1', [age, age + 60]]]) });
const early = aged('z-early.txt', 600);
const late = aged('a-late.txt', 7200);
const undated = capture('undated.txt');

const pod = (source: Source, status: string, line = 2, more: object = {}) =>
  told(source, line, { kind: 'pod', namespace: 'shop', name: 'web-1', status, ...more });

const pending = rule({
  appears: [{ pod: { of: { name: '{pod}' }, is: { status: 'Pending' } } }],
  per: ['pod'],
  causes: [cause('no-node', { when: [{ pod: { of: { name: '{pod}' }, is: { scheduled: false } } }] })],
});
const findingsOf = (...facts: ReturnType<typeof pod>[]) => judged([pending], factsOf(facts)).findings;

test('the newest look at an object wins, and what it was like before is history', () => {
  const [finding] = findingsOf(
    pod(early, 'Pending', 2, { scheduled: false }),
    pod(late, 'Running', 2, { scheduled: true }),
  );
  expect(finding).toMatchObject({ status: 'resolved' });
  expect(places(finding!.evidence)).toEqual(['z-early.txt:2']);
  expect(verdicts([finding!])).toBe('shop/checkout-down: no-node confirmed resolved');
  expect(places(finding!.causes[0]!.counterEvidence)).toEqual(['a-late.txt:2']);
});

test('what it has become is an error, whatever it was like before', () => {
  const [finding] = findingsOf(
    pod(late, 'Pending', 2, { scheduled: false }),
    pod(early, 'Running', 2, { scheduled: true }),
  );
  expect(finding).toMatchObject({ status: 'active' });
  expect(verdicts([finding!])).toBe('shop/checkout-down: no-node confirmed');
});

test('without an order both count', () => {
  const [finding] = findingsOf(pod(undated, 'Running'), pod(early, 'Pending', 2, { scheduled: false }));
  expect(finding).toMatchObject({ status: 'active' });
});

test('a later look that does not show the field ends nothing', () => {
  const [finding] = findingsOf(
    pod(early, 'Pending', 2, { scheduled: false }),
    told(late, 2, { kind: 'pod', namespace: 'shop', name: 'web-1' }),
  );
  expect(finding).toMatchObject({ status: 'active' });
});

test('a later look at another object ends nothing', () => {
  const other = told(late, 2, { kind: 'pod', namespace: 'shop', name: 'web-2', status: 'Running', scheduled: true });
  expect(findingsOf(pod(early, 'Pending', 2, { scheduled: false }), other)[0]).toMatchObject({ status: 'active' });
});

const node = (source: Source, name: string, taint: string | undefined) =>
  told(source, 2, { kind: 'node', name, taints: taint === undefined ? [] : [taint] });
const allTainted = rule({
  appears: [{ event: { is: { reason: 'FailedScheduling' } } }],
  causes: [cause('every-node', { when: [{ node: { every: { taints: 'critical*' } } }] })],
});
const event = told(late, 9, { kind: 'event', reason: 'FailedScheduling', totalNodes: 1 });

test('of every node the newest look counts', () => {
  const tainted = factsOf([event, node(early, 'node-1', undefined), node(late, 'node-1', 'critical')]);
  expect(verdicts(judged([allTainted], tainted).findings)).toBe('shop/checkout-down: every-node confirmed');
  const freed = factsOf([event, node(early, 'node-1', 'critical'), node(late, 'node-1', undefined)]);
  expect(verdicts(judged([allTainted], freed).findings)).toBe('shop/checkout-down: every-node excluded');
});

test('what ends an error does not, where a later look says that it is not so any more', () => {
  const down = rule({
    appears: [{ event: { is: { reason: 'Down' } } }],
    'resolved-by': [{ pod: { of: { name: 'web-1' }, is: { health: 'ready' } } }],
  });
  const told3 = told(early, 9, { kind: 'event', reason: 'Down' });
  const ready = pod(early, 'Running', 2, { health: 'ready' });
  expect(judged([down], factsOf([told3, ready])).findings[0]).toMatchObject({ status: 'resolved' });
  const again = pod(late, 'CrashLoopBackOff', 2, { health: 'failing' });
  expect(judged([down], factsOf([told3, ready, again])).findings[0]).toMatchObject({ status: 'active' });
});

test('in a table that was watched the last row of an object wins', () => {
  const row = (status: string, line: number) =>
    pod(undated, status, line, { cells: { status }, scheduled: status === 'Running' });
  const [ended] = findingsOf(row('Pending', 2), row('Running', 4));
  expect(ended).toMatchObject({ status: 'resolved' });
  const [begun] = findingsOf(row('Running', 2), row('Pending', 4));
  expect(begun).toMatchObject({ status: 'active' });
});
