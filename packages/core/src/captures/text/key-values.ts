import { recordOf } from '../../facts/record-of.ts';

/** A map of `key=value` words; a word without `=` and `<none>` are left out. Keys may be any text, also `__proto__`. */
export function readKeyValues(words: readonly string[]): Record<string, string> | undefined {
  const pairs = words
    .map((word) => word.trim())
    .filter((word) => word.indexOf('=') > 0)
    .map((word): [string, string] => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]);
  return pairs.length > 0 ? recordOf(pairs) : undefined;
}
