import type { CompiledCause, CompiledRule } from '../../rules/compile-rule.ts';
import { answerCondition, capsIn, openLeaves, supportedLeaves, type Answered } from '../answer-condition.ts';
import { askFor, inquiryFor } from '../answer-leaf.ts';
import { askAbout } from '../ask-about.ts';
import type { AnsweredLeaf } from '../answered-leaf.ts';
import { NO_BINDINGS, type Bindings } from '../bindings.ts';
import { opposingEvidence, supportingEvidence } from '../evidence.ts';
import type { Evidence } from '../finding.ts';
import type { JudgedInstance } from '../judge-rule.ts';
import { ruleFacts, type RuleFacts } from '../rule-facts.ts';
import { lookedAt } from '../want.ts';
import type { World } from '../world.ts';
import { isState } from '../../facts/state.ts';
import { rebind } from './same-objects.ts';

/** What was found before, and what it rested on. */
export interface FoundBefore {
  readonly rule: CompiledRule;
  readonly instance: JudgedInstance;
  /** Undefined: the error itself. */
  readonly cause: CompiledCause | undefined;
  readonly bindings: Bindings;
  /** The questions that were answered for it. */
  readonly evidence: readonly AnsweredLeaf[];
}

/** What the later captures say of something that is not found in them. */
export interface SecondLook {
  /** What showed it then is looked at now as well. */
  readonly visible: boolean;
  /** Something says that it is over. */
  readonly over: boolean;
  readonly evidence: readonly Evidence[];
  /** Questions that are open now. */
  readonly open: readonly AnsweredLeaf[];
  readonly bindings: Bindings;
}

/** Whether what another rule found then, and this rested on, is fixed now. */
export type IsFixed = (leaf: AnsweredLeaf) => boolean;

/** Asks the questions of before once more, about the same objects in the later captures. */
export function lookAgain(before: FoundBefore, world: World, isFixed: IsFixed): SecondLook {
  const facts = ruleFacts(world, before.rule.per);
  const bindings = rebind(before.bindings, world);
  const ends = endsOf(before, facts, bindings);
  const gone = goneStates(before, { facts, bindings, isFixed });
  return {
    visible: before.evidence.every((leaf) => isVisible(leaf, { facts, bindings, isFixed })),
    over: ends.length > 0 || gone !== undefined,
    evidence: [...ends.flatMap(evidenceOfEnd), ...opposingEvidence(gone ?? [])],
    open: before.evidence.map((leaf) => askFor(facts)(bindings)(leaf.leaf)).flatMap(openLeaves),
    bindings,
  };
}

interface Looking {
  readonly facts: RuleFacts;
  readonly bindings: Bindings;
  readonly isFixed: IsFixed;
}

/** Some capture of the later bundle that is not cut would show it. */
function isVisible(before: AnsweredLeaf, { facts, bindings, isFixed }: Looking): boolean {
  if (before.leaf.kind === 'finding') return isFixed(before);
  return lookedAt(inquiryFor(before.leaf, { facts, bindings })).some(({ complete }) => complete !== 'no');
}

/** The conditions under which it is over, that are met now: what ends it, what it cannot be beside, or its own contrary. */
function endsOf({ rule, cause, instance }: FoundBefore, facts: RuleFacts, bindings: Bindings): readonly Answered[] {
  const asking = askFor(facts, true);
  const { bound } = instance;
  const told = cause ? bound.causes[rule.causes.indexOf(cause)]!.told : bound.told;
  const about = {
    given: (cause ?? rule).given,
    told: withSuccessors(told, bindings),
    settled: NO_BINDINGS,
    bindings,
  };
  const ending = [rule.resolvedBy, rule.unless, ...(cause ? [cause.resolvedBy, cause.unless] : [])];
  const met = ending
    .map((condition) => answerCondition(condition, askAbout(about, asking)))
    .filter((answered) => answered.answer === 'supported' && capsIn(answered).length === 0);
  const ask = asking(bindings);
  const asked = cause?.when ? answerCondition(cause.when, ask) : undefined;
  return asked?.answer === 'contradicted' ? [...met, asked] : met;
}

/** Where pods have others in their place, any of these will do; where there are none, it has to end for each object. */
const withSuccessors = (told: Bindings, now: Bindings): Bindings =>
  new Map(
    [...told].map(([name, values]) => {
      const rebound = now.get(name);
      return [name, rebound && rebound.size > values.size ? new Map([...values].slice(0, 1)) : values] as const;
    }),
  );

const evidenceOfEnd = (end: Answered): readonly Evidence[] =>
  end.answer === 'supported' ? supportingEvidence(supportedLeaves(end)) : opposingEvidence(leavesIn(end));

const leavesIn = (answered: Answered): readonly AnsweredLeaf[] =>
  answered.type === 'leaf' ? [answered] : answered.children.flatMap(leavesIn);

/**
 * The answers now, where all that showed it were states and none of them is so any more: an event or a log entry that is
 * not there proves nothing, for both are windows.
 */
function goneStates(before: FoundBefore, looking: Looking): readonly AnsweredLeaf[] | undefined {
  const ask = askFor(looking.facts, true)(looking.bindings);
  const answers = before.evidence.map((leaf) => [leaf, ask(leaf.leaf)] as const);
  const areGone = answers.every(([then, now]) =>
    then.leaf.kind === 'finding' ? looking.isFixed(then) : isState(then.leaf.kind) && isGone(now, looking),
  );
  return areGone && answers.length > 0 ? answers.map(([, now]) => now) : undefined;
}

function isGone({ leaf, answer }: AnsweredLeaf, { facts, bindings }: Looking): boolean {
  if (answer !== 'unknown') return answer === 'contradicted';
  const looked = lookedAt(inquiryFor(leaf, { facts, bindings }));
  return looked.length > 0 && looked.every(({ complete }) => complete === 'yes');
}
