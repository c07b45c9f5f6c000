import type { KnownFact } from '../facts/fact-set.ts';
import {
  capsIn,
  contradictedLeaves,
  openLeaves,
  supportedLeaves,
  supportOf,
  withoutContradiction,
  type Answered,
} from './answer-condition.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import type { VerdictReason } from './explanation.ts';
import type { Cap, Verdict } from './finding.ts';
import { extremes } from './order.ts';
import { areOlderThanAll, countingAgainst, countingChanged, countingResolved } from './weigh.ts';

/** The answers to a cause's conditions. */
export interface CauseAnswers {
  /** Of `when`, or of the error where the cause has none. */
  readonly when: Answered;
  readonly unless: Answered;
  /** Of the cause or of its rule. */
  readonly resolvedBy: Answered;
}

/** A cause's verdict and what it rests on. */
export interface CauseVerdict {
  readonly verdict: Verdict;
  readonly reason: VerdictReason;
  /** The answer to `when` that was weighed: without what was found against it before anything was found for it. */
  readonly weighed: Answered;
  readonly resolved: boolean;
  readonly capped: readonly Cap[];
  readonly evidence: readonly AnsweredLeaf[];
  readonly counterEvidence: readonly AnsweredLeaf[];
  /** Questions that are open and would settle it. */
  readonly open: readonly AnsweredLeaf[];
}

/** Weighs what speaks for a cause, then whether it is over, then what speaks against it. */
export function judgeCause({ when: asked, unless, resolvedBy }: CauseAnswers): CauseVerdict {
  const when = leavingOutOld(asked);
  const evidence = tellingLeaves(when);
  const excludedBy = (reason: VerdictReason, counterEvidence: readonly AnsweredLeaf[]): CauseVerdict => ({
    verdict: 'excluded',
    reason,
    weighed: when,
    resolved: false,
    capped: [],
    evidence,
    counterEvidence,
    open: [],
  });
  if (when.answer === 'contradicted') return excludedBy('contradicted', contradictedLeaves(when));

  const support = extremes(supportOf(when));
  const reason = weigh(when);
  const verdict = VERDICTS[reason];
  const over = verdict === 'possible' ? [] : endsOf({ when, resolvedBy }, support);
  const capped = verdict === 'likely' ? capsOf(when) : [];
  const resolved = over.length > 0;
  const against = resolved ? [] : countingAgainst(unless, support);
  if (against.length > 0) return excludedBy('ruled-out', against);
  const open = resolved || verdict === 'confirmed' ? [] : openLeaves(when);
  return { verdict, reason, weighed: when, resolved, capped, evidence, counterEvidence: over, open };
}

/** What shows that it is over: what the rule says does, or a later look at the objects it rests on. */
const endsOf = (
  { when, resolvedBy }: Pick<CauseAnswers, 'when' | 'resolvedBy'>,
  support: readonly KnownFact[],
): readonly AnsweredLeaf[] => [...countingResolved(resolvedBy, support), ...countingChanged(when, support)];

/** Whether a cause is confirmed or likely. */
export const isLikely = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict === 'confirmed' || verdict === 'likely';

function weigh(when: Answered): keyof typeof VERDICTS {
  if (when.answer === 'supported') return capsIn(when).length === 0 ? 'supported' : 'weakly-supported';
  return tellingLeaves(when).length > 0 ? 'partly-supported' : 'open';
}

/** Where much is open, what shows the error itself speaks for no cause of it. */
const tellingLeaves = (when: Answered): readonly AnsweredLeaf[] =>
  supportedLeaves(when).filter(({ leaf }) => when.answer === 'supported' || !leaf.repeated);

/** What is said of a cause that nothing speaks against. */
const VERDICTS = {
  supported: 'confirmed',
  'weakly-supported': 'likely',
  'partly-supported': 'likely',
  open: 'possible',
} as const;

function capsOf(when: Answered): readonly Cap[] {
  const found =
    when.answer === 'supported'
      ? capsIn(when)
      : [...tellingLeaves(when).flatMap(({ caps }) => caps), 'incomplete' as const];
  return CAPS.filter((cap) => found.includes(cap));
}

/** Every cap in the order of a report. */
export const CAPS: readonly Cap[] = ['quoted', 'loose-join', 'likely-finding', 'incomplete'];

/** What was found against a cause before anything was found for it says nothing now. */
function leavingOutOld(when: Answered): Answered {
  if (when.answer !== 'contradicted') return when;
  const forgiven = withoutContradiction(when);
  const against: readonly KnownFact[] = contradictedLeaves(when).flatMap((leaf) => leaf.against);
  return areOlderThanAll(against, extremes(supportOf(forgiven))) ? forgiven : when;
}
