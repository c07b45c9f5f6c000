import { compileCondition, questionsAsked, type CompiledCondition, type CompiledGroup } from './compile-condition.ts';
import type { Cause, Condition, Rule } from './rule.ts';

export interface CompiledCause {
  readonly cause: Cause;
  /** Undefined: as sure as the error itself. */
  readonly when?: CompiledGroup;
  /** Each of these alone counts. */
  readonly unless: CompiledGroup;
  readonly resolvedBy: CompiledGroup;
  readonly because: CompiledGroup;
  readonly uses: CompiledGroup;
}

/** A rule with its conditions ready to be put to facts; its texts stay as they are. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly per: readonly string[];
  readonly appears: CompiledGroup;
  readonly unless: CompiledGroup;
  readonly resolvedBy: CompiledGroup;
  readonly causes: readonly CompiledCause[];
}

/** Compiles a checked rule. */
export const compileRule = (rule: Rule): CompiledRule => ({
  rule,
  per: rule.per ?? [],
  appears: group('all', rule.appears),
  unless: group('any', rule.unless),
  resolvedBy: group('any', rule['resolved-by']),
  causes: rule.causes.map(compileCause(questionsAsked(rule.appears))),
});

/** Every condition of a rule. */
export const conditionsOf = (rule: CompiledRule): readonly CompiledCondition[] => [
  rule.appears,
  rule.unless,
  rule.resolvedBy,
  ...rule.causes.flatMap(({ when, unless, resolvedBy, because, uses }) => [
    ...(when ? [when] : []),
    unless,
    resolvedBy,
    because,
    uses,
  ]),
];

const compileCause =
  (asked: ReadonlySet<string>) =>
  (cause: Cause): CompiledCause => ({
    cause,
    ...(cause.when && cause.when.length > 0 ? { when: group('all', cause.when, asked) } : {}),
    unless: group('any', cause.unless),
    resolvedBy: group('any', cause['resolved-by']),
    because: group('any', cause.because),
    uses: group('any', cause.uses),
  });

const group = (
  type: 'all' | 'any',
  conditions: readonly Condition[] = [],
  asked?: ReadonlySet<string>,
): CompiledGroup => ({
  type,
  children: conditions.map((condition) => compileCondition(condition, asked)),
});
