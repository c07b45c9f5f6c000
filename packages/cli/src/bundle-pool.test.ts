import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyze } from '@referto/core';
import { rules } from '@referto/rules';
import { analyzeInPool } from './bundle-pool.ts';

const bundle = (name: string): string =>
  fileURLToPath(new URL(`../../../fixtures/bundles/${name}/bundle`, import.meta.url));
const jobFor = (source: string) => ({ source, rules: [], options: { locale: 'en' } });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-pool-'));
  writeFileSync(join(folder, 'empty.tgz'), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reports come in the order of the bundles, and are those that each has alone', async () => {
  const names = ['example', 'healthy', 'every-node-tainted', 'private-then-public'];
  const outcomes = await analyzeInPool(
    names.map((name) => jobFor(bundle(name))),
    undefined,
  );
  for (const [at, name] of names.entries()) {
    const alone = await analyze(bundle(name), { rules: [rules] });
    expect(outcomes[at]?.report?.findings).toEqual(alone.findings);
    expect(outcomes[at]?.report?.bundle).toEqual(alone.bundle);
  }
});

test('a bundle that cannot be opened harms no other', async () => {
  const [missing, found] = await analyzeInPool(
    [jobFor(join(folder, 'missing.tgz')), jobFor(bundle('example'))],
    undefined,
  );
  expect(missing?.failure).toMatchObject({ name: 'BundleError', code: 'not-found' });
  expect(found?.report?.findings.length).toBeGreaterThan(0);
});

test('an abort ends the processes', async () => {
  const stop = new AbortController();
  const running = analyzeInPool([jobFor(bundle('example')), jobFor(bundle('healthy'))], stop.signal);
  stop.abort(130);
  await expect(running).rejects.toBe(130);
});
