import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '@referto/rules';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/document-map.md', root), 'utf8');

interface Row {
  readonly line: string;
  readonly rule: string;
  readonly cause: string;
  readonly solution: string;
  readonly steps: readonly number[];
}

const bare = (cell: string): string => cell.trim().replaceAll('`', '');

/** The rows of all tables, without headings. */
const rows: readonly Row[] = page.split('\n').flatMap((line) => {
  const [, , rule = '', cause = '', solution = '', steps = ''] = line.split('|');
  if (!rule.includes('/')) return [];
  return [{ line, rule: bare(rule), cause: bare(cause), solution: bare(solution), steps: numbersIn(steps) }];
});

/** `2`, `1-3` or nothing. */
function numbersIn(cell: string): readonly number[] {
  const [first, last = first] = cell.match(/\d+/g)?.map(Number) ?? [];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

const pack = rules.rules.filter(({ id }) => id.startsWith('aks-extensions/'));

test.each(rows.map((row) => [row.line, row] as const))('%s is there', (_, { rule: id, cause, solution, steps }) => {
  const rule = pack.find((one) => one.id === id);
  expect(rule, id).toBeDefined();
  const remark = /^remark (\d+)$/.exec(solution)?.[1];
  if (remark !== undefined) return expect(rule?.remarks?.[Number(remark) - 1]).toBeDefined();
  if (cause === '') return expect(solution).toBe('');
  const known = rule?.causes.find((one) => one.id === cause);
  expect(known, cause).toBeDefined();
  if (solution === '') return expect(steps).toEqual([]);
  const solves = known?.solutions.find((one) => one.id === solution);
  expect(solves, solution).toBeDefined();
  for (const step of steps) expect(solves?.steps[step - 1], `step ${step}`).toBeDefined();
});

test('every rule, cause and solution of the pack is in the map', () => {
  const mapped = new Set(
    rows.flatMap(({ rule, cause, solution }) => [rule, `${rule}#${cause}`, `${rule}#${cause}/${solution}`]),
  );
  const all = pack.flatMap(({ id, causes }) => [
    id,
    ...causes.flatMap((cause) => [
      `${id}#${cause.id}`,
      ...cause.solutions.map((solution) => `${id}#${cause.id}/${solution.id}`),
    ]),
  ]);
  expect(all.filter((name) => !mapped.has(name))).toEqual([]);
});

test('every cause in the map is confirmed or likely in a fixture', () => {
  const folder = new URL('fixtures/bundles/', root);
  const shown = new Set(readdirSync(folder).flatMap((name) => shownBy(new URL(`${name}/expected.yaml`, folder))));
  const causes = rows.filter(({ cause }) => cause !== '').map(({ rule, cause }) => `${rule}#${cause}`);
  expect([...new Set(causes)].filter((name) => !shown.has(name))).toEqual([]);
});

interface Expected {
  readonly findings: readonly {
    readonly rule: string;
    readonly causes: Readonly<Record<string, { verdict: string }>>;
  }[];
}

const shownBy = (file: URL): readonly string[] =>
  (parse(readFileSync(file, 'utf8')) as Expected).findings.flatMap(({ rule, causes }) =>
    Object.entries(causes).flatMap(([id, { verdict }]) => (/confirmed|likely/.test(verdict) ? [`${rule}#${id}`] : [])),
  );
