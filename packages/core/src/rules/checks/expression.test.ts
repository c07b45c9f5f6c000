import { expect, test } from 'vitest';
import { expressionComplaint } from './expression.ts';

test.each([
  ['resourceGroups/(?<resource_group>[^/]{1,90})/'],
  ['response code \\{(?<status>\\d{3})\\}'],
  ['(?:eastus|westus)2?'],
  ['[a-z]+-[0-9a-f]+'],
  ['([a-z]{1,40} ){0,3}end'],
  ['\\(a+\\)+'],
  ['[(+*)]+'],
])('takes %s', (source) => {
  expect(expressionComplaint(source)).toBeUndefined();
});

test.each([
  ['(\\w+\\s?)+$', 'must not repeat a group that holds a repetition or alternatives'],
  ['(a|aa)+$', 'must not repeat a group that holds a repetition or alternatives'],
  ['((a*)b)*', 'must not repeat a group that holds a repetition or alternatives'],
  ['(?:x{2,})*', 'must not repeat a group that holds a repetition or alternatives'],
  ['(?:x+){3,}', 'must not repeat a group that holds a repetition or alternatives'],
  [
    'claim (?=of)',
    'must not look ahead or behind: a text is read once; match what stands there too, and name the part you need, (?<name>…)',
  ],
  [
    '(?<!no )claim',
    'must not look ahead or behind: a text is read once; match what stands there too, and name the part you need, (?<name>…)',
  ],
  ['(a)\\1', 'must not refer back to a group: a text is read once; name both parts, such as (?<a>…) and (?<b>…)'],
  [
    '(?<a>b)\\k<a>',
    'must not refer back to a group: a text is read once; name both parts, such as (?<a>…) and (?<b>…)',
  ],
  ['(claim', 'is no regular expression: Invalid regular expression: /(claim/: Unterminated group'],
  ['x[^y]{1,1000}{2}', 'is no regular expression: Invalid regular expression: /x[^y]{1,1000}{2}/: Nothing to repeat'],
  ['x[^y]{1,900}y[^z]{1,900}z', 'repeats too much: 3603 steps for each character, and 2000 at most'],
  ['x{2000}', 'is unknown to the linear-time engine: error parsing regexp: invalid repeat count: `{2000}`'],
  ['a'.repeat(501), 'must have at most 500 characters'],
])('refuses %s', (source, message) => {
  expect(expressionComplaint(source)).toBe(message);
});
