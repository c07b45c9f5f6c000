/** Two sorted lists as one, of which the first is far the shorter; of equals its own come first. */
export function mergeSorted<T>(few: readonly T[], many: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  if (few.length === 0) return many;
  const all: T[] = [];
  let from = 0;
  for (const one of few) {
    const to = firstNotBefore(one, { many, from, compare });
    for (; from < to; from++) all.push(many[from] as T);
    all.push(one);
  }
  for (; from < many.length; from++) all.push(many[from] as T);
  return all;
}

interface Search<T> {
  readonly many: readonly T[];
  readonly from: number;
  readonly compare: (a: T, b: T) => number;
}

function firstNotBefore<T>(one: T, { many, from, compare }: Search<T>): number {
  let low = from;
  for (let high = many.length; low < high;) {
    const middle = (low + high) >> 1;
    if (compare(many[middle] as T, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
