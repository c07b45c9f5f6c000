import type { Toleration } from '../facts/fact.ts';
import { parseAmount } from '../rules/amount.ts';
import type { CompiledTest } from '../rules/compile-pattern.ts';
import type { TextPattern } from '../rules/compile-text.ts';
import type { Expression } from '../rules/expression-engine.ts';
import { foldCase } from '../rules/fold-case.ts';
import type { Way } from './bindings.ts';
import { matchText, type Matching } from './match-text.ts';
import { either, LACKS, MET, metBy, metIf, UNMET, type Outcome } from './outcome.ts';
import { toleratesTaint } from './tolerates.ts';

/** Tests of a value that look at nothing but the value; a map's fields are `matchFields`'s. */
export type ValueTest = Exclude<CompiledTest, { readonly type: 'map' | 'all' }>;

/** Puts a value to a test. Of a list one element has to meet it. */
export function matchTest(test: ValueTest, value: unknown, matching: Matching): Outcome {
  if (test.type === 'absent') return metIf(isEmpty(value));
  if (value === undefined) return LACKS;
  if (test.type === 'tolerates')
    return metIf(Array.isArray(value) && toleratesTaint(value as Toleration[], test.taint));
  if (isScalar(value) && test.type !== 'not') return matchScalar(test, value, matching);
  const scalars = (Array.isArray(value) ? value : [value]).filter(isScalar);
  return test.type === 'not' ? differs(test.patterns, scalars, matching) : matchScalars(test, scalars, matching);
}

const matchScalars = (test: ScalarTest, scalars: readonly Scalar[], matching: Matching): Outcome =>
  either(scalars, (scalar) => matchScalar(test, scalar, matching));

type Scalar = string | number | boolean;
type ScalarTest = Exclude<ValueTest, { readonly type: 'absent' | 'tolerates' | 'not' }>;

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** Known, and none of the values. A free variable is no value to differ from. */
function differs(patterns: readonly TextPattern[], scalars: readonly Scalar[], matching: Matching): Outcome {
  if (patterns.some(({ variables }) => variables.some((name) => !matching.bindings.has(name)))) return LACKS;
  const same = scalars.some((scalar) => patterns.some((pattern) => matchText(pattern, String(scalar), matching)));
  return metIf(!same);
}

function matchScalar(test: ScalarTest, scalar: Scalar, matching: Matching): Outcome {
  switch (test.type) {
    case 'one-of':
      return matchOneOf(test.patterns, String(scalar), matching);
    case 'contains':
      return metIf(test.expression.test(String(scalar)));
    case 'matches':
      return matchExpression(test.expression, String(scalar), matching);
    case 'compare': {
      const amount = typeof scalar === 'boolean' ? undefined : parseAmount(scalar, test.unit);
      if (amount === undefined) return LACKS;
      return metIf(test.than === 'gt' ? amount > test.amount : amount < test.amount);
    }
  }
}

function matchOneOf(patterns: readonly TextPattern[], text: string, matching: Matching): Outcome {
  let ways: Way[] | undefined;
  for (const pattern of patterns) {
    const way = matchText(pattern, text, matching);
    if (way?.size === 0) return MET;
    if (way) (ways ??= []).push(way);
  }
  return ways ? metBy(ways) : UNMET;
}

/** A named group takes the text for the variable of its name, or has to agree with it. */
function matchExpression(expression: Expression, text: string, matching: Matching): Outcome {
  const found = expression.find(text.slice(0, MAX_TEXT));
  if (!found) return UNMET;
  const { groups } = found;
  for (const [name, taken] of groups) {
    const values = matching.bindings.get(name);
    if (values && !matching.quoted && !values.has(foldCase(taken))) return UNMET;
  }
  return groups.length === 0 ? MET : metBy([new Map(groups)]);
}

const MAX_TEXT = 64 * 1024;
