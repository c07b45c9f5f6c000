import { expect, test } from 'vitest';
import { placeholdersIn, strayBrace, variablesIn } from './variable.ts';

test.each([
  ['{region}.dp.kubernetesconfiguration.azure.*', ['region']],
  ['{public address}', ['public address']],
  ['{namespace}/{pod}', ['namespace', 'pod']],
  ['{{region}}', []],
  ['{ region }', []],
  ['response code {200}', []],
])('the variables of %j are %j', (value, names) => {
  expect(variablesIn(value)).toEqual(names);
});

test.each([
  ['Calls from {{region}} to {{public address}}', ['region', 'public address']],
  ['-o jsonpath={.items} {region}', []],
  ['{{ region }}', []],
])('the placeholders of %j are %j', (text, names) => {
  expect(placeholdersIn(text)).toEqual(names);
});

test.each([
  ['{region}.example.com', '{', -1],
  ['{region', '{', 0],
  ['a{{region}}', '{', 1],
  ['{"a":{"b":1}} {{pod}}', '{{', -1],
  ['see {{ pod }}', '{{', 4],
] as const)('in %j a stray %s stands at %i', (text, opening, index) => {
  expect(strayBrace(text, opening)).toBe(index);
});
