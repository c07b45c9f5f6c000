import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSorted } from './merge-sorted.ts';

interface Placed {
  readonly at: number;
  readonly from: string;
}

const byPlace = (a: Placed, b: Placed): number => a.at - b.at;
const list = (from: string) =>
  fc.array(fc.nat({ max: 20 })).map((all) => all.map((at) => ({ at, from })).toSorted(byPlace));

test('two lists are merged as a stable sort of both would order them', () => {
  fc.assert(
    fc.property(list('few'), list('many'), (few, many) => {
      expect(mergeSorted(few, many, byPlace)).toEqual([...few, ...many].toSorted(byPlace));
    }),
  );
});
