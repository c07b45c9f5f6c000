import { leavesOf } from '../rules/compile-condition.ts';
import { compileRule, conditionsOf } from '../rules/compile-rule.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { didYouMean } from '../rules/did-you-mean.ts';
import { loadRuleTest } from '../rules/load-rule-test.ts';
import type { RuleProblem } from '../rules/rule-error.ts';
import type { RulePack } from '../rules/rule.ts';
import { captureJudge } from './judge-captures.ts';

/** A file of cases, by its path in its pack. */
export interface TestFile {
  readonly path: string;
  readonly text: string;
}

/** A rule that is reported in a case of another pack. */
export interface HeardRule {
  readonly rule: string;
  /** The rule that the case is of, and its name. */
  readonly of: string;
  readonly name: string;
}

/** Which rules of a pack are reported in the cases of the packs beside it. */
export async function heardInCases(
  own: RulePack,
  beside: readonly RulePack[],
  tests: readonly TestFile[],
): Promise<readonly HeardRule[]> {
  const judge = captureJudge(asksFindings(own) ? [...beside, own] : [own]);
  const ids = new Set(own.rules.map(({ id }) => id));
  const rules = beside.flatMap((pack) => pack.rules);
  const heard: HeardRule[] = [];
  for (const file of tests) {
    const { id, test } = loadRuleTest(file, rules);
    for (const one of [...(test?.finds ?? []), ...(test?.ignores ?? [])]) {
      const time = one['captured-at'];
      const judged = await judge({
        captures: one.captures,
        capturedAt: time === undefined ? undefined : Date.parse(time),
      });
      const found = judged.filter(({ rule, folded }) => ids.has(rule.rule.id) && folded.length > 0);
      heard.push(...found.map(({ rule }) => ({ rule: rule.rule.id, of: id, name: one.name })));
    }
  }
  return heard;
}

/** Rules that build on no findings say the same without the others. */
const asksFindings = ({ rules }: RulePack): boolean =>
  rules.some((rule) =>
    conditionsOf(compileRule(rule, linearEngine))
      .flatMap(leavesOf)
      .some(({ kind }) => kind === 'finding'),
  );

/** A rule is silent in the cases of other packs, save those of the rules that its test names under `shown-in`. */
export function silenceProblems(
  file: TestFile,
  packs: readonly RulePack[],
  heard: readonly HeardRule[],
): readonly RuleProblem[] {
  const { id, test, document } = loadRuleTest(
    file,
    packs.flatMap((pack) => pack.rules),
  );
  if (!test) return [];
  const shown = test['shown-in'] ?? [];
  const own = heard.filter(({ rule }) => rule === id);
  const cases = [...new Set(own.map(({ of }) => of))];
  return [
    ...cases
      .filter((of) => !shown.includes(of))
      .map((of) => {
        const names = own.filter((one) => one.of === of).map(({ name }) => `"${name}"`);
        const message = `the rule is reported in ${names.join(', ')} of ${of}; if that is right, name ${of} under shown-in`;
        return { at: [], message };
      }),
    ...shown.flatMap((of, index) =>
      cases.includes(of)
        ? []
        : [
            {
              at: ['shown-in', index],
              message: `the rule is not reported in the cases of ${of}${didYouMean(of, cases)}`,
            },
          ],
    ),
  ].map(document.locate);
}
