import { parseAmount, unitOf, type Unit } from './amount.ts';
import { compileText, type TextPattern } from './compile-text.ts';
import type { Expression, ExpressionEngine } from './expression-engine.ts';
import type { FieldOperators, FieldTest, Pattern } from './rule.ts';

/** What a field's value is put to. */
export type CompiledTest =
  | { readonly type: 'one-of'; readonly patterns: readonly TextPattern[] }
  | { readonly type: 'contains'; readonly texts: readonly string[]; readonly expression: RegExp }
  | { readonly type: 'matches'; readonly expression: Expression }
  | { readonly type: 'compare'; readonly than: 'gt' | 'lt'; readonly amount: number; readonly unit: Unit }
  | { readonly type: 'not'; readonly patterns: readonly TextPattern[] }
  | { readonly type: 'absent' }
  | { readonly type: 'tolerates'; readonly taint: Taint }
  | { readonly type: 'map'; readonly fields: readonly CompiledField[] }
  | { readonly type: 'all'; readonly tests: readonly CompiledTest[] };

/** A taint as a rule names it: the parts that are not given are undefined. */
export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect?: string;
}

/** A test with the field it is put to. */
export interface CompiledField {
  /** May be dotted: `transport.class`, `labels.app.kubernetes.io/name`. */
  readonly name: string;
  readonly test: CompiledTest;
  /** Variables that the value is compared with; a fact without the field may still agree with them. */
  readonly joins: readonly string[];
}

/** Compiles what a condition says of fields. Throws for an expression or amount that cannot be read. */
export const compilePattern = (pattern: Pattern, engine: ExpressionEngine): readonly CompiledField[] =>
  Object.entries(pattern).map(([name, test]) => {
    const compiled = compileTest(test, name, engine);
    return { name, test: compiled, joins: compiled.type === 'one-of' ? namesIn(compiled.patterns) : [] };
  });

function compileTest(test: FieldTest, field: string, engine: ExpressionEngine): CompiledTest {
  if (Array.isArray(test)) return { type: 'one-of', patterns: test.map(compileScalar) };
  if (typeof test !== 'object') return { type: 'one-of', patterns: [compileScalar(test)] };
  if (!isOperators(test)) return { type: 'map', fields: compilePattern(test as Pattern, engine) };
  const tests = compileOperators(test, field, engine);
  return tests.length === 1 ? tests[0]! : { type: 'all', tests };
}

const compileScalar = (value: string | number | boolean): TextPattern => compileText(String(value));

const namesIn = (patterns: readonly TextPattern[]): readonly string[] => patterns.flatMap(({ variables }) => variables);

const OPERATORS = new Set(['contains', 'matches', 'gt', 'lt', 'not', 'absent', 'tolerates']);

const isOperators = (test: object): test is FieldOperators => Object.keys(test).every((key) => OPERATORS.has(key));

function compileOperators(operators: FieldOperators, field: string, engine: ExpressionEngine): readonly CompiledTest[] {
  const { contains, matches, gt, lt, not, absent, tolerates } = operators;
  const tests: CompiledTest[] = [];
  if (contains !== undefined) tests.push(holding([contains].flat()));
  if (matches !== undefined) tests.push({ type: 'matches', expression: engine(matches) });
  if (gt !== undefined) tests.push(compare('gt', gt, field));
  if (lt !== undefined) tests.push(compare('lt', lt, field));
  if (not !== undefined) tests.push({ type: 'not', patterns: [not].flat().map(compileScalar) });
  if (absent !== undefined) tests.push({ type: 'absent' });
  if (tolerates !== undefined) tests.push({ type: 'tolerates', taint: parseTaint(tolerates) });
  return tests;
}

const holding = (texts: readonly string[]): CompiledTest => ({
  type: 'contains',
  texts,
  expression: containing(texts),
});

/** One expression for all texts. A blank at an end needs one blank only: a run of them there would cost quadratic time. */
function containing(texts: readonly string[]): RegExp {
  const alternatives = texts.map((text) =>
    text
      .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
      .replace(/^\s+|\s+$/g, '\\s')
      .replace(/[ \t\r\n]+/g, '\\s+'),
  );
  return new RegExp(alternatives.join('|'), 'i');
}

function compare(than: 'gt' | 'lt', limit: number | string, field: string): CompiledTest {
  const unit = unitOf(field.slice(field.lastIndexOf('.') + 1));
  const amount = parseAmount(limit, unit);
  if (amount === undefined) throw new TypeError(`${than}: ${limit} is no ${unit}`);
  return { type: 'compare', than, amount, unit };
}

/** `KEY`, `KEY=VALUE`, `KEY:EFFECT` or `KEY=VALUE:EFFECT`; a key may hold dots and a slash, but neither `=` nor `:`. */
function parseTaint(text: string): Taint {
  const [, key = '', value, effect] = /^([^=:]*)(?:=([^:]*))?(?::(.*))?$/.exec(text) ?? [];
  return { key, ...(value === undefined ? {} : { value }), ...(effect ? { effect } : {}) };
}
