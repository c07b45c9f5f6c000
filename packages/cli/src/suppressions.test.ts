import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Report } from '@referto/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const REFUSED = fileURLToPath(new URL('../../../fixtures/bundles/private-lookup-public-known/bundle', import.meta.url));
const UNDATED = fileURLToPath(new URL('../../../fixtures/bundles/private-lookup-alone/bundle', import.meta.url));
const RULE = 'aks-extensions/agent-no-response';
const CONFIGURATION = `suppress:
  - rule: ${RULE}
    cause: traffic-not-authorized
    reason: The networks are parted next week.
    expires: 2026-03-31
`;

let folder = '';
let before = '';
beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'referto-suppress-'));
  writeFileSync(join(folder, '.referto.yaml'), CONFIGURATION);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

test('what a configuration knows is told and counted, and does not fail', async () => {
  const { code, out } = await runMain([REFUSED, '--today', '2026-03-31']);
  expect(out).toMatch(new RegExp(`^suppressed {2}error {2}${RULE} {2}`));
  expect(out).toContain('    by .referto.yaml:2 until 2026-03-31: The networks are parted next week.\n');
  expect(out.replace(/\s+/g, ' ')).toContain('; 1 finding is suppressed ');
  expect(code).toBe(0);
});

test.each([
  [
    'on the day after it expired',
    [REFUSED, '--today', '2026-04-01'],
    'not applied  .referto.yaml:2 aks-extensions/agent-no-response: it has expired on',
  ],
  ['where no day is known', [UNDATED], 'no day is known: give --captured-at or --today'],
])('it fails %s', async (_, argv, message) => {
  const { code, out } = await runMain(argv);
  expect(out.replace(/\s+/g, ' ')).toContain(message.replace(/\s+/g, ' '));
  expect(code).toBe(1);
});

test('--captured-at is a day to compare with', async () => {
  expect((await runMain([REFUSED, '--captured-at', '2026-03-30T23:00:00Z'])).code).toBe(0);
});

test('--no-config uses none', async () => {
  expect((await runMain([REFUSED, '--no-config', '--today', '2026-01-01'])).code).toBe(1);
});

test('what an earlier report found is known', async () => {
  await runMain([REFUSED, '--no-config', '--json', '-o', 'before.json']);
  const { code, out } = await runMain([REFUSED, '--no-config', '--baseline', 'before.json', '--json']);
  const report = JSON.parse(out) as Report;
  expect(report.findings[0]).toMatchObject({ rule: RULE, suppressed: { by: 'baseline', path: 'before.json' } });
  expect(report.suppressed).toMatchObject({ findings: report.findings.length });
  expect(code).toBe(0);
});

test("a configuration that lies in the bundle is the customer's, and is not used", async () => {
  const bundle = join(folder, 'ticket');
  mkdirSync(bundle);
  cpSync(REFUSED, bundle, { recursive: true });
  writeFileSync(join(bundle, '.referto.yaml'), CONFIGURATION);
  process.chdir(bundle);
  const { code, err } = await runMain(['.', '--today', '2026-01-01']);
  process.chdir(folder);
  expect(err).toBe('referto: .referto.yaml lies in the bundle and is not used; --config .referto.yaml uses it\n');
  expect(code).toBe(1);
});

test('an explanation says what suppresses, and which pack the rule is of', async () => {
  const { out } = await runMain(['explain', REFUSED, RULE, '--today', '2026-01-01']);
  expect(out).toMatch(new RegExp(`^${RULE} {2}\\(error; of @referto/rules \\d+\\.\\d+\\.\\d+;`));
  expect(out.match(/suppressed {2}by \.referto\.yaml:2 until 2026-03-31/g)).toHaveLength(2);
});

test.each([
  ['a configuration that is not there', ['--config', 'no.yaml'], '--config no.yaml: there is no such file'],
  ['a baseline that is no report', ['--baseline', '.referto.yaml'], '.referto.yaml:1:1 is not valid JSON'],
  ['a day that is none', ['--today', 'yesterday'], '--today yesterday: give a day such as 2026-12-31'],
])('%s is a usage error', async (_, argv, message) => {
  const { code, out, err } = await runMain([REFUSED, ...argv]);
  expect(err).toContain(message);
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test('compare tells what is known and does not count it', async () => {
  const plain = await runMain(['compare', REFUSED, REFUSED, '--no-config']);
  expect(plain.code).toBe(1);
  const known = await runMain(['compare', REFUSED, REFUSED, '--today', '2026-03-31']);
  expect(known.out).toContain(`still there  ${RULE}#traffic-not-authorized`);
  expect(known.out.replace(/\s+/g, ' ')).toContain('suppressed by .referto.yaml:2 until 2026-03-31');
  expect(known.out).toMatch(/0 fixed, 0 still there, 0 new, 0 lost visibility, 1 suppressed\n/);
  expect(known.code).toBe(0);
  const expired = await runMain(['compare', REFUSED, REFUSED, '--today', '2026-04-01']);
  expect(expired.code).toBe(1);
});

test('compare does not count what a baseline holds', async () => {
  const { out } = await runMain([REFUSED, '--json', '--no-config']);
  writeFileSync(join(folder, 'baseline.json'), out);
  const known = await runMain(['compare', REFUSED, REFUSED, '--no-config', '--baseline', 'baseline.json']);
  expect(known.out).toContain('1 suppressed\n');
  expect(known.code).toBe(0);
});
