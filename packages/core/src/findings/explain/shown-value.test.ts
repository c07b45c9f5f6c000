import { expect, test } from 'vitest';
import { compilePattern } from '../../rules/compile-pattern.ts';
import { linearEngine } from '../../rules/linear-engine.ts';
import type { FieldTest } from '../../rules/rule.ts';
import { shownValue } from './shown-value.ts';

const shown = (value: unknown, asked: FieldTest): string | undefined =>
  shownValue(value, compilePattern({ message: asked }, linearEngine)[0]!.test);

test.each<[string, unknown, FieldTest, string | undefined]>([
  ['nothing', undefined, 'Running', undefined],
  ['a number', 7, { gt: 3 }, '7'],
  ['a list', ['a', 'b'], 'a', 'a, b'],
  ['an empty list', [], 'a', ''],
  ['the stretch that is sought', 'the call was   Refused by peer', { contains: 'was refused' }, 'was   Refused'],
  ['all of a text without it', 'the call was answered', { contains: 'was refused' }, 'the call was answered'],
  [
    'the asked parts of a map',
    { class: 'taint', count: 3, node: 'a' },
    { class: 'taint', node: 'b' },
    '{class: taint, node: a}',
  ],
  ['the asked parts of each element', [{ key: 'a', value: 1 }, { value: 2 }], { key: 'a' }, '{key: a}, {}'],
  [
    'every part where an operator asks',
    [{ key: 'a', effect: 'NoSchedule' }],
    { tolerates: 'a' },
    '{key: a, effect: NoSchedule}',
  ],
])('%s is shown', (_, value, asked, text) => {
  expect(shown(value, asked)).toBe(text);
});

test('what is long is cut', () => {
  expect(shown('x'.repeat(5000), 'y')).toBe(`${'x'.repeat(159)}…`);
  expect(
    shown(
      Array.from({ length: 5000 }, (_, at) => at),
      '1',
    ),
  ).toBe('0, 1, 2, 3, 4, 5, …');
});
