import type { CompiledRule } from '../rules/compile-rule.ts';
import { bindMore, bindSupport } from './bind-condition.ts';
import { complete, union, type Bindings } from './bindings.ts';
import type { RuleFacts } from './rule-facts.ts';

/** The values of a rule's variables in one instance, as far as each part of the rule knows them. */
export interface RuleBindings {
  readonly appears: Bindings;
  readonly causes: readonly CauseBindings[];
  /** What any part knows. */
  readonly all: Bindings;
}

export interface CauseBindings {
  /** For `when`: what the error and the cause itself tell, so that one cause does not narrow another. */
  readonly when: Bindings;
  /** For its other conditions. */
  readonly own: Bindings;
  /** For its texts and commands: also what other causes tell. */
  readonly all: Bindings;
}

/** Binds from what shows the error, whose values are given, then from what speaks for each cause, then from all else. */
export function bindRule(rule: CompiledRule, appears: Bindings, facts: RuleFacts): RuleBindings {
  const causes = rule.causes.map((cause) => {
    const when = cause.when ? bindSupport(cause.when, appears, facts) : appears;
    const rest = [cause.uses, cause.unless, cause.resolvedBy, cause.because];
    return { when, own: rest.reduce((bindings, condition) => bindMore(condition, bindings, facts), when) };
  });
  const known = complete(appears, union(causes.map(({ own }) => own)));
  const all = [rule.unless, rule.resolvedBy].reduce((bindings, more) => bindMore(more, bindings, facts), known);
  return { appears, causes: causes.map(({ when, own }) => ({ when, own, all: complete(own, all) })), all };
}
