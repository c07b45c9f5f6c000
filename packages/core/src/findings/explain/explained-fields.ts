import type { KnownFact } from '../../facts/fact-set.ts';
import type { CompiledLeaf } from '../../rules/compile-condition.ts';
import type { CompiledField } from '../../rules/compile-pattern.ts';
import type { Bindings } from '../bindings.ts';
import type { ExplainedField, FieldAnswer } from '../explanation.ts';
import { matchFields } from '../match-fields.ts';
import { readField } from '../read-field.ts';
import { shownValue } from './shown-value.ts';

/** A question put to one fact with given values of its variables. */
export interface Put {
  readonly leaf: CompiledLeaf;
  readonly known: KnownFact;
  readonly bindings: Bindings;
}

/** Each field that a question asks for, put to a fact alone: first those of the subject. */
export const explainedFields = (put: Put): readonly ExplainedField[] => [
  ...put.leaf.of.map((field) => explainField(field, put, true)),
  ...put.leaf.tests.map((field) => explainField(field, put, false)),
];

/** The first field that says that a question is not about a fact. */
export const leavingOut = (put: Put): CompiledField | undefined =>
  put.leaf.of.find((field) => !AGREES.has(answerOf(field, put, true)));

const AGREES: ReadonlySet<FieldAnswer> = new Set(['met', 'taken-to-agree', 'not-compared']);

function explainField(field: CompiledField, put: Put, subject: boolean): ExplainedField {
  const value = shownValue(readField(put.known.fact, field.name), field.test);
  return { field: field.name, answer: answerOf(field, put, subject), ...(value === undefined ? {} : { value }) };
}

function answerOf(field: CompiledField, { known: { fact }, bindings }: Put, subject: boolean): FieldAnswer {
  const matching = { bindings, quoted: fact.quoted === true };
  const { answer } = matchFields([field], fact, { ...matching, subject: false });
  if (answer !== 'lacks') return answer;
  if (subject) {
    const { answer: asSubject, loose } = matchFields([field], fact, { ...matching, subject });
    if (asSubject === 'met') return loose ? 'taken-to-agree' : 'not-compared';
  }
  return readField(fact, field.name) === undefined ? 'lacks' : 'not-comparable';
}
