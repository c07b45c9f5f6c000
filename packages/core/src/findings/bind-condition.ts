import type { CompiledCondition, CompiledLeaf } from '../rules/compile-condition.ts';
import { complete, union, type Bindings, type Values } from './bindings.ts';
import type { RuleFacts } from './rule-facts.ts';

/**
 * Gives values to the variables of a condition that support must agree on. Members of `all` narrow one another; those of
 * `any` are told apart by nothing and add up. A value found late narrows what was found early, so it is done again.
 */
export function bindSupport(condition: CompiledCondition, bindings: Bindings, facts: RuleFacts): Bindings {
  let before = bindings;
  for (let round = 0; round < ROUNDS; round++) {
    const after = bind(condition, before, facts) ?? before;
    if (before === after || isSame(before, after)) return after;
    before = after;
  }
  return before;
}

/** Gives values to variables that have none yet, from a condition that nothing else depends on. */
export const bindMore = (condition: CompiledCondition, bindings: Bindings, facts: RuleFacts): Bindings =>
  complete(bindings, bind(condition, bindings, facts) ?? bindings);

const ROUNDS = 3;

/** Undefined where no fact meets the condition. */
function bind(condition: CompiledCondition, bindings: Bindings, facts: RuleFacts): Bindings | undefined {
  if (condition.type === 'leaf') return bindLeaf(condition, bindings, facts);
  if (condition.type === 'any') {
    const found = condition.children.flatMap((child) => bind(child, bindings, facts) ?? []);
    return found.length === 0 ? undefined : union(found);
  }
  return condition.children.reduce<Bindings | undefined>(
    (sofar, child) => bind(child, sofar ?? bindings, facts) ?? sofar,
    undefined,
  );
}

function bindLeaf(leaf: CompiledLeaf, bindings: Bindings, facts: RuleFacts): Bindings | undefined {
  const values = leaf.asks === 'none' || !facts.isPossible(leaf) ? undefined : facts.values(leaf, bindings);
  return values && complete(values, bindings);
}

const isSame = (a: Bindings, b: Bindings): boolean =>
  a.size === b.size && [...a].every(([name, values]) => b.has(name) && areSame(values, b.get(name)!));

const areSame = (a: Values, b: Values): boolean => a.size === b.size && [...a.keys()].every((value) => b.has(value));
