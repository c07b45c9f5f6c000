import { FIELD_VALUES, type FieldShape } from '../../facts/fact-fields.ts';
import { parseAmount, unitOf } from '../amount.ts';
import type { Check } from '../checks/check.ts';
import { isMap, isOperators, knownFieldTestsOf, type KnownFieldTest } from '../checks/field-tests.ts';
import { questionsOf, type Asked } from '../checks/questions.ts';
import { factShape } from '../field-shape.ts';
import type { Complaint } from '../rule-document.ts';
import type { FieldOperators } from '../rule.ts';
import { areDisjoint } from './values.ts';

/** Questions that no fact can ever meet: tests of a field that contradict each other. */
export const neverMet: Check = function* (rule) {
  for (const asked of questionsOf(rule)) {
    const tests = [...knownFieldTestsOf(asked)];
    for (const test of tests) yield* contradictoryOperators(test, asked.kind);
    yield* contradictoryParts(tests, asked);
  }
};

function* contradictoryOperators({ test, field, at }: KnownFieldTest, kind: string): Generator<Complaint> {
  if (!isOperators(test)) return;
  const name = String(at.at(-1));
  if (test.absent && Object.keys(test).length > 1)
    yield { at, message: `${name} cannot be empty and meet another test` };
  if (isEmptyRange(test, field))
    yield { at: [...at, 'lt'], message: `no ${name} is over ${test.gt} and under ${test.lt}` };
  const values = FIELD_VALUES[`${kind}.${field}`];
  if (values && test.not !== undefined && areDisjoint(values, { not: test.not }))
    yield { at: [...at, 'not'], message: `${name} has no other values` };
}

function isEmptyRange({ gt, lt }: FieldOperators, field: string): boolean {
  if (gt === undefined || lt === undefined) return false;
  const unit = unitOf(field.slice(field.lastIndexOf('.') + 1));
  const [low, high] = [parseAmount(gt, unit), parseAmount(lt, unit)];
  return low !== undefined && high !== undefined && low >= high;
}

/** A field that `of` and `is` both name has to meet both, unless they may mean different elements of a list. */
function* contradictoryParts(tests: readonly KnownFieldTest[], { kind, at }: Asked): Generator<Complaint> {
  const part = (test: KnownFieldTest): unknown => test.at[at.length];
  for (const subject of tests.filter((test) => part(test) === 'of' && !test.field.includes('*'))) {
    for (const asked of tests.filter((test) => part(test) !== 'of' && test.field === subject.field)) {
      if (!isListed(kind, subject.field) && areDisjoint(subject.test, asked.test))
        yield {
          at: asked.at,
          message: `no ${kind} has the ${subject.field} that of and ${String(part(asked))} both ask for`,
        };
    }
  }
}

/** Whether a field, or an object that it stands in, is a list, so that several values of it can be met. */
function isListed(kind: string, field: string): boolean {
  let shape: FieldShape | undefined = factShape(kind);
  for (const step of field.split('.')) {
    if (!isMap(shape) || !('fields' in shape)) return false;
    const fields = shape['fields'] as Readonly<Record<string, FieldShape>>;
    shape = Object.hasOwn(fields, step) ? fields[step] : undefined;
    if (isMap(shape) && 'list' in shape) return true;
  }
  return false;
}
