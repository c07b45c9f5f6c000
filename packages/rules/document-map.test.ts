import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { analyze, type Finding } from '@referto/core';
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

/** Rules and causes that the page names beside those of the document. */
const neighbours = [...page.matchAll(/^- `(aks-extensions\/[^`]+)`$/gm)].map(([, id]) => id!);

const isNeighbour = (name: string): boolean =>
  neighbours.some((id) => name === id || name.startsWith(`${id}#`) || name.startsWith(`${id}/`));

test('every neighbour on the page is in the pack', () => {
  const ids = new Set(pack.flatMap(({ id, causes }) => [id, ...causes.map((cause) => `${id}#${cause.id}`)]));
  expect(neighbours.length).toBeGreaterThan(0);
  expect(neighbours.filter((id) => !ids.has(id))).toEqual([]);
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
  expect(all.filter((name) => !mapped.has(name) && !isNeighbour(name))).toEqual([]);
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

/** What a report prints of the rows: each solution with its number of steps, and each remark by the rule's own words. */
const printedBy = ({ rule, remarks, causes }: Finding): readonly string[] => [
  ...remarks.map((remark) => `${rule} says ${remark}`),
  ...causes.flatMap((cause) =>
    cause.solutions.flatMap((solution) =>
      solution.steps.map((_, index) => `${rule}#${cause.id}/${solution.id} ${index + 1}`),
    ),
  ),
];

/** Whether a remark was printed, with whatever values. */
const isPrinted = (printed: ReadonlySet<string>, rule: string, remark: string): boolean => {
  const words = remark.split(/\{\{[^}]*\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(`^${rule} says ${words.join('.+')}$`);
  return [...printed].some((one) => pattern.test(one));
};

test('every solution, step and note in the map stands in the report of a fixture whose cause is shown', async () => {
  const folder = new URL('fixtures/bundles/', root);
  const names = readdirSync(folder).map((name) => fileURLToPath(new URL(`${name}/bundle`, folder)));
  const printed = new Set<string>();
  for (const name of names) {
    const { findings } = await analyze(name, { rules: [rules] });
    const shown = findings.map((finding) => ({
      ...finding,
      causes: finding.causes.filter(({ verdict, resolved }) => !resolved && /confirmed|likely/.test(verdict)),
    }));
    for (const one of shown.flatMap(printedBy)) printed.add(one);
  }
  const missing = rows.filter(({ rule, cause, solution, steps }) => {
    const remark = /^remark (\d+)$/.exec(solution)?.[1];
    const words = pack.find(({ id }) => id === rule)?.remarks?.[Number(remark) - 1];
    if (words !== undefined) return !isPrinted(printed, rule, words);
    return steps.some((step) => !printed.has(`${rule}#${cause}/${solution} ${step}`));
  });
  expect(missing.map(({ line }) => line)).toEqual([]);
}, 120_000);

test.each([
  ["impossibile ottenere una risposta dall'agente in tempo", 'agent-no-response'],
  ['Codice errore: 403, Messaggio Questo traffico non è autorizzato', 'agent-no-response'],
  ["timeout in attesa dell'idoneità delle risorse", 'helm-readiness-timeout'],
  ['processo non riuscito: BackoffLimitExceeded', 'helm-readiness-timeout'],
  ['Timeout in attesa che la risorsa arrivi a uno stato pronto/completato.', 'helm-readiness-timeout'],
  ["impossibile scaricare il grafico Helm dall'URL del repository", 'helm-chart-download'],
  ['il rendering del grafico Helm non è riuscito con i valori specificati', 'helm-chart-rendering'],
  ['la risorsa esiste già nel cluster', 'helm-resource-exists'],
  ["l'operazione è già in corso per Helm", 'helm-operation-in-progress'],
])('the sentence of the Italian document is known, and proves nothing: %s', async (sentence, rule) => {
  const { findings } = await analyze({ 'ticket.txt': `Errore: ${sentence}\n` }, { rules: [rules] });
  expect(findings.map(({ rule: id }) => id)).toEqual([`aks-extensions/${rule}`]);
  const verdicts = findings.flatMap(({ causes }) => causes.map(({ verdict }) => verdict));
  expect(verdicts).not.toContain('confirmed');
  expect(findings[0]!.evidence.every(({ quoted }) => quoted)).toBe(true);
});
