import type { PlacedReading } from './read-member.ts';

/** Entries kept of one sort at each end, and sorts kept of one log. */
const KEPT = 8;
const SORTS = 500;

/** Keeps the first and the last entries of each sort, so that a log of any length needs little memory. */
export function createLogFold(): { add(reading: PlacedReading): void; kept(): readonly PlacedReading[] } {
  const sorts = new Map<string, { first: PlacedReading[]; last: PlacedReading[] }>();
  return {
    add(reading) {
      const sort = sortOf(reading);
      const entry = sorts.get(sort) ?? { first: [], last: [] };
      if (!sorts.has(sort)) {
        if (sorts.size >= SORTS) return;
        sorts.set(sort, entry);
      }
      if (entry.first.length < KEPT) entry.first.push(reading);
      else {
        entry.last.push(reading);
        if (entry.last.length > KEPT) entry.last.shift();
      }
    },
    kept: () => [...sorts.values()].flatMap(({ first, last }) => [...first, ...last]),
  };
}

/** Entries of one sort differ in times, numbers and names only, as far as rules can tell. */
function sortOf({ fact }: PlacedReading): string {
  if (fact.kind !== 'log-line') return fact.kind;
  const { httpStatus, endpoint, transport, pod, location, agent } = fact;
  const words = fact.message.slice(0, 400).replace(/\d+/g, '0').slice(0, 160);
  return JSON.stringify([httpStatus, endpoint, transport?.class, transport?.host, pod, location, agent, words]);
}
