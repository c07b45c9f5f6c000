import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const page = readFileSync(new URL('../../../docs/writing-a-rule.md', import.meta.url), 'utf8');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-page-'));
  for (const [, path = '', text = ''] of page.matchAll(/^```yaml\n# (\S+)\n([^]*?)^```$/gm)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the two files of the example pass the lint and the test, beside the rules of the program', async () => {
  expect(await runMain(['rules', 'lint', folder])).toEqual({ code: 0, out: 'no faults\n', err: '' });
  const { code, out } = await runMain(['rules', 'test', folder]);
  expect(out).toMatch(/^ok {6}dns\/coredns-crash {2}6 cases, (\d+) of \1 mutants noticed\n/);
  expect(code).toBe(0);
});

test('the commands of the page are commands of the program', async () => {
  const commands = [...page.matchAll(/^referto (rules \w+)/gm)].map(([, command = '']) => command.split(' '));
  expect(commands.length).toBeGreaterThan(3);
  for (const command of commands) expect((await runMain([...command, '--help'])).code).toBe(0);
});
