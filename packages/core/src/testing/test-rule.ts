import type { Report } from '../report/report.ts';
import { compileRule } from '../rules/compile-rule.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { didYouMean } from '../rules/did-you-mean.ts';
import { loadRuleTest } from '../rules/load-rule-test.ts';
import type { Complaint, KeyPath } from '../rules/rule-document.ts';
import type { RuleProblem } from '../rules/rule-error.ts';
import type { FindCase, IgnoreCase } from '../rules/rule-test.ts';
import type { RulePack } from '../rules/rule.ts';
import { findComplaints, ignoreComplaints } from './case-complaints.ts';
import { captureJudge } from './judge-captures.ts';
import { mutateCase } from './mutate-case.ts';
import { placesIn } from './supporting-lines.ts';
import { conditionsToTry } from './tried-conditions.ts';

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
  /** Cases without the lines that support one condition, and how many of them nothing noticed. */
  readonly mutants: { readonly total: number; readonly survived: number };
  /** Conditions that no case tries, by their places, such as `CAUSE.resolved-by[1]`: were they wrong, nothing would tell. */
  readonly untried: readonly string[];
  readonly failures: readonly RuleProblem[];
}

/**
 * Runs the cases of one `FOLDER/NAME.test.yaml` through an analysis, and once more without the lines that support each
 * condition: then the verdict has to drop. What is wrong with the file is a failure too.
 */
export async function testRule(
  file: { readonly path: string; readonly text: string },
  { rules, analyze }: RuleTestOptions,
): Promise<RuleTestResult> {
  const all = rules.flatMap((pack) => pack.rules);
  const { id, test, document, problems } = loadRuleTest(file, all);
  const failures = [...problems];
  const mutants = { total: 0, survived: 0 };
  const tried = new Set<string>();
  const judge = captureJudge(rules);
  const run = async (one: FindCase | IgnoreCase, at: KeyPath): Promise<void> => {
    const capturedAt = one['captured-at'] === undefined ? undefined : Date.parse(one['captured-at']);
    const report = await analyze(one.captures, { rules, ...(capturedAt !== undefined && { capturedAt }) });
    const found = report.findings.filter(({ rule }) => rule === id);
    const mutated = await mutateCase({ captures: one.captures, capturedAt }, id, judge);
    for (const place of mutated.tried) tried.add(place);
    mutants.total += mutated.mutants;
    mutants.survived += mutated.survivors.length;
    const complaints = [
      ...('causes' in one ? findComplaints(found, one, at) : ignoreComplaints(found, one, at)),
      ...besideComplaints(mutated.reported, { one, at, id }),
      ...mutated.survivors.map(({ claim, condition, lines }) => ({
        at: [...at, 'name'],
        message: `${claim} even without the lines that support ${condition} (${placesIn(lines)})`,
      })),
    ];
    failures.push(
      ...complaints.map(({ message, ...place }) => document.locate({ ...place, message: `${one.name}: ${message}` })),
    );
  };
  for (const [index, one] of (test?.finds ?? []).entries()) await run(one, ['finds', index]);
  for (const [index, one] of (test?.ignores ?? []).entries()) await run(one, ['ignores', index]);
  const cases = (test?.finds.length ?? 0) + (test?.ignores.length ?? 0);
  const rule = all.find((one) => one.id === id);
  const untried = rule ? conditionsToTry(compileRule(rule, linearEngine)).filter((place) => !tried.has(place)) : [];
  return { path: file.path, cases, mutants, untried, failures };
}

/** The rules that a case brings out besides its own are those that it names, and no others. */
function besideComplaints(
  reported: readonly string[],
  { one, at, id }: { readonly one: FindCase | IgnoreCase; readonly at: KeyPath; readonly id: string },
): readonly Complaint[] {
  const { also = [] } = one;
  const others = reported.filter((rule) => rule !== id);
  return [
    ...others
      .filter((rule) => !also.includes(rule))
      .map((rule) => ({
        at: [...at, 'name'],
        message: `${rule} is reported too; if that is right, name it under also`,
      })),
    ...also.flatMap((rule, index) =>
      others.includes(rule)
        ? []
        : [{ at: [...at, 'also', index], message: `${rule} is not reported${didYouMean(rule, others)}` }],
    ),
  ];
}
