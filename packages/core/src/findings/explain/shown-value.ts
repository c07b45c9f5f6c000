import type { CompiledTest } from '../../rules/compile-pattern.ts';
import { readField } from '../read-field.ts';

/**
 * A field's value as text: of a long one the part that the test looks for, of a map the parts that are asked for.
 * Undefined where there is none.
 */
export function shownValue(value: unknown, test: CompiledTest): string | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return shorten(listed(value.slice(0, MOST), value.length, test));
  if (typeof value === 'object' && value !== null) return shorten(parts(value, test));
  return shorten(soughtIn(String(value), test) ?? String(value));
}

const MOST = 6;
const LONGEST = 160;
const LOOKED = 64 * 1024;

const listed = (values: readonly unknown[], length: number, test: CompiledTest): string =>
  [...values.map((one) => shownValue(one, test) ?? ''), ...(length > values.length ? ['…'] : [])].join(', ');

function parts(value: object, test: CompiledTest): string {
  const asked = test.type === 'map' ? test.fields : undefined;
  const shown = asked
    ? asked.map((field) => [field.name, shownValue(readField(value, field.name), field.test)] as const)
    : Object.entries(value).map(([key, part]) => [key, shownValue(part, test)] as const);
  return `{${shown.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`])).join(', ')}}`;
}

/** The stretch in which a text was found. */
function soughtIn(text: string, test: CompiledTest): string | undefined {
  if (test.type === 'all') return test.tests.map((one) => soughtIn(text, one)).find((found) => found !== undefined);
  const looked = text.slice(0, LOOKED);
  if (test.type === 'matches') return test.expression.find(looked)?.text;
  return test.type === 'contains' ? test.expression.exec(looked)?.[0] : undefined;
}

const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
