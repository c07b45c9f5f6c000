import type { FindingFact } from '../facts/fact.ts';
import { leavesOf } from '../rules/compile-condition.ts';
import type { CompiledCause, CompiledRule } from '../rules/compile-rule.ts';
import type { Cause } from '../rules/rule.ts';
import {
  answerCondition,
  answeredGroup,
  openLeaves,
  supportedLeaves,
  supportOf,
  type Answered,
} from './answer-condition.ts';
import { askFor, type Ask } from './answer-leaf.ts';
import { askAbout, type About } from './ask-about.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { bindSupport } from './bind-condition.ts';
import { bindRule, type RuleBindings } from './bind-rule.ts';
import type { Bindings } from './bindings.ts';
import type { End } from './explanation.ts';
import { findInstances } from './instances.ts';
import { isLikely, judgeCause, type CauseVerdict } from './judge-cause.ts';
import { extremes } from './order.ts';
import { ruleFacts, type RuleFacts } from './rule-facts.ts';
import { areAllEnded, countingAgainst, countingChanged, countingResolved } from './weigh.ts';
import type { World } from './world.ts';

/** A rule judged for one group of values of its `per` variables. */
export interface JudgedInstance {
  /** The values of `per`. */
  readonly of: Bindings;
  /** The values that what shows the error tells as well. */
  readonly told: Bindings;
  /** The values of all variables. */
  readonly bindings: Bindings;
  /** The values for each part of the rule. */
  readonly bound: RuleBindings;
  readonly appears: Answered;
  readonly unless: Answered;
  readonly resolvedBy: Answered;
  /** Something says that it only looks like the error. */
  readonly denied: boolean;
  /** The error shows itself, and nothing says that it only looks like it. */
  readonly seen: boolean;
  readonly reported: boolean;
  readonly resolved: boolean;
  /** Whether it is over, or why not. */
  readonly end: End;
  readonly causes: readonly InstanceCause[];
}

export interface InstanceCause extends CauseVerdict {
  readonly cause: Cause;
  readonly bindings: Bindings;
  /** The answers to its own conditions; to `because` where that was asked. */
  readonly answers: { readonly [K in 'when' | 'unless' | 'resolvedBy' | 'because']: Answered | undefined };
  /** Findings that explain it: those it rests on, and those that `because` asks about. */
  readonly because: readonly FindingFact[];
}

/** Judges a rule for each of its instances. */
export function judgeRule(rule: CompiledRule, world: World): readonly JudgedInstance[] {
  const facts = ruleFacts(world, rule.per);
  const judging = {
    rule,
    facts,
    deniable: mayBeDenied(rule, facts),
    ask: askFor(facts),
    askUnquoted: askFor(facts, true),
  };
  return findInstances(rule, facts).map((instance) => judgeInstance(instance, judging));
}

/** Variables only narrow: where no fact speaks against the rule with all of them free, none does for any instance. */
const mayBeDenied = ({ unless }: CompiledRule, facts: RuleFacts): boolean =>
  leavesOf(unless).some((leaf) => leaf.asks !== 'one' || facts.possible(leaf).length > 0);

interface Judging {
  readonly rule: CompiledRule;
  readonly facts: RuleFacts;
  /** Something may say of an instance that it only looks like the error. */
  readonly deniable: boolean;
  readonly ask: (bindings: Bindings) => Ask;
  /** Without samples and prose. */
  readonly askUnquoted: (bindings: Bindings) => Ask;
}

/** What an instance is besides showing the error or not is found when it is first asked for: few show it. */
function judgeInstance(instance: Bindings, judging: Judging): JudgedInstance {
  const { rule, facts, ask } = judging;
  const told = bindSupport(rule.appears, instance, facts);
  const appears = answerCondition(rule.appears, ask(told));
  const shown = appears.answer === 'supported';
  const denial = once(() => judgeDenial({ told, appears, judging }));
  const rest = once(() => judgeRest({ ...denial(), appears, judging }));
  return {
    of: instance,
    told,
    appears,
    get bindings() {
      return denial().bound.all;
    },
    get bound() {
      return denial().bound;
    },
    get unless() {
      return denial().unless;
    },
    get denied() {
      return judging.deniable && denial().denied;
    },
    get seen() {
      return shown && rest().seen;
    },
    get reported() {
      return (shown || rule.rule.inferred === true) && rest().reported;
    },
    get resolvedBy() {
      return rest().resolvedBy;
    },
    get resolved() {
      return rest().end === 'over';
    },
    get end() {
      return rest().end;
    },
    get causes() {
      return rest().causes;
    },
  };
}

function once<T extends object>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

type Denial = Pick<JudgedInstance, 'bound' | 'unless' | 'denied'>;

interface Shown {
  readonly appears: Answered;
  readonly judging: Judging;
}

function judgeDenial({ told, appears, judging }: Shown & Pick<JudgedInstance, 'told'>): Denial {
  const { rule, facts, askUnquoted } = judging;
  const bound = bindRule(rule, told, facts);
  const unless = answerCondition(rule.unless, askAbout(aboutRule(rule, bound), askUnquoted));
  return { bound, unless, denied: countingAgainst(unless, extremes(supportOf(appears))).length > 0 };
}

const aboutRule = ({ given }: CompiledRule, { told, all }: RuleBindings): About => ({ given, told, bindings: all });

type Rest = Pick<JudgedInstance, 'resolvedBy' | 'seen' | 'reported' | 'end' | 'causes'>;

function judgeRest({ bound, unless, denied, appears, judging }: Shown & Denial): Rest {
  const { rule, askUnquoted } = judging;
  const resolvedBy = answerCondition(rule.resolvedBy, askAbout(aboutRule(rule, bound), askUnquoted));
  const causes = rule.causes.map((cause, index) =>
    judgeInstanceCause({ cause, index, bound, judging, appears, denied: denied ? unless : undefined, resolvedBy }),
  );
  const likely = causes.filter(isLikely);
  const shown = appears.answer === 'supported' ? appears : undefined;
  // Over is not "never was": what is known to be over is told, whatever speaks against it.
  const ofShown = endOf({ causes: likely, appears: shown, resolvedBy });
  const seen = shown !== undefined && (ofShown === 'over' || !denied);
  return {
    resolvedBy,
    seen,
    reported: seen || (rule.rule.inferred === true && likely.length > 0),
    end: seen || !shown ? ofShown : endOf({ causes: likely, appears: undefined, resolvedBy }),
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
  const { when, told, own, all } = bound.causes[index]!;
  const asked = cause.when && answerCondition(cause.when, ask(when));
  const about = { given: cause.given, told, bindings: own };
  const unless = answerCondition(cause.unless, askAbout(about, askUnquoted));
  const ended = answerCondition(cause.resolvedBy, askAbout(about, askUnquoted));
  const verdict = judgeCause({
    when: asked ?? appears,
    // A cause that is as sure as the error falls with it.
    unless: denied && !asked ? answeredGroup('any', [unless, denied]) : unless,
    resolvedBy: answeredGroup('any', [ended, resolvedBy]),
  });
  const because = isLikely(verdict) ? answerCondition(cause.because, ask(own)) : undefined;
  const answers = { when: asked, unless, resolvedBy: ended, because };
  const explaining = because ? findingsIn([...verdict.evidence, ...supportedLeaves(because)]) : [];
  return { ...verdict, cause: cause.cause, bindings: all, answers, because: explaining };
}

const findingsIn = (leaves: readonly AnsweredLeaf[]): readonly FindingFact[] =>
  leaves.flatMap(({ support }) => support.flatMap(({ fact }) => (fact.kind === 'finding' ? [fact] : [])));

interface Ending {
  /** Those at least likely. */
  readonly causes: readonly InstanceCause[];
  /** Where the error is seen. */
  readonly appears: Answered | undefined;
  readonly resolvedBy: Answered;
}

/** Over for a cause or for the error itself, with no cause left that is not, and no sign of the error since. */
function endOf({ causes, appears, resolvedBy }: Ending): End {
  if (!causes.every(({ resolved }) => resolved)) return 'cause-active';
  const signs = appears ? supportOf(appears) : [];
  const resolving = [
    ...causes.flatMap(({ counterEvidence }) => counterEvidence),
    ...countingResolved(resolvedBy, extremes(signs)),
    ...(appears ? countingChanged(appears, extremes(signs)) : []),
  ].flatMap(({ support }) => support);
  if (resolving.length === 0) return 'no-end';
  return areAllEnded(signs, resolving) ? 'over' : 'seen-since';
}

/** Whether the error could be judged: some capture that would show it, or a cause of it where that is enough, is here. */
export const couldJudge = (instance: JudgedInstance, inferred: boolean): boolean =>
  instance.reported ||
  !isUncaptured(openLeaves(instance.appears)) ||
  (inferred && instance.causes.some(({ verdict, open }) => verdict !== 'possible' || !isUncaptured(open)));

/** Whether a part of what shows the error is here, and of the rest there is no capture: then it may be there or not. */
export const isHalfShown = (instance: JudgedInstance): boolean =>
  isHalf(instance.appears) && !instance.reported && !instance.denied;

function isHalf(answered: Answered): boolean {
  if (answered.type === 'leaf' || answered.answer !== 'unknown') return false;
  const isBegun = answered.type === 'all' && answered.children.some(({ answer }) => answer === 'supported');
  return (isBegun && isUncaptured(openLeaves(answered))) || answered.children.some(isHalf);
}

const isUncaptured = (open: readonly AnsweredLeaf[]): boolean =>
  open.length > 0 && open.every(({ want }) => want !== 'not-found');
