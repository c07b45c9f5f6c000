import { join } from 'node:path';
import { analyze, heardInCases, silenceProblems, testRule, type RulePack, type RuleTestResult } from '@referto/core';
import { breakCommands, showControls } from '@referto/core/reporters';
import { readRules, readRuleTests } from '@referto/core/node';
import type { ExitCode } from '../exit-code.ts';
import { ownCases, packsBeside, ruleFolders, type RuleFolder } from '../rule-folder.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What `rules test` was asked to do. */
export interface TestRequest {
  /** Folders of rules, packages, and rule files. */
  readonly paths: readonly string[];
  /** Packs that are judged beside them. */
  readonly rules: readonly string[];
}

/** `rules test PATH...`: the cases of rules, what their verdicts rest on, and the silence of all other rules. */
export async function testRules({ paths, rules }: TestRequest, terminal: Terminal): Promise<ExitCode> {
  const count = { rules: 0, cases: 0, mutants: 0, survived: 0, failures: 0 };
  for (const folder of await ruleFolders(paths)) {
    for await (const result of resultsOf(folder, rules)) {
      terminal.signal?.throwIfAborted();
      const failed = result.failures.length > 0;
      const lines = [
        `${failed ? 'FAILED' : 'ok    '}  ${result.id}  ${counted(result.cases, 'case')}, ${mutantWords(result.mutants)}`,
        ...result.untried.map((place) => `  no case tries ${place}`),
        ...result.failures.map(({ path, line, column, message }) => {
          return `  ${join(folder.shown, path)}:${line}:${column} ${message}`;
        }),
      ];
      await print(terminal.stdout, `${breakCommands(showControls(lines.join('\n')))}\n`);
      count.rules += 1;
      count.cases += result.cases;
      count.mutants += result.mutants.total;
      count.survived += result.mutants.survived;
      count.failures += result.failures.length;
    }
  }
  const mutants = mutantWords({ total: count.mutants, survived: count.survived });
  const failures = counted(count.failures, 'failure');
  await print(
    terminal.stdout,
    `${counted(count.rules, 'rule')}, ${counted(count.cases, 'case')}, ${mutants}, ${failures}\n`,
  );
  return count.failures > 0 ? 1 : 0;
}

type RuleResult = RuleTestResult & { readonly id: string };

async function* resultsOf(given: RuleFolder, more: readonly string[]): AsyncGenerator<RuleResult> {
  const { folder, name, version, only } = given;
  const packs = await besideOf(given, more);
  const own = await readRules(folder, { name, version, packs });
  const heard = await heardInCases(own, packs, packs.length > 0 ? await ownCases() : []);
  const tests = new Map((await readRuleTests(folder)).map((file) => [file.path, file]));
  const ids = own.rules.map(({ id }) => id);
  for (const id of only ?? []) if (!ids.includes(id)) throw new UsageError(`there is no rule ${id} in ${given.shown}`);
  for (const id of only ?? ids) {
    const path = `${id}.test.yaml`;
    const file = tests.get(path);
    if (file) {
      const all = [...packs, own];
      const result = await testRule(file, { rules: all, analyze });
      yield { id, ...result, failures: [...result.failures, ...silenceProblems(file, all, heard)] };
    } else yield untested(id, path);
    tests.delete(path);
  }
  // A test without its rule says so itself.
  if (!only)
    for (const file of tests.values()) yield { id: file.path, ...(await testRule(file, { rules: [own], analyze })) };
}

async function besideOf(folder: RuleFolder, more: readonly string[]): Promise<readonly RulePack[]> {
  const own = await packsBeside(folder.folder);
  return own.length > 0 ? rulePacks(more) : own;
}

const untested = (id: string, path: string): RuleResult => ({
  id,
  path,
  cases: 0,
  mutants: { total: 0, survived: 0 },
  untried: [],
  failures: [{ path: `${id}.yaml`, line: 1, column: 1, message: `the rule has no test: write ${path}` }],
});

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const mutantWords = ({ total, survived }: RuleTestResult['mutants']): string =>
  `${total - survived} of ${counted(total, 'mutant')} noticed`;
