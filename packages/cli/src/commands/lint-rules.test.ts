import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from '../run-main.test.kit.ts';

const RULE = (matches: string): string => `id: proxy/refuses
title: The proxy refuses
severity: error
appears:
  - event: { is: { message: { contains: proxy refused, matches: '${matches}' } } }
causes:
  - id: closed
    title: It is closed
    no-unless: The event says so.
    solutions: [ { id: open, title: Open it, steps: [ { text: Open it. } ] } ]
references: [ https://example.com/proxy ]
`;
const TEST = `finds:
  - { name: it is closed, captures: {}, causes: { closed: confirmed } }
ignores: [ { name: one, captures: {} }, { name: two, captures: {} }, { name: three, captures: {} } ]
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-lint-'));
  mkdirSync(join(folder, 'proxy'));
  writeFileSync(join(folder, 'proxy/refuses.test.yaml'), TEST);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lint = (matches: string, ...more: readonly string[]) => {
  writeFileSync(join(folder, 'proxy/refuses.yaml'), RULE(matches));
  return runMain(['rules', 'lint', folder, ...more]);
};

test('rules without faults end well', async () => {
  expect(await lint('refused [a-z]{1,20}')).toEqual({ code: 0, out: 'no faults\n', err: '' });
});

test('an expression that some text makes slow is a fault, with that text', async () => {
  const { code, out } = await lint('.*refused.*by.*');
  expect(out).toMatch(/proxy\/refuses\.yaml:5:65 matches is slow \(\S+ degree polynomial\) on a text such as \S/);
  expect(out).toMatch(/\n1 fault\n$/);
  expect(code).toBe(1);
});

test('a language that is asked for is missed', async () => {
  const { code, out } = await lint('refused', '--locale', 'it');
  expect(out).toContain('proxy/refuses.yaml:1:1 the rule has no words in it: write proxy/refuses.it.yaml\n');
  expect(code).toBe(1);
});

test('one file alone can be looked at', async () => {
  writeFileSync(join(folder, 'proxy/other.yaml'), 'id: proxy/else\n');
  expect((await runMain(['rules', 'lint', join(folder, 'proxy/refuses.yaml')])).out).toBe('no faults\n');
  expect((await runMain(['rules', 'lint', folder])).code).toBe(1);
});

test('the rules of this program have no faults, and no expression that any text makes slow', async () => {
  const rules = fileURLToPath(new URL('../../../rules/rules', import.meta.url));
  const { code, out, err } = await runMain(['rules', 'lint', rules, '--locale', 'it']);
  expect({ code, out, err }).toEqual({ code: 0, out: 'no faults\n', err: '' });
}, 300_000);
