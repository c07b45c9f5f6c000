import { elementShape, factShape, fieldTarget } from '../field-shape.ts';
import type { FieldShape } from '../../facts/fact-fields.ts';
import type { KeyPath } from '../rule-document.ts';
import type { FieldOperators, FieldTest, Pattern, Question } from '../rule.ts';
import type { Asked } from './questions.ts';

/** A test of one field, or a name that is no field. */
export type FieldTestAt = KnownFieldTest | UnknownField;

/** A test of a field that facts of the kind can have. */
export interface KnownFieldTest {
  /** Dotted name from the fact on; `*` for a key of a map. */
  readonly field: string;
  readonly shape: FieldShape;
  readonly test: FieldTest;
  readonly at: KeyPath;
}

/** A name that leads to no field. */
export interface UnknownField {
  readonly unknown: string;
  readonly among: readonly string[];
  readonly at: KeyPath;
}

/** Every test of a field that a question asks for, however deep. */
export function* fieldTestsOf({ kind, question, at }: Asked): Generator<FieldTestAt, void, undefined> {
  for (const part of ['of', 'is', 'every'] as const) {
    const pattern = patternOf(question, part);
    if (pattern) yield* testsIn(pattern, { field: '', shape: factShape(kind), at: [...at, part] });
  }
}

/** The tests of fields that exist. */
export function* knownFieldTestsOf(asked: Asked): Generator<KnownFieldTest, void, undefined> {
  for (const found of fieldTestsOf(asked)) if ('field' in found) yield found;
}

/** A map in place of a value: tests that need more than equality, and no fields of an object. */
export const isOperators = (test: FieldTest): test is FieldOperators =>
  isMap(test) && Object.keys(test).length > 0 && Object.keys(test).every((key) => OPERATORS.includes(key));

/** Whether a test is a map, of operators or of fields. */
export const isMap = (test: unknown): test is { readonly [key: string]: FieldTest } =>
  typeof test === 'object' && test !== null && !Array.isArray(test);

/** Operators in the order in which messages name them. */
export const OPERATORS: readonly string[] = ['contains', 'matches', 'gt', 'lt', 'not', 'absent', 'tolerates'];

function patternOf(question: Question, part: 'of' | 'is' | 'every'): Pattern | undefined {
  const pattern: unknown = question[part];
  return isMap(pattern) ? pattern : undefined;
}

function* testsIn(pattern: Pattern, from: Omit<KnownFieldTest, 'test'>): Generator<FieldTestAt> {
  for (const [key, test] of Object.entries(pattern)) {
    const target = fieldTarget(from.shape, key);
    const at = [...from.at, key];
    if ('unknown' in target) {
      yield { ...target, at };
      continue;
    }
    const field = from.field === '' ? target.name : `${from.field}.${target.name}`;
    const inside = { field, shape: target.shape, at };
    if (isMap(test) && !isOperators(test) && hasFields(target.shape)) yield* testsIn(test, inside);
    else yield { ...inside, test };
  }
}

const hasFields = (shape: FieldShape): boolean => {
  const element = elementShape(shape);
  return element === 'map' || typeof element === 'object';
};
