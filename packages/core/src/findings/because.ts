import type { FindingFact } from '../facts/fact.ts';
import type { JudgedCause } from './finding.ts';

/** Findings that explain a cause, each once and in order: by its cause where one is known. */
export function becauseOf(facts: readonly FindingFact[]): JudgedCause['because'] {
  const explained = new Set(facts.flatMap(({ finding, cause }) => (cause === undefined ? [] : [finding])));
  const entries = facts
    .filter(({ cause, finding }) => cause !== undefined || !explained.has(finding))
    .map(({ rule, cause, finding }) => ({ rule, ...(cause === undefined ? {} : { cause }), finding }));
  const distinct = new Map(entries.map((entry) => [JSON.stringify([entry.rule, entry.cause, entry.finding]), entry]));
  return [...distinct].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
