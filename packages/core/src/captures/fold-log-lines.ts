import type { PlacedReading } from './read-member.ts';

/** Entries kept of one sort at each end, and sorts of each kind of fact kept of one log. */
const KEPT = 8;
const SORTS = 500;

/** Keeps the first and the last entries of each sort, so that a log of any length needs little memory. */
export function createLogFold(): { add(reading: PlacedReading): void; kept(): readonly PlacedReading[] } {
  const sorts = new Map<string, { first: PlacedReading[]; last: PlacedReading[] }>();
  const counts = new Map<string, number>();
  return {
    add(reading) {
      const sort = sortOf(reading);
      const entry = sorts.get(sort) ?? { first: [], last: [] };
      if (!sorts.has(sort)) {
        const { kind } = reading.fact;
        const count = counts.get(kind) ?? 0;
        if (count >= SORTS) return;
        counts.set(kind, count + 1);
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
  if (fact.kind === 'event') return JSON.stringify([fact.kind, fact.reason, wordsOf(fact.message ?? '')]);
  if (fact.kind === 'operation-error') {
    const { release, extension, notReady, conflicts, message } = fact;
    return JSON.stringify([fact.kind, fact.class, release, extension, notReady, conflicts, wordsOf(message)]);
  }
  if (fact.kind !== 'log-line') return fact.kind;
  const { httpStatus, endpoint, transport, pod, location, agent, message } = fact;
  return JSON.stringify([
    httpStatus,
    endpoint,
    transport?.class,
    transport?.host,
    pod,
    location,
    agent,
    wordsOf(message),
  ]);
}

const wordsOf = (message: string): string => message.slice(0, 400).replace(/\d+/g, '0').slice(0, 160);
