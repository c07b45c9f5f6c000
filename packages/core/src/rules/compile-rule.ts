import {
  compileCondition,
  leavesOf,
  questionsAsked,
  type CompiledCondition,
  type CompiledGroup,
  type Compiling,
} from './compile-condition.ts';
import { platformEngine, type ExpressionEngine } from './expression-engine.ts';
import type { Cause, Condition, Rule, RulePack } from './rule.ts';

export interface CompiledCause {
  readonly cause: Cause;
  /** Undefined: as sure as the error itself. */
  readonly when?: CompiledGroup;
  /** Each of these alone counts. */
  readonly unless: CompiledGroup;
  readonly resolvedBy: CompiledGroup;
  readonly because: CompiledGroup;
  readonly uses: CompiledGroup;
  /** Variables that what speaks for the error and the cause gives values; those of `per` are not among them. */
  readonly given: ReadonlySet<string>;
}

/** A rule with its conditions ready to be put to facts; its texts stay as they are. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly per: readonly string[];
  readonly appears: CompiledGroup;
  readonly unless: CompiledGroup;
  readonly resolvedBy: CompiledGroup;
  readonly causes: readonly CompiledCause[];
  /** Variables that what speaks for the error or for any cause gives values; those of `per` are not among them. */
  readonly given: ReadonlySet<string>;
}

/** Compiles the rules of packs, each pack once; the expressions of packs that are not trusted run on the linear engine. */
export async function compilePacks(packs: readonly RulePack[]): Promise<readonly CompiledRule[]> {
  return (await Promise.all(packs.map(compilePack))).flat();
}

/** Who analyzes many bundles gives the same packs again. */
const kept = new WeakMap<RulePack, readonly CompiledRule[]>();

async function compilePack(pack: RulePack): Promise<readonly CompiledRule[]> {
  const known = kept.get(pack);
  if (known) return known;
  const engine = pack.trusted ? platformEngine : (await import('./linear-engine.ts')).linearEngine;
  const rules = pack.rules.map((rule) => compileRule(rule, engine));
  kept.set(pack, rules);
  return rules;
}

/** Compiles a checked rule. */
export function compileRule(rule: Rule, engine: ExpressionEngine): CompiledRule {
  const group = groupWith({ engine });
  const appears = group('all', rule.appears);
  const asked = questionsAsked(rule.appears);
  const causes = rule.causes.map((cause) => {
    const compiled = compileCause(cause, { engine, asked });
    const { when, uses } = compiled;
    return { ...compiled, given: variablesIn([appears, ...(when ? [when] : []), uses], rule.per) };
  });
  return {
    rule,
    per: rule.per ?? [],
    appears,
    unless: group('any', rule.unless),
    resolvedBy: group('any', rule['resolved-by']),
    causes,
    given: new Set(causes.flatMap(({ given }) => [...given])),
  };
}

const variablesIn = (conditions: readonly CompiledCondition[], per: readonly string[] = []): ReadonlySet<string> =>
  new Set(
    conditions
      .flatMap(leavesOf)
      .flatMap(({ variables }) => variables)
      .filter((name) => !per.includes(name)),
  );

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

function compileCause(cause: Cause, compiling: Compiling): Omit<CompiledCause, 'given'> {
  const group = groupWith({ ...compiling, asked: new Set() });
  return {
    cause,
    ...(cause.when && cause.when.length > 0 ? { when: groupWith(compiling)('all', cause.when) } : {}),
    unless: group('any', cause.unless),
    resolvedBy: group('any', cause['resolved-by']),
    because: group('any', cause.because),
    uses: group('any', cause.uses),
  };
}

const groupWith =
  (compiling: Compiling) =>
  (type: 'all' | 'any', conditions: readonly Condition[] = []): CompiledGroup => ({
    type,
    children: conditions.map((condition) => compileCondition(condition, compiling)),
  });
