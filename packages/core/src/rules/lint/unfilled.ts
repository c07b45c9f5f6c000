import type { Complaint, KeyPath } from '../rule-document.ts';

/** Texts that still say what belongs there, as `rules new` writes them. */
export function* unfilled(value: unknown, at: KeyPath = []): Generator<Complaint, void, undefined> {
  if (typeof value === 'string') {
    if (/\bTODO\b/.test(value))
      yield { at, message: `${at.findLast((step) => typeof step === 'string')} is not filled in` };
  } else if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* unfilled(entry, [...at, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if (/\bTODO\b/.test(key)) yield { at: [...at, key], key: true, message: `${key} is not filled in` };
      yield* unfilled(entry, [...at, key]);
    }
  }
}
