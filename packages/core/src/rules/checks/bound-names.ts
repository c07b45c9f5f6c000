import { didYouMean } from '../did-you-mean.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import type { FieldTest, Rule } from '../rule.ts';
import { placeholdersIn, strayBrace, variablesIn } from '../variable.ts';
import type { Check } from './check.ts';
import { isOperators, knownFieldTestsOf } from './field-tests.ts';
import { questionsOf } from './questions.ts';
import { textsOfRule } from './texts-of-rule.ts';

/** Every name that is filled in, or that tells instances apart, gets its value from a condition. */
export const boundNames: Check = function* (rule) {
  const uses = [...usesOf(rule)];
  const bound = new Set(uses.flatMap(({ name, binds }) => (binds ? [name] : [])));
  const missing = (name: string): string => `is bound by no condition${didYouMean(name, bound)}`;
  for (const [index, name] of (rule.per ?? []).entries()) {
    if (!bound.has(name)) yield { at: ['per', index], message: `"${name}" ${missing(name)}` };
  }
  for (const { name, binds, at } of uses)
    if (!binds && !bound.has(name)) yield { at, message: `{${name}} ${missing(name)}` };
  for (const { text, at } of textsOfRule(rule)) {
    yield* strayPlaceholder(text, at);
    for (const name of new Set(placeholdersIn(text))) {
      if (!bound.has(name)) yield { at, message: `{{${name}}} ${missing(name)}` };
    }
  }
};

/** A variable where a condition names it, and whether it can get a value there. */
export interface VariableUse {
  readonly name: string;
  readonly binds: boolean;
  readonly at: KeyPath;
}

/** Every variable of a rule's conditions, as often as it is named. */
export function* usesOf(rule: Rule): Generator<VariableUse> {
  for (const asked of questionsOf(rule)) {
    for (const { test, at } of knownFieldTestsOf(asked)) yield* usesInTest(test, at);
  }
}

function* usesInTest(test: FieldTest, at: KeyPath): Generator<VariableUse> {
  if (!isOperators(test)) {
    yield* usesInValues(test, { at, binds: true });
    return;
  }
  yield* usesInValues(test.not, { at: [...at, 'not'], binds: false });
  for (const name of groupNames(test.matches)) yield { name, binds: true, at: [...at, 'matches'] };
}

function* usesInValues(values: unknown, { at, binds }: Omit<VariableUse, 'name'>): Generator<VariableUse> {
  for (const value of Array.isArray(values) ? values : [values]) {
    if (typeof value === 'string') for (const name of variablesIn(value)) yield { name, binds, at };
  }
}

const groupNames = (expression: string | undefined): readonly string[] =>
  [...(expression ?? '').matchAll(/\(\?<([A-Za-z]\w*)>/g)].map((found) => found[1]!);

function* strayPlaceholder(text: string, at: KeyPath): Generator<Complaint> {
  if (strayBrace(text, '{{') >= 0)
    yield {
      at,
      message: 'two opening braces begin a placeholder such as {{region}}, without blanks inside the braces',
    };
}
