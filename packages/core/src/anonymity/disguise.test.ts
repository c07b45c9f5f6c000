import { describe, expect, test } from 'vitest';
import { scopeOf } from '../facts/ip-scope.ts';
import { podStem } from '../facts/component.ts';
import { createDisguise } from './disguise.ts';
import { scanForNames, type Telling } from './names-in-lines.ts';
import { numberPseudonyms, type PseudonymKind } from './pseudonyms.ts';

const disguise = (): ((value: string, kind: PseudonymKind) => string) =>
  createDisguise(numberPseudonyms(), { taken: new Set(['zz']), stays: new Set(['csi']) });

describe('a pseudonym is as long as its value, and of its form', () => {
  test.each([
    ['name', 'ledger-api', /^[a-z]{6}-[a-z]{3}$/],
    ['name', 'SHOP-Web', /^[A-Z]{4}-[A-Z][a-z]{2}$/],
    ['name', 'aks-userpool1-31415926-vmss00000a', /^aks-[a-z]{8}1-\d{8}-vmss00000a$/],
    ['name', 'sh.helm.release.v1.ledger.v12', /^sh\.helm\.release\.v1\.[a-z]{6}\.v12$/],
    ['name', 'ticket-20240207-0604', /^[a-z]{6}-20240207-0604$/],
    ['name', 'csi-mydriver', /^csi-[a-z]{8}$/],
    ['name', 't1', /^[a-z]\d$/],
    ['host', 'vault.corp.fabrikam.example', /^[a-z]{5}\.[a-z]{4}\.[a-z]{8}\.example$/],
    ['mail', 'ops.lead@fabrikam.example', /^[a-z]{3}\.[a-z]{4}@[a-z]{8}\.example$/],
    ['ip', '20.39.12.229', /^\d\d\.\d\d\.\d\d\.\d{3}$/],
    ['ip', '2603:1030:20e:3::23c', /^2[0-9a-f]03:10[0-9a-f]0:[0-9a-f]0[0-9a-f]:[0-9a-f]::[0-9a-f]{3}$|^[0-9a-f:]{20}$/],
    ['mac', '00:0D:3A:5F:12:9C', /^00:0[0-9A-F](?::[0-9A-F]{2}){4}$/],
    ['id', '6F1C0F0E-5A4B-4C8E-9D3F-2B7A1E6C9D05', /^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-9[0-9A-F]{3}-[0-9A-F]{12}$/],
  ] as const)('%s %s', (kind, value, form) => {
    const given = disguise()(value, kind);
    expect(given).toMatch(form);
    expect(given).toHaveLength(value.length);
    expect(given).not.toBe(value);
    if (kind === 'ip') expect(scopeOf(given)).toBe('public');
  });
});

test('the same word is the same everywhere, and no two words become one', () => {
  const replace = disguise();
  const [one = '', two = ''] = ['ledger', 'ledger-api'].map((name) => replace(name, 'name'));
  expect(two.startsWith(`${one}-`)).toBe(true);
  const names = Array.from(
    { length: 26 * 26 },
    (_, at) => `${'abcdefghijklmnopqrstuvwxyz'[at % 26]}${'abcdefghijklmnopqrstuvwxyz'[Math.floor(at / 26)]}`,
  );
  expect(new Set(names.map((name) => replace(name, 'name'))).size).toBe(names.length);
});

test('what looks generated still does, and what does not does not', () => {
  const replace = disguise();
  for (const name of ['web-frontend', 'shop-payment', 'api-x2x4z', 'db-7d9f8b6c5d', 'a-bcdfg', 'store-api']) {
    expect(podStem(replace(name, 'name')).length, name).toBe(podStem(name).length);
  }
});

test('time grows with the length of a text only, whatever is in it', () => {
  const telling: Telling = { names: new Map(), addresses: new Set() };
  for (const piece of [
    'a',
    'a-',
    '-',
    '\\',
    '1.',
    'a.',
    'a@',
    '"metadata": {',
    '"name":"',
    'name: ',
    'pod "',
    '/subnets/',
  ])
    scanForNames(telling).push(piece.repeat(200_000));
  expect(telling.names.size).toBeLessThan(10);
}, 10_000);
