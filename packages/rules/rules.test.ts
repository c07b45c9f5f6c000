import { analyze, lintRules, testRule } from '@referto/core';
import { readRuleFiles, readRuleTests } from '@referto/core/node';
import { describe, expect, test } from 'vitest';
import { rules, rulesDirectory } from '@referto/rules';

const tests = await readRuleTests(rulesDirectory);

describe('the rules', () => {
  test('are a pack without faults', () => {
    expect(rules).toMatchObject({ name: '@referto/rules', hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(rules.rules.length).toBeGreaterThan(0);
  });

  test('each have a test', () => {
    expect(tests.map(({ path }) => path.replace('.test.yaml', ''))).toEqual(rules.rules.map(({ id }) => id));
  });

  test('each speak Italian', () => {
    expect(Object.keys(rules.texts['it'] ?? {})).toEqual(rules.rules.map(({ id }) => id));
  });

  test('have no faults', async () => {
    const problems = await lintRules(await readRuleFiles(rulesDirectory), { locales: ['it'] });
    expect(problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`)).toEqual([]);
  });

  test.each(tests.map((file) => [file.path, file] as const))('%s passes', async (_, file) => {
    const { failures } = await testRule(file, { rules: [rules], analyze });
    expect(failures.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`)).toEqual([]);
  });
});
