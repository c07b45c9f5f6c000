import type { JudgedInstance } from '../findings/judge-rule.ts';
import type { Bindings } from '../findings/bindings.ts';
import type { CaseBundle, JudgeCaptures } from './judge-captures.ts';
import { mutantsOf, type Mutant } from './mutants.ts';
import { withoutLines } from './supporting-lines.ts';
import { triedConditions } from './tried-conditions.ts';

/** The mutants of a case, and those of them that nothing noticed. */
export interface MutatedCase {
  /** Ids of the rules that the whole case brings out. */
  readonly reported: readonly string[];
  readonly mutants: number;
  /** Conditions of the rule that this case tries. */
  readonly tried: readonly string[];
  readonly survivors: readonly Mutant[];
}

/**
 * Takes from a case, for each condition that a verdict of the rule rests on, all lines that support it, and judges what is
 * left: the verdict has to drop.
 */
export async function mutateCase(bundle: CaseBundle, id: string, judge: JudgeCaptures): Promise<MutatedCase> {
  const whole = await judge(bundle);
  const mutants = mutantsOf(id, whole);
  const survivors: Mutant[] = [];
  const known = new Map<string, Promise<readonly JudgedInstance[]>>();
  for (const mutant of mutants) {
    const key = JSON.stringify(mutant.lines);
    const captures = withoutLines(bundle.captures, mutant.lines);
    const judged = known.get(key) ?? instancesIn({ ...bundle, captures }, id, judge);
    known.set(key, judged);
    const same = (await judged).find(({ of }) => keyOf(of) === keyOf(mutant.of));
    if (same && mutant.survives(same)) survivors.push(mutant);
  }
  const reported = whole.flatMap(({ rule, folded }) => (folded.length > 0 ? [rule.rule.id] : []));
  const instances = whole.find(({ rule }) => rule.rule.id === id)?.instances ?? [];
  const tried = instances.flatMap(triedConditions);
  return { reported: reported.toSorted(), mutants: mutants.length, tried, survivors };
}

async function instancesIn(bundle: CaseBundle, id: string, judge: JudgeCaptures): Promise<readonly JudgedInstance[]> {
  const judged = await judge(bundle);
  return judged.find(({ rule }) => rule.rule.id === id)?.instances ?? [];
}

const keyOf = (of: Bindings): string => JSON.stringify([...of].map(([name, values]) => [name, [...values.keys()]]));
