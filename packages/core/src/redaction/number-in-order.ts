import { secretMark, type MarkSecret } from '../facts/mark-secret.ts';

/** Where a secret was met. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** Collects secrets with their places first, so that their numbers do not depend on the order of arrival. */
export interface SecretNumbers {
  /** Collects the secrets of a place, which may go on meanwhile. */
  at(place: Place): MarkSecret;
  /** Marks with the numbers of what was collected. */
  mark(): MarkSecret;
}

/** Numbers by path and line, and within a line from left to right. */
export function numberInOrder(): SecretNumbers {
  const first = new Map<string, Place & { readonly at: number }>();
  let met = 0;
  return {
    at: (place) => (secret) => {
      const before = first.get(secret);
      const found = { path: place.path, line: place.line, at: (met += 1) };
      if (before === undefined || compare(found, before) < 0) first.set(secret, found);
      return secretMark('0');
    },
    mark() {
      const sorted = [...first].sort(([, a], [, b]) => compare(a, b));
      const numbers = new Map(sorted.map(([secret], index) => [secret, String(index + 1)]));
      return (secret) => secretMark(numbers.get(secret) ?? String(numbers.size + 1));
    },
  };
}

const compare = (a: Place & { at: number }, b: Place & { at: number }): number =>
  a.path === b.path ? a.line - b.line || a.at - b.at : a.path < b.path ? -1 : 1;
