import { FIELD_VALUES, type FieldShape } from '../../facts/fact-fields.ts';
import { didYouMean } from '../did-you-mean.ts';
import { elementShape } from '../field-shape.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import { strayBrace, variablesIn } from '../variable.ts';
import type { Check } from './check.ts';
import { operatorComplaints } from './condition-operators.ts';
import { isMap, isOperators, knownFieldTestsOf, OPERATORS, type KnownFieldTest } from './field-tests.ts';
import { questionsOf } from './questions.ts';

/** Values in conditions are of the type of their field, and of its few values where it has only some. */
export const conditionValues: Check = function* (rule) {
  for (const asked of questionsOf(rule)) {
    for (const found of knownFieldTestsOf(asked)) yield* testComplaints(asked.kind, found);
  }
};

function* testComplaints(kind: string, { field, shape, test, at }: KnownFieldTest): Generator<Complaint> {
  const expected: Expected = { shape: elementShape(shape), field, values: FIELD_VALUES[`${kind}.${field}`] };
  if (isOperators(test)) {
    const operators = operatorComplaints(test, { ...expected, at });
    yield* operators;
    if (test.not !== undefined) yield* scalarsComplaints(test.not, [...at, 'not'], expected);
  } else if (isMap(test)) {
    yield* misspeltOperators(Object.keys(test), at);
  } else {
    yield* scalarsComplaints(test, at, expected);
  }
}

/** What a value is compared with. */
interface Expected {
  readonly shape: FieldShape;
  readonly field: string;
  readonly values: readonly string[] | undefined;
}

function* misspeltOperators(keys: readonly string[], at: KeyPath): Generator<Complaint> {
  if (keys.length === 0) yield { at, message: `${at.at(-1)} must have a value` };
  for (const key of keys) {
    if (OPERATORS.includes(key)) continue;
    const among = didYouMean(key, OPERATORS) || `; known are ${OPERATORS.join(', ')}`;
    yield { at: [...at, key], key: true, message: `"${key}" is no test${among}` };
  }
}

function* scalarsComplaints(test: unknown, at: KeyPath, expected: Expected): Generator<Complaint> {
  if (Array.isArray(test)) {
    if (test.length === 0) yield { at, message: `${nameOf(at)} must have at least one entry` };
    for (const [index, value] of test.entries()) yield* scalarComplaints(value, [...at, index], expected);
  } else {
    yield* scalarComplaints(test, at, expected);
  }
}

function* scalarComplaints(value: unknown, at: KeyPath, expected: Expected): Generator<Complaint> {
  const { shape } = expected;
  if (shape === 'map') yield { at, message: `${nameOf(at)} is a map: name one of its keys, as in ${nameOf(at)}.KEY` };
  else if (typeof shape === 'object')
    yield { at, message: `${nameOf(at)} has fields of its own: ${fieldNames(shape)}` };
  else if (!fits(value, expected)) yield { at, message: `${nameOf(at)} ${wanted(value, shape)}` };
  else if (typeof value === 'string') yield* textComplaints(value, at, expected);
}

function fits(value: unknown, { shape, field }: Expected): boolean {
  if (typeof value === shape) return true;
  if (shape === 'string') return field.endsWith('*') && typeof value === 'number';
  return typeof value === 'string' && variablesIn(value).length === 1 && /^\{[^{}]+\}$/.test(value);
}

function wanted(value: unknown, shape: FieldShape): string {
  if (shape === 'number') return 'must be a number';
  if (shape === 'boolean') return 'must be true or false';
  return typeof value === 'number' || typeof value === 'boolean'
    ? `is text: write '${value}' with quotes`
    : 'must be text';
}

function* textComplaints(value: string, at: KeyPath, { shape, values }: Expected): Generator<Complaint> {
  if (value.trim() === '') yield { at, message: `${nameOf(at)} must not be empty` };
  if (strayBrace(value, '{') >= 0)
    yield { at, message: 'a brace in a value begins a variable such as {region}; two braces belong in texts only' };
  else if (shape === 'string' && values && !isOneOf(value, values))
    yield { at, message: `${nameOf(at)} must be one of ${values.join(', ')}${didYouMean(value, values)}` };
}

const isOneOf = (value: string, values: readonly string[]): boolean =>
  /[*{]/.test(value) || values.some((known) => known.toLowerCase() === value.toLowerCase());

const fieldNames = (shape: FieldShape): string =>
  typeof shape === 'object' && 'fields' in shape ? Object.keys(shape.fields).join(', ') : '';

/** The field that a value is for: the last key that is not an index or an operator. */
const nameOf = (at: KeyPath): string =>
  String(at.findLast((step) => typeof step === 'string' && !OPERATORS.includes(step)));
