import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileText } from '../rules/compile-text.ts';
import { valuesOf, type Bindings } from './bindings.ts';
import { matchText } from './match-text.ts';

const bound = (values: Record<string, string[]>): Bindings =>
  new Map(Object.entries(values).map(([name, texts]) => [name, valuesOf(texts)]));

const match = (pattern: string, text: string, values: Record<string, string[]> = {}, quoted = false): unknown => {
  const way = matchText(compileText(pattern), text, { bindings: bound(values), quoted });
  return way && Object.fromEntries(way);
};

test.each([
  ['Running', 'running', {}],
  ['Running', 'Running ', undefined],
  ['', '', {}],
  ['aks-*', 'aks-nodepool1-28-vmss000002', {}],
  ['aks-*', 'AKS-', {}],
  ['aks-*', 'xaks-1', undefined],
  ['*-vmss*', 'aks-nodepool1-28-vmss000002', {}],
  ['a*b*c', 'a-b-b-c', {}],
  ['a*b*c', 'acb', undefined],
  ['ab*ba', 'aba', undefined],
  ['*', '', {}],
  ['kafka\u212a', 'KAFKA\u212a', {}],
  ['kafka', '\u212aafka', undefined],
])('%j against %j', (pattern, text, expected) => {
  expect(match(pattern, text)).toEqual(expected);
});

test.each([
  ['{region}', 'West Europe', { region: 'West Europe' }],
  ['{region}', '', undefined],
  ['{region}.dp.example.com', 'eastus.dp.example.com', { region: 'eastus' }],
  ['{region}.dp.example.com', '.dp.example.com', undefined],
  ['{region}.dp.example.com', 'East US.dp.example.com', undefined],
  ['{a}.dp', 'x.dp.dp', { a: 'x.dp' }],
  ['{region}.dp.*', 'eastus.dp.dp.example.com', { region: 'eastus' }],
  ['ns-{namespace}', 'ns-shop', { namespace: 'shop' }],
  ['{agent pod}: *', 'extension-agent-5f: ready', { 'agent pod': 'extension-agent-5f' }],
  ['{first}-{last}', 'a-b-c', { first: 'a', last: 'b-c' }],
  ['{name}/{name}', 'api/api', { name: 'api' }],
  ['{name}/{name}', 'api/web', undefined],
  ['{name}/{name}', 'api/API', { name: 'API' }],
])('%j takes from %j', (pattern, text, expected) => {
  expect(match(pattern, text)).toEqual(expected);
});

test('a bound variable stands for each of its values, and for no other', () => {
  const values = { region: ['eastus', 'westus2'] };
  expect(match('{region}', 'WestUS2', values)).toEqual({ region: 'WestUS2' });
  expect(match('{region}.dp', 'eastus.dp', values)).toEqual({ region: 'eastus' });
  expect(match('{region}.dp', 'northeurope.dp', values)).toBeUndefined();
  expect(match('{workload}-*', 'extension-agent-5f', { workload: ['extension-agent'] })).toEqual({
    workload: 'extension-agent',
  });
});

test('a placeholder in a sample agrees with every value; a name in it has to be the same', () => {
  const values = { region: ['eastus'] };
  expect(match('{region}.dp', '<region>.dp', values, true)).toBeDefined();
  expect(match('{region}', '[region]', values, true)).toBeDefined();
  expect(match('{region}', '<region>', values, false)).toBeUndefined();
  expect(match('{region}.dp', 'westus.dp', values, true)).toBeUndefined();
  expect(match('{region}.dp', 'EASTUS.dp', values, true)).toBeDefined();
});

test('globs agree with the regular expression they stand for', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
  fc.assert(
    fc.property(letters, texts, (pattern, text) => {
      const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text);
      expect(match(pattern, text) !== undefined).toBe(expected);
      expect(match(`${pattern}{x}`, `${text}x`, { x: ['x'] }) !== undefined).toBe(expected);
    }),
  );
});

test('what a pattern takes, put back in its place, gives the text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', '-', '.'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      const way = match('{x}-{y}.{z}', `${a}-${b}.${c}`) as Record<string, string>;
      expect(way).toBeDefined();
      expect(`${way['x']}-${way['y']}.${way['z']}`).toBe(`${a}-${b}.${c}`);
    }),
  );
});

test('time grows with the text, not with its square', () => {
  const text = 'a'.repeat(60_000);
  const begun = performance.now();
  expect(match('*a*a*a*a*a*a*b', text)).toBeUndefined();
  expect(match('*{x}a{y}a{z}a*ab', `${text}ac`)).toBeUndefined();
  expect(performance.now() - begun).toBeLessThan(1000);
});
