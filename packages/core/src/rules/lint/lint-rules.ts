import type { Check } from '../checks/check.ts';
import { knownFieldTestsOf, isOperators } from '../checks/field-tests.ts';
import { questionsOf } from '../checks/questions.ts';
import type { LoadedRule } from '../load-rule.ts';
import { readRuleFiles } from '../load-rules.ts';
import { sortedProblems, type RuleProblem } from '../rule-error.ts';
import type { RulePack } from '../rule.ts';
import { companionProblems } from './companions.ts';
import { counterEvidence } from './counter-evidence.ts';
import { keyOrder } from './key-order.ts';
import { neverMet } from './never-met.ts';
import { pointlessQuestions } from './pointless-questions.ts';
import { unusedVariables } from './unused-variables.ts';

/** What the rules of a pack are looked at with. */
export interface LintOptions {
  /** The packs beside which they will be used. */
  readonly packs?: readonly RulePack[];
  /** Languages that every rule must have words in. */
  readonly locales?: readonly string[];
  /** Says why an expression may take long, as the end of a sentence; absent: expressions are checked by their form. */
  readonly slowness?: (source: string) => Promise<string | undefined>;
}

/**
 * Everything that is wrong with the files of a pack, by path: what keeps it from being loaded, and what its users or those
 * who write the next rule would stumble over.
 */
export async function lintRules(
  files: Readonly<Record<string, string>>,
  { packs = [], locales = [], slowness }: LintOptions = {},
): Promise<readonly RuleProblem[]> {
  const read = readRuleFiles(files, packs);
  const owners = new Map(packs.flatMap(({ name, rules }) => rules.map(({ id }) => [folderOf(id), name])));
  const problems = [
    ...read.problems,
    ...read.rules.flatMap((loaded) => [...checked(loaded), ...foreignFolder(loaded, owners)]),
    ...companionProblems({ files, read, locales }),
  ];
  if (slowness) for (const loaded of read.rules) problems.push(...(await slowExpressions(loaded, slowness)));
  return sortedProblems(problems);
}

const CHECKS: readonly Check[] = [counterEvidence, unusedVariables, neverMet, pointlessQuestions, keyOrder];

/** What is said of a rule that can be used. */
const checked = ({ id, rule, document, problems }: LoadedRule): readonly RuleProblem[] =>
  rule && problems.length === 0 ? CHECKS.flatMap((check) => [...check(rule, id)]).map(document.locate) : [];

const folderOf = (id: string): string => id.split('/', 1)[0]!;

/** A pack that has a folder of its own never meets an id that another one takes later. */
function foreignFolder({ id, document }: LoadedRule, owners: ReadonlyMap<string, string>): readonly RuleProblem[] {
  const owner = owners.get(folderOf(id));
  if (owner === undefined) return [];
  const message = `folder ${folderOf(id)} belongs to ${owner}, which may take this id one day: choose a folder of your own`;
  return [document.locate({ at: ['id'], message })];
}

async function slowExpressions(
  { rule, document, problems }: LoadedRule,
  slowness: NonNullable<LintOptions['slowness']>,
): Promise<readonly RuleProblem[]> {
  const found: RuleProblem[] = [];
  if (!rule || problems.length > 0) return found;
  for (const asked of questionsOf(rule)) {
    for (const { test, at } of knownFieldTestsOf(asked)) {
      if (!isOperators(test) || test.matches === undefined) continue;
      const message = await slowness(test.matches);
      if (message !== undefined) found.push(document.locate({ at: [...at, 'matches'], message: `matches ${message}` }));
    }
  }
  return found;
}
