import { lastNumber, type Line } from '../../bundle/line.ts';
import type { Origin } from '../../facts/fact.ts';

/** Where a fact stands that was read from the lines `first` to `last`. */
export const originOf = (path: string, first: Line, last: Line = first): Origin => ({
  path,
  line: first.number,
  endLine: lastNumber(last),
});
