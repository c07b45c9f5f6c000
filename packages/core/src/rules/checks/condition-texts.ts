import type { Complaint, KeyPath } from '../rule-document.ts';
import type { FieldOperators } from '../rule.ts';
import type { Check } from './check.ts';
import { expressionComplaint } from './expression.ts';
import { isOperators, knownFieldTestsOf } from './field-tests.ts';
import { questionsOf } from './questions.ts';

/** Texts to look for are long enough to be rare, and expressions are tried only where such a text was found. */
export const conditionTexts: Check = function* (rule) {
  for (const asked of questionsOf(rule)) {
    for (const { test, at } of knownFieldTestsOf(asked)) {
      if (!isOperators(test)) continue;
      yield* containsComplaints(test.contains, [...at, 'contains']);
      yield* matchesComplaints(test, [...at, 'matches']);
    }
  }
};

function* containsComplaints(contains: FieldOperators['contains'], at: KeyPath): Generator<Complaint> {
  const texts = typeof contains === 'string' ? [contains] : Array.isArray(contains) ? contains : [];
  for (const [index, text] of texts.entries()) {
    if (typeof text !== 'string' || byteLength(text) >= MIN_BYTES) continue;
    const place = typeof contains === 'string' ? at : [...at, index];
    yield { at: place, message: `contains needs at least ${MIN_BYTES} bytes to be found fast; "${text}" is too short` };
  }
}

function* matchesComplaints({ contains, matches }: FieldOperators, at: KeyPath): Generator<Complaint> {
  if (typeof matches !== 'string') return;
  if (contains === undefined) yield { at, key: true, message: 'matches needs a contains beside it' };
  const message = expressionComplaint(matches);
  if (message) yield { at, message: `matches ${message}` };
}

/** Blanks match any run of blanks, so a run counts as one. */
const byteLength = (text: string): number => new TextEncoder().encode(text.trim().replace(/\s+/g, ' ')).length;

const MIN_BYTES = 7;
