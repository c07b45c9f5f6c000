import { expect, test } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

test.each([
  ['pods', ['node', 'pod', 'event'], '; did you mean "pod"?'],
  ['sevreity', ['severity', 'title'], '; did you mean "severity"?'],
  ['Status', ['status', 'state'], '; did you mean "status"?'],
  ['temperature', ['status', 'state'], ''],
  ['', ['pod'], ''],
])('answers %j among %j with %j', (word, candidates, answer) => {
  expect(didYouMean(word, candidates)).toBe(answer);
});
