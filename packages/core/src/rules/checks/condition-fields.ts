import { didYouMean } from '../did-you-mean.ts';
import type { Complaint } from '../rule-document.ts';
import type { Check } from './check.ts';
import { fieldTestsOf } from './field-tests.ts';
import { questionsOf, type Asked } from './questions.ts';

/** Conditions ask for fields that facts of the kind have. */
export const conditionFields: Check = function* (rule) {
  for (const asked of questionsOf(rule)) {
    yield* shapeOfQuestion(asked);
    for (const found of fieldTestsOf(asked)) {
      if (!('unknown' in found)) continue;
      const among = didYouMean(found.unknown, found.among) || knownFields(found.among);
      yield { at: found.at, key: true, message: `"${found.unknown}" is no field of ${asked.kind}${among}` };
    }
  }
};

function* shapeOfQuestion({ kind, question, at }: Asked): Generator<Complaint> {
  if (!PATTERNS.some((part) => question[part] !== undefined))
    yield { at, key: true, message: `${kind} must ask something: of, is or every` };
  if (typeof question.is === 'string' && question.is !== 'absent')
    yield { at: [...at, 'is'], message: 'is must be a map of fields, or absent' };
  if (question.is !== undefined && question.every !== undefined)
    yield { at: [...at, 'every'], key: true, message: 'a question has an is or an every, not both' };
  for (const part of PATTERNS) {
    const pattern = question[part];
    if (typeof pattern === 'object' && Object.keys(pattern).length === 0)
      yield { at: [...at, part], message: `${part} must name a field` };
  }
}

const PATTERNS = ['of', 'is', 'every'] as const;

const knownFields = (among: readonly string[]): string => (among.length > 0 ? `; known are ${among.join(', ')}` : '');
