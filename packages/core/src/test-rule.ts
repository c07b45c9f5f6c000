import { findComplaints, ignoreComplaints } from './case-complaints.ts';
import type { Report } from './report/report.ts';
import { loadRuleTest } from './rules/load-rule-test.ts';
import type { KeyPath } from './rules/rule-document.ts';
import type { RuleProblem } from './rules/rule-error.ts';
import type { FindCase, IgnoreCase } from './rules/rule-test.ts';
import type { RulePack } from './rules/rule.ts';

/** What a rule is tested with: the packs, and `analyze`. */
export interface RuleTestOptions {
  readonly rules: readonly RulePack[];
  readonly analyze: (
    captures: Readonly<Record<string, string>>,
    options: { readonly rules: readonly RulePack[]; readonly capturedAt?: number },
  ) => Promise<Report>;
}

/** How the cases of a rule went; without failures they all passed. */
export interface RuleTestResult {
  readonly path: string;
  readonly cases: number;
  readonly failures: readonly RuleProblem[];
}

/** Runs the cases of one `FOLDER/NAME.test.yaml` through an analysis. What is wrong with the file is a failure too. */
export async function testRule(
  file: { readonly path: string; readonly text: string },
  { rules, analyze }: RuleTestOptions,
): Promise<RuleTestResult> {
  const { id, test, document, problems } = loadRuleTest(
    file,
    rules.flatMap((pack) => pack.rules),
  );
  const failures = [...problems];
  const run = async (one: FindCase | IgnoreCase, at: KeyPath): Promise<void> => {
    const time = one['captured-at'];
    const report = await analyze(one.captures, { rules, ...(time !== undefined && { capturedAt: Date.parse(time) }) });
    const found = report.findings.filter(({ rule }) => rule === id);
    const complaints = 'causes' in one ? findComplaints(found, one, at) : ignoreComplaints(found, one, at);
    failures.push(
      ...complaints.map(({ message, ...place }) => document.locate({ ...place, message: `${one.name}: ${message}` })),
    );
  };
  for (const [index, one] of (test?.finds ?? []).entries()) await run(one, ['finds', index]);
  for (const [index, one] of (test?.ignores ?? []).entries()) await run(one, ['ignores', index]);
  return { path: file.path, cases: (test?.finds.length ?? 0) + (test?.ignores.length ?? 0), failures };
}
