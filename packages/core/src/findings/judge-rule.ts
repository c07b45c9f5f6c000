import type { FindingFact } from '../facts/fact.ts';
import type { CompiledCause, CompiledRule } from '../rules/compile-rule.ts';
import type { Cause } from '../rules/rule.ts';
import { answerCondition, answeredGroup, supportedLeaves, supportOf, type Answered } from './answer-condition.ts';
import { askFor, type Ask } from './answer-leaf.ts';
import type { About } from './ask-about.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { bindSupport } from './bind-condition.ts';
import { bindRule, type CauseBindings, type RuleBindings } from './bind-rule.ts';
import type { Bindings } from './bindings.ts';
import { contraryOf, type Contrary } from './contrary.ts';
import { endOf } from './end-of.ts';
import type { End } from './explanation.ts';
import { findInstances } from './instances.ts';
import { isLikely, judgeCause, type CauseVerdict } from './judge-cause.ts';
import { lazyFields } from './lazy-fields.ts';
import { mayBeOver, type MayBe } from './may-be.ts';
import { once } from './once.ts';
import { extremes } from './order.ts';
import { ruleFacts, type RuleFacts } from './rule-facts.ts';
import { countingAgainst } from './weigh.ts';
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
  const may = mayBeOver(facts);
  const inferable = mayBeInferred(rule, may);
  const judging = { rule, facts, may, inferable, ask: askFor(facts), askUnquoted: askFor(facts, true) };
  return findInstances(rule, facts).map((instance) => judgeInstance(instance, judging));
}

interface Judging {
  readonly rule: CompiledRule;
  readonly facts: RuleFacts;
  readonly may: MayBe;
  /** A likely cause may report the error where it is not shown. */
  readonly inferable: boolean;
  readonly ask: (bindings: Bindings) => Ask;
  /** Without samples and prose. */
  readonly askUnquoted: (bindings: Bindings) => Ask;
}

const mayBeInferred = ({ rule, causes, appears }: CompiledRule, may: MayBe): boolean =>
  rule.inferred === true && causes.some(({ when }) => may.told(when ?? appears));

/** What an instance is besides showing the error or not is found when it is first asked for: few show it. */
function judgeInstance(instance: Bindings, judging: Judging): JudgedInstance {
  const { rule, facts, ask } = judging;
  const told = bindSupport(rule.appears, instance, facts);
  const appears = answerCondition(rule.appears, ask(told));
  const shown = appears.answer === 'supported';
  const bound = once(() => bindRule(rule, told, facts));
  const contrary = contraryOf(rule, aboutRule(rule, told, bound), judging);
  const isDenied = (): boolean => {
    const { unless } = contrary.counting;
    return unless.answer === 'supported' && countingAgainst(unless, extremes(supportOf(appears))).length > 0;
  };
  const rest = once(() => judgeRest({ bound: bound(), contrary, denied: isDenied(), appears, judging }));
  return judgedInstance(
    { of: instance, told, appears },
    {
      bound,
      bindings: () => bound().all,
      unless: () => contrary.unless,
      denied: isDenied,
      seen: () => shown && rest().seen,
      reported: () => (shown || judging.inferable) && rest().reported,
      resolvedBy: () => contrary.resolvedBy,
      resolved: () => rest().end === 'over',
      end: () => rest().end,
      causes: () => rest().causes,
    },
  );
}

const judgedInstance = lazyFields<JudgedInstance, Exclude<keyof JudgedInstance, 'of' | 'told' | 'appears'>>(
  'bound',
  'bindings',
  'unless',
  'denied',
  'seen',
  'reported',
  'resolvedBy',
  'resolved',
  'end',
  'causes',
);

/** What an end or a denial of the error is about; what all parts tell has to be known only where it is asked. */
const aboutRule = ({ given }: CompiledRule, appears: Bindings, bound: () => RuleBindings): About =>
  aboutBound({ given, settled: appears }, { told: () => bound().told, bindings: () => bound().all });

const aboutCause = ({ given }: CompiledCause, bound: CauseBindings): About =>
  aboutBoundCause({ given }, { settled: () => bound.told, told: () => bound.told, bindings: () => bound.own });

const aboutBound = lazyFields<About, 'told' | 'bindings'>('told', 'bindings');
const aboutBoundCause = lazyFields<About, 'settled' | 'told' | 'bindings'>('settled', 'told', 'bindings');

interface Resting {
  readonly bound: RuleBindings;
  readonly contrary: Contrary;
  readonly denied: boolean;
  readonly appears: Answered;
  readonly judging: Judging;
}

type Rest = Pick<JudgedInstance, 'seen' | 'reported' | 'end' | 'causes'>;

function judgeRest({ bound, contrary: { counting }, denied, appears, judging }: Resting): Rest {
  const { rule } = judging;
  const { resolvedBy } = counting;
  const causes = rule.causes.map((cause, index) =>
    judgeInstanceCause({
      cause,
      bound: bound.causes[index]!,
      judging,
      appears,
      denied: denied ? counting.unless : undefined,
      resolvedBy,
    }),
  );
  const likely = causes.filter(isLikely);
  const shown = appears.answer === 'supported' ? appears : undefined;
  // Over is not "never was": what is known to be over is told, whatever speaks against it.
  const ofShown = endOf({ causes: likely, appears: shown, resolvedBy });
  const seen = shown !== undefined && (ofShown === 'over' || !denied);
  return {
    seen,
    reported: seen || (rule.rule.inferred === true && likely.length > 0),
    end: seen || !shown ? ofShown : endOf({ causes: likely, appears: undefined, resolvedBy }),
    causes,
  };
}

interface CauseJudging {
  readonly cause: CompiledCause;
  readonly bound: CauseBindings;
  readonly judging: Judging;
  readonly appears: Answered;
  /** What says that it only looks like the error, where that counts. */
  readonly denied: Answered | undefined;
  readonly resolvedBy: Answered;
}

function judgeInstanceCause({ cause, bound, judging, appears, denied, resolvedBy }: CauseJudging): InstanceCause {
  const { ask, may } = judging;
  const asked = cause.when && answerCondition(cause.when, ask(bound.when));
  const contrary = contraryOf(cause, aboutCause(cause, bound), judging);
  const { counting } = contrary;
  const verdict = judgeCause({
    when: asked ?? appears,
    // A cause that is as sure as the error falls with it.
    unless: denied && !asked ? answeredGroup('any', [counting.unless, denied]) : counting.unless,
    resolvedBy: answeredGroup('any', [counting.resolvedBy, resolvedBy]),
  });
  const explained = once(() => answerCondition(cause.because, ask(bound.own)));
  const likely = isLikely(verdict);
  const because = likely && may.told(cause.because) ? supportedLeaves(explained()) : [];
  const found = {
    cause: cause.cause,
    answers: causeAnswers(
      { when: asked },
      {
        because: () => (likely ? explained() : undefined),
        unless: () => contrary.unless,
        resolvedBy: () => contrary.resolvedBy,
      },
    ),
    because: likely ? findingsIn([...verdict.evidence, ...because]) : [],
  };
  return instanceCause(Object.assign(found, verdict), { bindings: () => bound.all });
}

type Answers = InstanceCause['answers'];

const causeAnswers = lazyFields<Answers, 'because' | 'unless' | 'resolvedBy'>('because', 'unless', 'resolvedBy');
const instanceCause = lazyFields<InstanceCause, 'bindings'>('bindings');

const findingsIn = (leaves: readonly AnsweredLeaf[]): readonly FindingFact[] =>
  leaves.flatMap(({ support }) => support.flatMap(({ fact }) => (fact.kind === 'finding' ? [fact] : [])));
