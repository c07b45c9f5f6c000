import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from '../run-main.test.kit.ts';

const RULES = fileURLToPath(new URL('../../../rules/rules', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-test-'));
  mkdirSync(join(folder, 'dns'));
  for (const end of ['.yaml', '.test.yaml']) {
    const text = readFileSync(join(RULES, `kubernetes/dns-lookup-failed${end}`), 'utf8');
    writeFileSync(join(folder, `dns/lookup${end}`), text.replace('kubernetes/dns-lookup-failed', 'dns/lookup'));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a rule of the program passes by its file, beside the others', async () => {
  const { code, out } = await runMain(['rules', 'test', join(RULES, 'kubernetes/dns-lookup-failed.yaml')]);
  expect(out).toMatch(/^ok {6}kubernetes\/dns-lookup-failed {2}\d+ cases, (\d+) of \1 mutants noticed\n1 rule, /);
  expect(code).toBe(0);
});

test('the rules of others are judged beside those of the program, and fail by file, line and column', async () => {
  const { code, out } = await runMain(['rules', 'test', folder]);
  expect(out).toMatch(/^FAILED {2}dns\/lookup {2}/);
  const place = join(folder, 'dns/lookup.test.yaml').replaceAll('\\', '\\\\');
  expect(out).toMatch(
    new RegExp(
      `^ {2}${place}:\\d+:11 .*: kubernetes/dns-lookup-failed is reported too; if that is right, name it`,
      'm',
    ),
  );
  expect(code).toBe(1);
});

test('the rules of others are silent in the cases of the program, or name the rule that they are of', async () => {
  const file = join(folder, 'dns/lookup.test.yaml');
  const { out } = await runMain(['rules', 'test', folder]);
  expect(out.replaceAll(file, '')).toMatch(
    /^ {2}:1:1 the rule is reported in "[^\n]* of kubernetes\/dns-lookup-failed; if that is right, name kubernetes\/dns-lookup-failed under shown-in$/m,
  );
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8')}shown-in: [kubernetes/dns-lookup-failed, kubernetes/pod-evicted]\n`,
  );
  const named = await runMain(['rules', 'test', folder]);
  expect(named.out).not.toContain('name kubernetes/dns-lookup-failed under shown-in');
  expect(named.out).toMatch(/:\d+:\d+ the rule is not reported in the cases of kubernetes\/pod-evicted/);
});

test('a rule without a test fails', async () => {
  const alone = join(folder, 'alone');
  mkdirSync(join(alone, 'dns'), { recursive: true });
  cpSync(join(folder, 'dns/lookup.yaml'), join(alone, 'dns/lookup.yaml'));
  const { code, out } = await runMain(['rules', 'test', alone]);
  expect(out).toContain('dns/lookup.yaml:1:1 the rule has no test: write dns/lookup.test.yaml\n');
  expect(code).toBe(1);
});

test.each([
  ['a folder that is not there', 'no/such/folder', 'there is no folder no/such/folder'],
  ['a file that is no rule', fileURLToPath(import.meta.url), 'is no rule file (FOLDER/NAME.yaml)'],
])('%s is refused', async (_, path, message) => {
  const { code, err } = await runMain(['rules', 'test', path]);
  expect(err).toContain(message);
  expect(code).toBe(2);
});
