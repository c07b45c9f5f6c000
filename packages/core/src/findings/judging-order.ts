import { leavesOf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { conditionsOf, type CompiledRule } from '../rules/compile-rule.ts';
import { foldCase } from '../rules/fold-case.ts';
import { NO_BINDINGS } from './bindings.ts';
import { matchText } from './match-text.ts';
import { valuesOf } from './value-index.ts';

/** The rules so that each comes after those whose findings it asks about, else as given. A circle is cut where it closes. */
export function judgingOrder(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const ordered = new Set<CompiledRule>();
  const begun = new Set<CompiledRule>();
  const place = (rule: CompiledRule): void => {
    if (begun.has(rule)) return;
    begun.add(rule);
    for (const needed of neededBy(rule, rules)) place(needed);
    ordered.add(rule);
  };
  for (const rule of rules) place(rule);
  return [...ordered];
}

function neededBy(rule: CompiledRule, rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const asked = conditionsOf(rule)
    .flatMap(leavesOf)
    .filter(({ kind }) => kind === 'finding')
    .map(({ of }) => of.find(({ name }) => name === 'rule'));
  if (asked.length === 0) return [];
  const named = new Set(asked.flatMap((field) => (field && valuesOf(field)) ?? []));
  const others = asked.filter((field) => !field || !valuesOf(field));
  return rules.filter(({ rule: { id } }) => named.has(foldCase(id)) || others.some((field) => mayBeAbout(field, id)));
}

/** A question that names no rule is about any. */
function mayBeAbout(field: CompiledField | undefined, id: string): boolean {
  const test = field?.test;
  if (test?.type !== 'one-of') return true;
  return test.patterns.some((pattern) => matchText(pattern, id, { bindings: NO_BINDINGS, quoted: false }));
}
