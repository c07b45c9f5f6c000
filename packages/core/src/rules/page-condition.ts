import { indented, code } from './page-text.ts';
import type { Condition, FieldOperators, FieldTest, Pattern, Question } from './rule.ts';

/** Conditions as a list in Markdown, in words. */
export const conditionList = (conditions: readonly Condition[]): string =>
  conditions.map((condition) => `- ${indented(conditionWords(condition), 2)}`).join('\n');

function conditionWords(condition: Condition): string {
  if ('any' in condition) return `any of\n${conditionList(condition.any)}`;
  if ('all' in condition) return `all of\n${conditionList(condition.all)}`;
  const [kind, question] = Object.entries(condition)[0] as [string, Question];
  return questionWords(kind, question);
}

function questionWords(kind: string, { of, is, every }: Question): string {
  const subject = `${code(kind)}${of ? ` with ${patternWords(of)}` : ''}`;
  if (is === 'absent') return `no ${subject}`;
  if (every) return `every ${subject}: ${patternWords(every)}`;
  return `${subject}${is ? `: ${patternWords(is)}` : ''}`;
}

const patternWords = (pattern: Pattern): string =>
  Object.entries(pattern)
    .map(([field, test]) => `${code(field)} ${testWords(test)}`)
    .join(', ');

function testWords(test: FieldTest): string {
  if (isList(test)) return oneOf(test);
  if (typeof test !== 'object') return value(test);
  const words = Object.entries(test).map(([key, inner]) => OPERATOR_WORDS[key]?.(inner as never));
  return words.every((word) => word !== undefined) ? words.join(' and ') : `(${patternWords(test as Pattern)})`;
}

type Scalar = string | number | boolean;

const isList = (test: unknown): test is readonly Scalar[] => Array.isArray(test);

const OPERATOR_WORDS: {
  readonly [O in keyof Required<FieldOperators>]: (test: Required<FieldOperators>[O]) => string;
} & {
  readonly [key: string]: ((test: never) => string) | undefined;
} = {
  contains: (texts) => `contains ${oneOf(texts)}`,
  matches: (expression) => `matches ${code(expression)}`,
  gt: (limit) => `over ${code(limit)}`,
  lt: (limit) => `under ${code(limit)}`,
  not: (values) => `other than ${oneOf(values)}`,
  absent: () => 'empty',
  tolerates: (taint) => `tolerating ${code(taint)}`,
};

const oneOf = (values: Scalar | readonly Scalar[]): string =>
  (isList(values) ? values : [values]).map(value).join(' or ');

const value = (scalar: Scalar): string => code(String(scalar).replace(/\{([^{}]+)\}/g, '<$1>'));
