import type { CompiledRule } from '../rules/compile-rule.ts';
import { bindMore, bindSupport } from './bind-condition.ts';
import { complete, union, type Bindings } from './bindings.ts';
import type { RuleFacts } from './rule-facts.ts';

/** The values of a rule's variables in one instance, as far as each part of the rule knows them. */
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
  const causes = rule.causes.map((cause) => {
    const when = cause.when ? bindSupport(cause.when, appears, facts) : appears;
    const told = bindMore(cause.uses, when, facts);
    const rest = [cause.unless, cause.resolvedBy, cause.because];
    return { when, told, own: rest.reduce((bindings, condition) => bindMore(condition, bindings, facts), told) };
  });
  const known = complete(appears, union(causes.map(({ own }) => own)));
  const told = complete(appears, union(causes.map((cause) => cause.told)));
  const all = [rule.unless, rule.resolvedBy].reduce((bindings, more) => bindMore(more, bindings, facts), known);
  return { appears, causes: causes.map((cause) => ({ ...cause, all: complete(cause.own, all) })), told, all };
}
