import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { leavesOf } from '../rules/compile-condition.ts';
import type { CompiledRule } from '../rules/compile-rule.ts';
import { foldCase } from '../rules/fold-case.ts';
import { NO_BINDINGS, valuesOf, type Bindings, type Way } from './bindings.ts';
import { waysOf } from './match-fact.ts';
import type { RuleFacts } from './rule-facts.ts';

/** One text for each variable of `per`, undefined where it is the namespace and not told. */
type Values = readonly (string | undefined)[];

/**
 * The instances of a rule: one for each group of values that a supporting fact tells, in order. Where no fact tells
 * them, one instance without values.
 */
export function findInstances(rule: CompiledRule, facts: RuleFacts): readonly Bindings[] {
  const { per } = rule;
  const found = new Map<string, Values>();
  for (const leaf of supportingLeaves(rule)) {
    for (const { known } of facts.possible(leaf)) {
      if (known.fact.quoted === true) continue;
      for (const way of waysOf(leaf, known, NO_BINDINGS)) note(found, valuesIn(way, per));
    }
  }
  const instances = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, values]) => values);
  const distinct = withoutPartial(instances, per);
  return distinct.length === 0 ? [NO_BINDINGS] : distinct.map((values) => bindingsFor(values, per));
}

/** What another rule found can explain the error; it does not tell what the error is about. */
const supportingLeaves = (rule: CompiledRule): readonly CompiledLeaf[] => {
  const speaking = rule.causes.flatMap(({ when }) => (when ? leavesOf(when) : []));
  return [...leavesOf(rule.appears), ...speaking.filter(({ kind }) => kind !== 'finding')].filter(
    ({ asks }) => asks !== 'none',
  );
};

/** A fact that lacks a value tells no instance; only the namespace may be missing, for captures often do not tell it. */
function valuesIn(way: Way, per: readonly string[]): Values | undefined {
  const values = per.map((name) => way.get(name));
  const isWhole = values.every((value, index) => value !== undefined || per[index] === 'namespace');
  return isWhole && values.some((value) => value !== undefined) ? values : undefined;
}

/** Keeps one spelling of each instance, whatever the order in which they come. */
function note(found: Map<string, Values>, values: Values | undefined): void {
  if (!values) return;
  const key = keyOf(values);
  const before = found.get(key);
  if (!before || before.join('\0') < values.join('\0')) found.set(key, values);
}

const keyOf = (values: Values): string => values.map((value) => foldCase(value ?? '')).join('\0');

/** An object without namespace is the one of that name whose namespace is known. */
function withoutPartial(instances: readonly Values[], per: readonly string[]): readonly Values[] {
  const at = per.indexOf('namespace');
  if (at < 0 || per.length === 1) return instances;
  const whole = new Set(
    instances.filter((values) => values[at] !== undefined).map((values) => keyOf(values.with(at, ''))),
  );
  return instances.filter((values) => values[at] !== undefined || !whole.has(keyOf(values)));
}

const bindingsFor = (values: Values, per: readonly string[]): Bindings =>
  new Map(
    per.flatMap((name, index) => (values[index] === undefined ? [] : [[name, valuesOf([values[index]])] as const])),
  );
