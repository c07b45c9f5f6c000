import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '@referto/rules';

const page = readFileSync(new URL('../../docs/rule-ids.md', import.meta.url), 'utf8');

/** The ids of a row: the rule's in the first cell, the causes' in the second. */
const rows = page.split('\n').flatMap((line) => {
  const [, rule = '', causes = ''] = line
    .split('|')
    .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id!));
  return rule.length === 1 && rule[0]!.includes('/') ? [[rule[0]!, causes] as const] : [];
});

test('every rule and cause of the packs has its id on the page', () => {
  const reserved = new Set(rows.flatMap(([rule, causes]) => [rule, ...causes.map((cause) => `${rule}#${cause}`)]));
  const used = rules.rules.flatMap(({ id, causes }) => [id, ...causes.map((cause) => `${id}#${cause.id}`)]);
  expect(used.filter((id) => !reserved.has(id))).toEqual([]);
});

test('no id stands there twice', () => {
  const ids = rows.flatMap(([rule, causes]) => [rule, ...causes.map((cause) => `${rule}#${cause}`)]);
  expect(ids.length).toBeGreaterThan(60);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
