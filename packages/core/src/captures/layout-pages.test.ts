import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundleKindOf } from './bundle-layout.ts';
import { CAPTURE_KINDS } from './capture-kinds.ts';
import { commandFromPath } from './path-command.ts';
import { hintFromPath } from './path-hint.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const SCHEMA = JSON.parse(readFileSync(`${ROOT}packages/core/src/report/report.schema.json`, 'utf8'));
const KINDS = (SCHEMA.properties.bundle.properties.kind.enum as string[]).filter((kind) => kind !== 'loose');

interface Row {
  readonly path: string;
  readonly readAs: readonly string[];
  readonly tells: string;
}

const pageOf = (kind: string): string => readFileSync(`${ROOT}docs/layouts/${kind}.md`, 'utf8');

/** The rows of the table of what a collector saves. */
const rowsOf = (kind: string): readonly Row[] =>
  pageOf(kind)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [path = '', , readAs = '', tells = ''] = line
        .split('|')
        .slice(1)
        .map((cell) => cell.trim());
      return { path: path.replaceAll('`', ''), readAs: readAs.replaceAll('`', '').split(', '), tells };
    });

/** What the kept report on the fixture of a layout says it recognized; there is none of our own collector. */
function capturesOf(kind: string): readonly { readonly path: string; readonly kind: string }[] {
  const file = `${ROOT}fixtures/reports/layout-${kind}/report.json`;
  const captures = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).coverage.captures : [];
  return captures.filter((one: { kind: string }) => one.kind !== 'text');
}

/** What a path tells, as a page says it. */
function toldBy(path: string): string {
  const command = commandFromPath(path);
  if (command) return `\`${command.text}\``;
  const { namespace, pod, container, previous, failures, date } = hintFromPath(path);
  const told = Object.entries({ namespace, pod, container }).flatMap(([what, name]) =>
    name ? `${what} \`${name}\`` : [],
  );
  if (previous) told.push('the run before');
  if (failures) told.push('that something failed');
  if (date) told.push('that it tells a time');
  return told.join(', ');
}

test('there is a page for every layout, and none for another', () => {
  expect(readdirSync(`${ROOT}docs/layouts`).sort()).toEqual(KINDS.map((kind) => `${kind}.md`).sort());
});

test('every page can be found from how a bundle is collected', () => {
  const collecting = readFileSync(`${ROOT}docs/collecting-a-bundle.md`, 'utf8');
  for (const kind of KINDS) expect(collecting).toContain(`](layouts/${kind}.md)`);
});

describe.each(KINDS)('the page of %s', (kind) => {
  test('says how to collect it, what is in it, and what it cannot tell', () => {
    expect(pageOf(kind).match(/^## .*/gm)).toEqual([
      '## How to collect it',
      '## What it saves',
      '## What it cannot tell',
    ]);
  });

  test('has paths by which the collector is recognized', () => {
    expect(bundleKindOf(rowsOf(kind).map(({ path }) => path))).toBe(kind);
  });

  test('says of each path what it tells', () => {
    for (const { path, tells } of rowsOf(kind)) expect(tells, path).toBe(toldBy(path));
  });

  test('names only captures that can be read', () => {
    const known = new Set(['nothing', ...CAPTURE_KINDS.map(({ name }) => name)]);
    for (const { path, readAs } of rowsOf(kind)) for (const one of readAs) expect(known, path).toContain(one);
  });

  test('says how the files of the fixture are read', () => {
    const rows = new Map(rowsOf(kind).map(({ path, readAs }) => [path, readAs]));
    for (const { path, kind: as } of capturesOf(kind)) expect(rows.get(path) ?? [as], path).toContain(as);
  });
});
