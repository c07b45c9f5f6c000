import { expect, test } from 'vitest';
import { measureSteps } from './step-times.ts';

/** A clock that is a given time further at each look. */
function clockOf(...steps: readonly number[]): () => number {
  let time = 0;
  let at = 0;
  return () => (time += steps[at++] ?? 0);
}

const told = (telling: 'stages' | 'rules'): readonly string[] => {
  const times = measureSteps(telling, clockOf(0, 1200, 0, 70, 0, 2, 0, 30, 0, 1, 0))!;
  times.onStep({ stage: 'read', files: 3 });
  times.onStep({ stage: 'gather', facts: 40 });
  times.onStep({ stage: 'judge', rule: 'shop/quick' });
  times.onStep({ stage: 'judge', rule: 'shop/slow' });
  times.onStep({ stage: 'report', findings: 1 });
  return times.lines();
};

test('each stage is told with its time', () => {
  expect(told('stages')).toEqual([
    '   1200.0 ms  read    3 files',
    '     70.0 ms  gather  40 facts',
    '     32.0 ms  judge   2 rules',
    '      1.0 ms  report  1 findings',
  ]);
});

test('the rules that took longest are named first', () => {
  expect(told('rules').slice(4)).toEqual(['     30.0 ms    shop/slow', '      2.0 ms    shop/quick']);
});

test('where nothing is to be told nothing is measured', () => {
  expect(measureSteps('nothing')).toBeUndefined();
});
