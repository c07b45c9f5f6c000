import { describe, expect, test } from 'vitest';
import type { FactSet } from '../facts/fact-set.ts';
import { readSource } from '../read-source.ts';
import { takenCommands } from './taken-commands.ts';

const DESCRIBED = [
  'Name:             web-0',
  'Namespace:        shop',
  'Node:             <none>',
  'Status:           Pending',
  'Containers:',
  '  web:',
  '    Image:  nginx',
  'Conditions:',
  '  Type           Status',
  '  PodScheduled   False',
  'Events:          <none>',
  '',
].join('\n');

const PODS =
  'NAMESPACE   NAME    READY   STATUS    RESTARTS   AGE\nshop        web-0   0/1     Pending   0          4m\n';

const EVENTS =
  'LAST SEEN   TYPE      REASON             OBJECT      MESSAGE\n4m          Warning   FailedScheduling   pod/web-0   0/2 nodes are available: 2 Insufficient cpu.\n';

const factsOf = async (files: Readonly<Record<string, string>>): Promise<FactSet> =>
  (await readSource(files, {})).facts;

describe('a description of the pods need not be asked for', () => {
  test.each([
    ['where the pod is described', { 'a.txt': DESCRIBED }, true],
    ['where each listed pod is described', { 'a.txt': DESCRIBED, 'b.txt': PODS }, true],
    [
      'but where one is not',
      { 'a.txt': DESCRIBED, 'b.txt': `${PODS}shop        web-1   0/1     Pending   0          4m\n` },
      false,
    ],
    ['but where pods are only listed', { 'b.txt': PODS }, false],
    ['but where the description is cut', { 'a.txt': DESCRIBED.replace(/^ {2}web:[^]*/m, '') }, false],
  ])('%s', async (_, files, taken) => {
    expect(takenCommands(await factsOf(files))('kubectl describe pods -n shop')).toBe(taken);
  });

  test('of that pod and that namespace only', async () => {
    const taken = takenCommands(await factsOf({ 'a.txt': DESCRIBED }));
    expect(taken('kubectl describe pod -n shop web-0')).toBe(true);
    expect(taken('kubectl describe pod -n shop web-1')).toBe(false);
    expect(taken('kubectl describe pods -n other')).toBe(false);
    expect(taken('kubectl describe pods -n shop -l app=web')).toBe(false);
    expect(taken('kubectl describe nodes')).toBe(false);
  });
});

test('events are taken where a list of them is here', async () => {
  const taken = takenCommands(await factsOf({ 'a.txt': `$ kubectl get events -n shop\n${EVENTS}` }));
  expect(taken('kubectl get events -n shop')).toBe(true);
  expect(taken('kubectl get events -n other')).toBe(false);
  expect(takenCommands(await factsOf({ 'a.txt': DESCRIBED }))('kubectl get events -n shop')).toBe(false);
});
