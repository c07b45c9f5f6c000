/** What a pseudonym says of the value that it stands for. */
export type PseudonymKind = 'name' | 'host' | 'ip' | 'mac' | 'mail' | 'id' | 'bundle' | 'finding';

/** Gives what tells a value from the others of its kind; the same value gets the same. */
export type Pseudonym = (value: string, kind: PseudonymKind) => string;

/** Numbers values of each kind in the order in which they are met. */
export function numberPseudonyms(): Pseudonym {
  const kinds = new Map<PseudonymKind, Map<string, string>>();
  return (value, kind) => {
    const numbers = kinds.get(kind) ?? new Map<string, string>();
    kinds.set(kind, numbers);
    const number = numbers.get(value) ?? String(numbers.size + 1);
    numbers.set(value, number);
    return number;
  };
}

/** Gives what stands in the place of a value, which is as the text has it. */
export type Replace = (value: string, kind: PseudonymKind) => string;

/** Such as `ip-3`, by what tells values from each other. */
export const nameByKind =
  (pseudonym: Pseudonym): Replace =>
  (value, kind) =>
    pseudonymOf(kind, value, pseudonym);

/** The pseudonym of a value, such as `ip-3`; upper and lower case are the same. */
export const pseudonymOf = (kind: PseudonymKind, value: string, pseudonym: Pseudonym): string =>
  `${kind}-${pseudonym(value.toLowerCase(), kind)}`;
