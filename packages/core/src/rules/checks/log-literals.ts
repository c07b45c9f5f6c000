import type { FieldTest } from '../rule.ts';
import type { Check } from './check.ts';
import { isOperators, knownFieldTestsOf, type KnownFieldTest } from './field-tests.ts';
import { questionsOf, type Asked } from './questions.ts';

/** Log entries are only read where they hold a text that a rule looks for, so every question to them must name one. */
export const logLiterals: Check = function* (rule) {
  for (const asked of questionsOf(rule)) {
    if (asked.kind !== 'log-line') continue;
    const { question, at, part } = asked;
    if (question.every !== undefined || question.is === 'absent') {
      const key = question.every === undefined ? 'is' : 'every';
      yield { at: [...at, key], message: 'a log is a window: ask what a log-line is, not what all or none are' };
    } else if (part !== 'uses' && !hasLiteral(asked)) {
      yield { at, key: true, message: NO_LITERAL };
    }
  }
};

const hasLiteral = (asked: Asked): boolean => [...knownFieldTestsOf(asked)].some(isLiteral);

const isLiteral = ({ field, test }: KnownFieldTest): boolean =>
  DERIVED.test(field) ? !isAbsent(test) : SHOWN.test(field) && isOperators(test) && test.contains !== undefined;

const isAbsent = (test: FieldTest): boolean => isOperators(test) && test.absent !== undefined;

/** Fields that stand in the entry as they are. */
const SHOWN = /^(?:message|text|location|agent|fields\.\*)$/;

/** Fields that bring texts of their own to look for. */
const DERIVED = /^(?:transport|httpStatus|endpoint)(?:\.|$)/;

const NO_LITERAL =
  'a log-line needs a text to look for: contains on message, text or fields, or a test of transport, httpStatus or endpoint';
