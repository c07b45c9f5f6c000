import type { Evidence, Finding } from '../findings/finding.ts';

/** First and last line of a stretch of a file. */
export interface Stretch {
  readonly line: number;
  readonly endLine: number;
}

/** How many quotes of a report get the lines around them: those of the first findings come first. */
export const MOST_PLACES = 200;

/** How many quotes of one list; no report shows more. */
const OF_ONE_LIST = 8;

/** What a report quotes, by file, in the order of lines. */
export function quotedPlaces(findings: readonly Finding[]): ReadonlyMap<string, readonly Stretch[]> {
  const places = new Map<string, Evidence>();
  for (const quote of findings.flatMap(quotesOf)) {
    if (places.size >= MOST_PLACES) break;
    const key = JSON.stringify([quote.path, quote.line, quote.endLine]);
    if (!places.has(key)) places.set(key, quote);
  }
  const sorted = [...places.values()].sort((a, b) => a.line - b.line || a.endLine - b.endLine);
  return groupByPath(sorted);
}

const quotesOf = ({ evidence, causes }: Finding): readonly Evidence[] => [
  ...evidence.slice(0, OF_ONE_LIST),
  ...causes.flatMap((cause) =>
    (cause.verdict === 'excluded' ? cause.counterEvidence : cause.evidence).slice(0, OF_ONE_LIST),
  ),
];

function groupByPath(quotes: readonly Evidence[]): ReadonlyMap<string, readonly Stretch[]> {
  const groups = new Map<string, Evidence[]>();
  for (const quote of quotes) {
    const group = groups.get(quote.path);
    if (group) group.push(quote);
    else groups.set(quote.path, [quote]);
  }
  return groups;
}
