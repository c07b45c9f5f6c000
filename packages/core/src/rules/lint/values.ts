import { isOperators } from '../checks/field-tests.ts';
import type { FieldTest } from '../rule.ts';

/** Whether no value can meet both of two tests; false where that cannot be told. */
export function areDisjoint(one: FieldTest | readonly string[], other: FieldTest | readonly string[]): boolean {
  return rules(one, other) || rules(other, one);
}

/** Whether the values of the first are few, and the second takes none of them. */
function rules(one: unknown, other: unknown): boolean {
  const values = literalsOf(one);
  return values !== undefined && values.every((value) => refuses(other, value));
}

function refuses(test: unknown, value: string): boolean {
  if (isScalar(test) || Array.isArray(test)) return ![test].flat().some((pattern) => fits(String(pattern), value));
  if (!isOperators(test as FieldTest)) return false;
  const { not, absent } = test as { readonly not?: unknown; readonly absent?: true };
  if (absent) return true;
  return not !== undefined && literalsIn([not].flat()).some((pattern) => fits(pattern, value));
}

/** The values of a test that names each of them. */
function literalsOf(test: unknown): readonly string[] | undefined {
  const values: readonly unknown[] | undefined = isScalar(test) ? [test] : Array.isArray(test) ? test : undefined;
  return values && literalsIn(values).length === values.length ? values.map(String) : undefined;
}

/** Values without wildcards and variables. */
const literalsIn = (values: readonly unknown[]): readonly string[] =>
  values.map(String).filter((value) => !/[*{]/.test(value));

/** Whether a value is one that a pattern may stand for; a variable may have any. */
const fits = (pattern: string, value: string): boolean =>
  pattern.includes('{') ||
  new RegExp(`^${pattern.replace(/[\\^$.+?()[\]|}/]/g, '\\$&').replace(/\*+/g, '.*')}$`, 'is').test(value);

const isScalar = (test: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof test);
