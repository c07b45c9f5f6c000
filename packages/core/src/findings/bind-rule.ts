import type { CompiledCause, CompiledRule } from '../rules/compile-rule.ts';
import { bindMore, bindSupport } from './bind-condition.ts';
import { complete, union, type Bindings } from './bindings.ts';
import { lazyFields } from './lazy-fields.ts';
import type { RuleFacts } from './rule-facts.ts';

/** The values of a rule's variables in one instance, as far as each part of the rule knows them; found as they are asked for. */
export interface RuleBindings {
  readonly appears: Bindings;
  readonly causes: readonly CauseBindings[];
  /** What speaks for the error and its causes tells: what an end or a denial must be about. */
  readonly told: Bindings;
  /** What any part knows. */
  readonly all: Bindings;
}

export interface CauseBindings {
  /** For `when`: what the error and the cause itself tell, so that one cause does not narrow another. */
  readonly when: Bindings;
  /** What speaks for it tells, for what ends it or speaks against it. */
  readonly told: Bindings;
  /** For its other conditions. */
  readonly own: Bindings;
  /** For its texts and commands: also what other causes tell. */
  readonly all: Bindings;
}

/** Binds from what shows the error, whose values are given, then from what speaks for each cause, then from all else. */
export function bindRule(rule: CompiledRule, appears: Bindings, facts: RuleFacts): RuleBindings {
  const bound: RuleBindings = ruleBindings(
    { appears },
    {
      causes: () => rule.causes.map((cause) => bindCause(cause, { appears, all: () => bound.all, facts })),
      told: () => complete(appears, union(bound.causes.map((cause) => cause.told))),
      all: () => {
        const known = complete(appears, union(bound.causes.map(({ own }) => own)));
        return [rule.unless, rule.resolvedBy].reduce((bindings, more) => bindMore(more, bindings, facts), known);
      },
    },
  );
  return bound;
}

const ruleBindings = lazyFields<RuleBindings, 'causes' | 'told' | 'all'>('causes', 'told', 'all');

interface CauseBinding {
  readonly appears: Bindings;
  readonly all: () => Bindings;
  readonly facts: RuleFacts;
}

function bindCause(cause: CompiledCause, { appears, all, facts }: CauseBinding): CauseBindings {
  const bound: CauseBindings = causeBindings(
    {},
    {
      when: () => (cause.when ? bindSupport(cause.when, appears, facts) : appears),
      told: () => bindMore(cause.uses, bound.when, facts),
      own: () => {
        const rest = [cause.unless, cause.resolvedBy, cause.because];
        return rest.reduce((bindings, condition) => bindMore(condition, bindings, facts), bound.told);
      },
      all: () => complete(bound.own, all()),
    },
  );
  return bound;
}

const causeBindings = lazyFields<CauseBindings, 'when' | 'told' | 'own' | 'all'>('when', 'told', 'own', 'all');
