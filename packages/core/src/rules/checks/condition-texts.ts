import { wordsOf } from '../../filter/gram-windows.ts';
import { printedLiteral } from '../../filter/printed-literal.ts';
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
    if (typeof text !== 'string') continue;
    const place = typeof contains === 'string' ? at : [...at, index];
    if (byteLength(text) < MIN_BYTES)
      yield {
        at: place,
        message: `contains needs at least ${MIN_BYTES} bytes to be found fast; "${text}" is too short`,
      };
    else if (wordsOf(printedLiteral(text)).length === 0) yield { at: place, message: withoutWord(text) };
  }
}

function* matchesComplaints({ contains, matches }: FieldOperators, at: KeyPath): Generator<Complaint> {
  if (typeof matches !== 'string') return;
  if (contains === undefined) yield { at, key: true, message: 'matches needs a contains beside it' };
  const message = expressionComplaint(matches);
  if (message) yield { at, message: `matches ${message}` };
}

/** What a log is searched for are four letters in a row: blanks, quotes and slashes may be printed in several ways. */
const withoutWord = (text: string): string =>
  `contains needs a word of three letters or more that is followed by others to be found fast; "${text}" has none: add the words beside it`;

/** Blanks match any run of blanks, so a run counts as one. */
const byteLength = (text: string): number => new TextEncoder().encode(text.trim().replace(/\s+/g, ' ')).length;

const MIN_BYTES = 7;
