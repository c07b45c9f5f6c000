import type { FieldOperators, FieldTest, Pattern } from '../../rules/rule.ts';
import type { AskedField, AskedTest } from '../explanation.ts';

/** What a rule's author asks of fields, without names as keys. */
export const askedFields = (pattern: Pattern = {}): readonly AskedField[] =>
  Object.entries(pattern).map(([field, test]) => ({ field, tests: askedTests(test) }));

function askedTests(test: FieldTest): readonly AskedTest[] {
  if (typeof test !== 'object' || isList(test)) return [{ asks: 'is', values: texts(test) }];
  const entries = Object.entries(test);
  if (!entries.every(([key]) => Object.hasOwn(VALUES, key)))
    return [{ asks: 'parts', fields: askedFields(test as Pattern) }];
  const operators = test as FieldOperators;
  return OPERATORS.filter((asks) => operators[asks] !== undefined).map((asks) => ({
    asks,
    values: asks === 'absent' ? [] : texts(operators[asks] as Scalar | readonly Scalar[]),
  }));
}

type Scalar = string | number | boolean;

const isList = (test: unknown): test is readonly Scalar[] => Array.isArray(test);

const texts = (values: Scalar | readonly Scalar[]): readonly string[] => [values].flat().map(String);

const VALUES: { readonly [O in keyof Required<FieldOperators>]: true } = {
  contains: true,
  matches: true,
  gt: true,
  lt: true,
  not: true,
  absent: true,
  tolerates: true,
};

const OPERATORS = Object.keys(VALUES) as readonly (keyof FieldOperators)[];
