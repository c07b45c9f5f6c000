import { recordOf } from '../../facts/record-of.ts';

/** A value of an object as the API gives it; in YAML numbers and truth values are texts. */
export type ApiValue = unknown;

/** What stands at a path of keys; undefined for a null, which collectors write as a text too. */
export function at(value: ApiValue, ...path: readonly string[]): ApiValue {
  let found = value;
  for (const key of path) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found === null || found === 'null' ? undefined : found;
}

/** A text that is not empty. */
export function textAt(value: ApiValue, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function numberAt(value: ApiValue, ...path: readonly string[]): number | undefined {
  const text = textAt(value, ...path);
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function truthAt(value: ApiValue, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path);
  if (found === true || found === 'true') return true;
  return found === false || found === 'false' ? false : undefined;
}

/** The entries of a list; none where there is no list. */
export function listAt(value: ApiValue, ...path: readonly string[]): readonly ApiValue[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A map of texts, which may be empty ones, or undefined where it has none. */
export function textsAt(value: ApiValue, ...path: readonly string[]): Record<string, string> | undefined {
  const found = at(value, ...path);
  if (!isRecord(found)) return undefined;
  const pairs = Object.keys(found)
    .map((key) => [key, found[key] === '' ? '' : textAt(found, key)] as const)
    .filter((pair): pair is readonly [string, string] => pair[1] !== undefined);
  return pairs.length > 0 ? recordOf(pairs) : undefined;
}

/** A list, or undefined where it is empty. */
export const someOf = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

const isRecord = (value: ApiValue): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
