import type { CompiledField, CompiledTest } from '../rules/compile-pattern.ts';
import type { Matching } from './match-text.ts';
import { matchTest } from './match-test.ts';
import { both, either, LACKS, LOOSE, MET, UNMET, type Outcome } from './outcome.ts';
import { readField } from './read-field.ts';

/** How the fields are asked for: of a subject (`of`), what a fact does not tell may be left open. */
export interface FieldMatching extends Matching {
  readonly subject: boolean;
}

/** Puts the fields of a fact, or of a part of one, to tests that must all be met. */
export function matchFields(fields: readonly CompiledField[], record: unknown, matching: FieldMatching): Outcome {
  let outcome = MET;
  for (const field of fields) {
    const one = matchCompiled(field.test, readField(record, field.name), matching);
    const counted = matching.subject && one === LACKS ? lacking(field, matching) : one;
    outcome = outcome === MET ? counted : both(outcome, counted);
    if (outcome === UNMET) return UNMET;
  }
  return outcome;
}

/**
 * What a subject without the field is worth. A capture often does not tell the namespace, so it is not compared; and a
 * variable agrees, loosely where it has a value that this fact cannot confirm.
 */
function lacking({ name, joins }: CompiledField, { bindings }: FieldMatching): Outcome {
  if (name === 'namespace') return MET;
  if (joins.length === 0) return UNMET;
  return joins.some((variable) => bindings.has(variable)) ? LOOSE : MET;
}

/** Asked millions of times: what makes functions stands apart from what is asked most. */
function matchCompiled(test: CompiledTest, value: unknown, matching: FieldMatching): Outcome {
  if (test.type === 'all') return matchAll(test.tests, value, matching);
  if (test.type !== 'map') return matchTest(test, value, matching);
  if (value === undefined) return LACKS;
  if (!Array.isArray(value)) return matchFields(test.fields, value, matching);
  return matchElements(test.fields, value, matching);
}

const matchAll = (tests: readonly CompiledTest[], value: unknown, matching: FieldMatching): Outcome =>
  tests.map((part) => matchCompiled(part, value, matching)).reduce(both, MET);

const matchElements = (fields: readonly CompiledField[], list: readonly unknown[], matching: FieldMatching): Outcome =>
  either(list, (element) => matchFields(fields, element, matching));
