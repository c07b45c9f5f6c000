import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const bundle = (name: string): string =>
  fileURLToPath(new URL(`../../../fixtures/bundles/${name}/bundle`, import.meta.url));
const IMAGES = bundle('helm-images-refused');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-anonymizing-'));
  writeFileSync(join(folder, 'key'), 'a key that is long enough');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['analyze', [IMAGES]],
  ['facts', [IMAGES]],
  ['explain', [IMAGES, 'kubernetes/image-pull-failed']],
  ['compare', [IMAGES, IMAGES]],
])('%s takes --anonymize', async (command, rest) => {
  const plain = await runMain([command, ...rest]);
  const anonymous = await runMain([command, ...rest, '--anonymize']);
  expect(plain.out).toContain('store-api');
  expect(anonymous.out).not.toContain('store-api');
  expect(anonymous.out).toMatch(/name-\d/);
  expect(anonymous.code).toBe(plain.code);
});

test('bundles that are analyzed at once have the same pseudonyms by a key', async () => {
  const other = bundle('agents-tainted');
  const key = ['--anonymize-key', join(folder, 'key')];
  await runMain([IMAGES, other, '--each', ...key, '--format', 'ndjson', '-o', join(folder, 'all.ndjson')]);
  const alone = await runMain([IMAGES, ...key, '--format', 'ndjson']);
  expect(alone.out).toMatch(/name-[0-9a-f]{12}/);
  expect(readFileSync(join(folder, 'all.ndjson'), 'utf8')).toContain(alone.out);
});

test('a key that cannot be read is a usage error', async () => {
  const { code, err } = await runMain(['facts', IMAGES, '--anonymize-key', join(folder, 'none')]);
  expect(code).toBe(2);
  expect(err).toContain('cannot be read');
});
