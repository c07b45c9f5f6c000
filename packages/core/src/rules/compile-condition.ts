import type { Fact } from '../facts/fact.ts';
import { compilePattern, type CompiledField, type CompiledTest } from './compile-pattern.ts';
import type { ExpressionEngine } from './expression-engine.ts';
import type { Condition, Question } from './rule.ts';

/** One question to the facts of a kind. */
export interface CompiledLeaf {
  readonly type: 'leaf';
  readonly kind: Fact['kind'];
  /** What is asked of the facts that `of` chooses: that one meets the tests, that each does, or that there is none. */
  readonly asks: 'one' | 'every' | 'none';
  readonly of: readonly CompiledField[];
  readonly tests: readonly CompiledField[];
  /** Names of all variables in it, each once. */
  readonly variables: readonly string[];
  /** Of these, the names that stand in it more than once: what they stand for must agree. */
  readonly shared: ReadonlySet<string>;
  readonly collect?: string;
  /** Of a cause: the error asks the same, so that its answer says nothing of this cause in particular. */
  readonly repeated?: true;
}

export interface CompiledGroup {
  readonly type: 'all' | 'any';
  readonly children: readonly CompiledCondition[];
}

export type CompiledCondition = CompiledLeaf | CompiledGroup;

/** What a condition is compiled with. */
export interface Compiling {
  /** Questions that the error asks already. */
  readonly asked?: ReadonlySet<string>;
  /** Runs its expressions; the linear one unless they are trusted. */
  readonly engine: ExpressionEngine;
}

/** Compiles a condition as a rule's author wrote it. */
export function compileCondition(condition: Condition, compiling: Compiling): CompiledCondition {
  if ('any' in condition)
    return { type: 'any', children: condition.any.map((child) => compileCondition(child, compiling)) };
  if ('all' in condition)
    return { type: 'all', children: condition.all.map((child) => compileCondition(child, compiling)) };
  const [kind, question] = Object.entries(condition)[0] as [Fact['kind'], Question];
  const { asked = NONE, engine } = compiling;
  const leaf = compileLeaf(kind, question, engine);
  return asked.has(JSON.stringify(condition)) ? { ...leaf, repeated: true } : leaf;
}

/** The questions of conditions in a form that can be compared. */
export const questionsAsked = (conditions: readonly Condition[]): ReadonlySet<string> =>
  new Set(conditions.flatMap(questionsIn));

function questionsIn(condition: Condition): readonly string[] {
  if ('any' in condition) return condition.any.flatMap(questionsIn);
  return 'all' in condition ? condition.all.flatMap(questionsIn) : [JSON.stringify(condition)];
}

const NONE: ReadonlySet<string> = new Set();

/** The questions of a condition, in the order they are written. */
export const leavesOf = (condition: CompiledCondition): readonly CompiledLeaf[] =>
  condition.type === 'leaf' ? [condition] : condition.children.flatMap(leavesOf);

function compileLeaf(
  kind: Fact['kind'],
  { of = {}, is, every, collect }: Question,
  engine: ExpressionEngine,
): CompiledLeaf {
  const subject = compilePattern(of, engine);
  const tests = compilePattern(every ?? (is === 'absent' ? undefined : is) ?? {}, engine);
  const names = [...subject, ...tests].flatMap(({ test }) => variablesOf(test));
  return {
    type: 'leaf',
    kind,
    asks: every ? 'every' : is === 'absent' ? 'none' : 'one',
    of: subject,
    tests,
    variables: [...new Set(names)],
    shared: new Set(names.filter((name, at) => names.indexOf(name) !== at)),
    ...(collect === undefined ? {} : { collect }),
  };
}

function variablesOf(test: CompiledTest): readonly string[] {
  switch (test.type) {
    case 'one-of':
    case 'not':
      return test.patterns.flatMap(({ variables }) => variables);
    case 'matches':
      return test.expression.names;
    case 'map':
      return test.fields.flatMap((field) => variablesOf(field.test));
    case 'all':
      return test.tests.flatMap(variablesOf);
    default:
      return [];
  }
}
