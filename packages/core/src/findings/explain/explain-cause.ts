import type { RuleTexts } from '../../rules/rule.ts';
import { supportOf } from '../answer-condition.ts';
import type { CauseBindings } from '../bind-rule.ts';
import { complete } from '../bindings.ts';
import type { Collecting } from '../collect-next.ts';
import type { ExplainedCause, VerdictReason } from '../explanation.ts';
import { fillText } from '../fill-template.ts';
import type { InstanceCause, JudgedInstance } from '../judge-rule.ts';
import { extremes } from '../order.ts';
import type { RuleFacts } from '../rule-facts.ts';
import { countingAgainst, weighAgainst, weighEnd } from '../weigh.ts';
import { explainPart } from './explain-condition.ts';
import { boundVariables } from './explained-fact.ts';

/** What a judged cause is explained with. */
export interface CauseExplaining {
  readonly instance: JudgedInstance;
  readonly bindings: CauseBindings;
  readonly facts: RuleFacts;
  readonly collecting: Collecting;
  readonly texts: RuleTexts | undefined;
}

/** A cause with the answers to its conditions and how its verdict follows from them. */
export function explainCause(judged: InstanceCause, explaining: CauseExplaining): ExplainedCause {
  const { cause, verdict, resolved, capped, answers, weighed } = judged;
  const { instance, bindings, facts, collecting, texts } = explaining;
  const { when, own } = bindings;
  const support = extremes(supportOf(weighed));
  const common = { named: complete(judged.bindings, instance.told), collecting };
  const asked = { ...common, asking: { bindings: own, facts } };
  const unquoted = { ...common, asking: { bindings: own, facts, unquoted: true } } as const;
  const parts = {
    when: explainPart(cause.when, answers.when, { ...common, asking: { bindings: when, facts } }),
    unless: explainPart(cause.unless, answers.unless, { ...unquoted, weigh: (known) => weighAgainst(known, support) }),
    resolvedBy: explainPart(cause['resolved-by'], answers.resolvedBy, {
      ...unquoted,
      weigh: (known) => weighEnd(known, support),
    }),
    because: explainPart(cause.because, answers.because, asked),
  };
  return {
    id: cause.id,
    title: fillText(texts?.causes.find(({ id }) => id === cause.id)?.title ?? cause.title, judged.bindings),
    verdict,
    resolved,
    reason: reasonOf(judged),
    outdated: weighed !== (answers.when ?? instance.appears),
    capped,
    variables: boundVariables(judged.bindings),
    ...(parts.when && { when: parts.when }),
    ...(parts.unless && { unless: parts.unless }),
    ...(parts.resolvedBy && { resolvedBy: parts.resolvedBy }),
    ...(parts.because && { because: parts.because }),
  };
}

function reasonOf({ reason, answers, weighed }: InstanceCause): VerdictReason {
  if (reason !== 'ruled-out' || !answers.unless) return reason;
  const own = countingAgainst(answers.unless, extremes(supportOf(weighed)));
  return own.length > 0 ? reason : 'error-ruled-out';
}
