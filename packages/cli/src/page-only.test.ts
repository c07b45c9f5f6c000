import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const EXAMPLE = fileURLToPath(new URL('../../../fixtures/bundles/example/bundle', import.meta.url));
const AROUND = '<details class="around">';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-page-only-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a page has a timeline and opens its quotes without being asked', async () => {
  const { out } = await runMain([EXAMPLE, '--format', 'html']);
  expect(out).toContain('id="timeline"');
  expect(out).toContain(AROUND);
});

test('a page opens no quote where no lines around it are wished', async () => {
  expect((await runMain([EXAMPLE, '--format', 'html', '--context', '0'])).out).not.toContain(AROUND);
});

test('JSON that is written beside a page is what it would be alone', async () => {
  const page = join(folder, 'page.html');
  const beside = await runMain([EXAMPLE, '--format', 'html', '-o', page, '--json']);
  expect(readFileSync(page, 'utf8')).toContain(AROUND);
  expect(beside.out).toBe((await runMain([EXAMPLE, '--json'])).out);
});

test('JSON has the lines around quotes where they are asked for', async () => {
  const { context } = JSON.parse((await runMain([EXAMPLE, '--json', '--context', '3'])).out);
  expect(context.reach).toBe(3);
});

test('a number of lines that is none is refused', async () => {
  const { code, err } = await runMain([EXAMPLE, '--context', '11']);
  expect(code).toBe(2);
  expect(err).toContain('from 0 to 10');
});
