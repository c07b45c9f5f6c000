import { analyze, lintRules, testRule } from '@referto/core';
import { readRuleFiles, readRuleTests } from '@referto/core/node';
import { describe, expect, test } from 'vitest';
import { rules, rulesDirectory } from '@referto/rules';
import { parse } from 'yaml';

interface Cases {
  readonly finds: readonly { readonly causes: Readonly<Record<string, string>> }[];
  readonly ignores: readonly unknown[];
}

const heldId = ([id, verdict]: readonly [string, string]): readonly string[] =>
  verdict === 'confirmed' || verdict === 'likely' ? [id] : [];

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
    const { failures, mutants, untried } = await testRule(file, { rules: [rules], analyze });
    expect(failures.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`)).toEqual([]);
    expect(mutants.survived).toBe(0);
    expect(untried, 'conditions that no case tries').toEqual([]);
  });

  test.each(tests.map(({ path, text }) => [path, parse(text) as Cases] as const))(
    '%s finds each cause, and ignores three near misses',
    (path, { finds, ignores }) => {
      const { causes } = rules.rules.find(({ id }) => `${id}.test.yaml` === path)!;
      const found = new Set(finds.flatMap((one) => Object.entries(one.causes).flatMap(heldId)));
      expect(causes.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
      expect(ignores.length).toBeGreaterThanOrEqual(3);
    },
  );

  test('name the reasons of a time-out in the order of the command that connects a cluster', async () => {
    const { text } = tests.find(({ path }) => path === 'azure-arc/agents-not-installed.test.yaml')!;
    const { finds } = parse(text) as { finds: readonly { name: string; captures: Record<string, string> }[] };
    const one = finds.find(({ name }) => name.startsWith('a time-out of pods that cannot pull'))!;
    const { findings } = await analyze(one.captures, { rules: [rules] });
    const { causes } = findings.find(({ rule }) => rule === 'azure-arc/agents-not-installed')!;
    expect(causes.filter(({ verdict }) => verdict === 'confirmed').map(({ id }) => id)).toEqual([
      'images-not-pulled',
      'pods-not-scheduled',
      'identity-not-ready',
      'installation-not-finished',
    ]);
  });
});
