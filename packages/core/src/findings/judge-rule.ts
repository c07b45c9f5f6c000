import type { FindingFact } from '../facts/fact.ts';
import type { CompiledCause, CompiledRule } from '../rules/compile-rule.ts';
import type { Cause } from '../rules/rule.ts';
import { answerCondition, answeredGroup, openLeaves, supportOf, type Answered } from './answer-condition.ts';
import { askFor, type Ask } from './answer-leaf.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { bindRule, type RuleBindings } from './bind-rule.ts';
import type { Bindings } from './bindings.ts';
import { findInstances } from './instances.ts';
import { isLikely, judgeCause, type CauseVerdict } from './judge-cause.ts';
import { extremes } from './order.ts';
import { ruleFacts, type RuleFacts } from './rule-facts.ts';
import { areAllEnded, countingAgainst, countingResolved } from './weigh.ts';
import type { World } from './world.ts';

/** A rule judged for one group of values of its `per` variables. */
export interface JudgedInstance {
  /** The values of `per`. */
  readonly of: Bindings;
  /** The values that what shows the error tells as well. */
  readonly told: Bindings;
  /** The values of all variables. */
  readonly bindings: Bindings;
  readonly appears: Answered;
  /** The error shows itself, and nothing says that it only looks like it. */
  readonly seen: boolean;
  readonly reported: boolean;
  readonly resolved: boolean;
  readonly causes: readonly InstanceCause[];
}

export interface InstanceCause extends CauseVerdict {
  readonly cause: Cause;
  readonly bindings: Bindings;
  /** Findings that explain it. */
  readonly because: readonly FindingFact[];
}

/** Judges a rule for each of its instances. */
export function judgeRule(rule: CompiledRule, world: World): readonly JudgedInstance[] {
  const facts = ruleFacts(world, rule.per);
  const judging = { rule, facts, ask: askFor(facts), askUnquoted: askFor(facts, true) };
  return findInstances(rule, facts).map((instance) => judgeInstance(instance, judging));
}

interface Judging {
  readonly rule: CompiledRule;
  readonly facts: RuleFacts;
  readonly ask: (bindings: Bindings) => Ask;
  /** Without samples and prose. */
  readonly askUnquoted: (bindings: Bindings) => Ask;
}

function judgeInstance(instance: Bindings, judging: Judging): JudgedInstance {
  const { rule, facts, ask, askUnquoted } = judging;
  const bound = bindRule(rule, instance, facts);
  const appears = answerCondition(rule.appears, ask(bound.appears));
  const support = extremes(supportOf(appears));
  const unless = answerCondition(rule.unless, askUnquoted(bound.all));
  const denied = countingAgainst(unless, support).length > 0;
  const resolvedBy = answerCondition(rule.resolvedBy, askUnquoted(bound.all));
  const causes = rule.causes.map((cause, index) =>
    judgeInstanceCause({ cause, index, bound, judging, appears, denied: denied ? unless : undefined, resolvedBy }),
  );
  const likely = causes.filter(isLikely);
  const shown = appears.answer === 'supported' ? appears : undefined;
  // Over is not "never was": what is known to be over is told, whatever speaks against it.
  const over = isResolved({ causes: likely, appears: shown, resolvedBy });
  const seen = shown !== undefined && (over || !denied);
  return {
    of: instance,
    told: bound.appears,
    bindings: bound.all,
    appears,
    seen,
    reported: seen || (rule.rule.inferred === true && likely.length > 0),
    resolved: seen || !shown ? over : isResolved({ causes: likely, appears: undefined, resolvedBy }),
    causes,
  };
}

interface CauseJudging {
  readonly cause: CompiledCause;
  readonly index: number;
  readonly bound: RuleBindings;
  readonly judging: Judging;
  readonly appears: Answered;
  /** What says that it only looks like the error, where that counts. */
  readonly denied: Answered | undefined;
  readonly resolvedBy: Answered;
}

function judgeInstanceCause(given: CauseJudging): InstanceCause {
  const { cause, index, bound, judging, appears, denied, resolvedBy } = given;
  const { ask, askUnquoted } = judging;
  const { when, own, all } = bound.causes[index]!;
  const unless = answerCondition(cause.unless, askUnquoted(own));
  const verdict = judgeCause({
    when: cause.when ? answerCondition(cause.when, ask(when)) : appears,
    // A cause that is as sure as the error falls with it.
    unless: denied && !cause.when ? answeredGroup('any', [unless, denied]) : unless,
    resolvedBy: answeredGroup('any', [answerCondition(cause.resolvedBy, askUnquoted(own)), resolvedBy]),
  });
  const because = isLikely(verdict) ? findingsIn(answerCondition(cause.because, ask(own))) : [];
  return { ...verdict, cause: cause.cause, bindings: all, because };
}

const findingsIn = (because: Answered): readonly FindingFact[] =>
  supportOf(because).flatMap(({ fact }) => (fact.kind === 'finding' ? [fact] : []));

interface Ending {
  /** Those at least likely. */
  readonly causes: readonly InstanceCause[];
  /** Where the error is seen. */
  readonly appears: Answered | undefined;
  readonly resolvedBy: Answered;
}

/** Over for a cause or for the error itself, with no cause left that is not, and no sign of the error since. */
function isResolved({ causes, appears, resolvedBy }: Ending): boolean {
  if (!causes.every(({ resolved }) => resolved)) return false;
  const signs = appears ? supportOf(appears) : [];
  const resolving = [
    ...causes.flatMap(({ counterEvidence }) => counterEvidence),
    ...countingResolved(resolvedBy, extremes(signs)),
  ].flatMap(({ support }) => support);
  return resolving.length > 0 && areAllEnded(signs, resolving);
}

/** Whether the error could be judged: some capture that would show it, or a cause of it where that is enough, is here. */
export const couldJudge = (instance: JudgedInstance, inferred: boolean): boolean =>
  instance.reported ||
  !isUncaptured(openLeaves(instance.appears)) ||
  (inferred && instance.causes.some(({ verdict, open }) => verdict !== 'possible' || !isUncaptured(open)));

const isUncaptured = (open: readonly AnsweredLeaf[]): boolean =>
  open.length > 0 && open.every(({ want }) => want !== 'not-found');
