import type { Fact, FindingFact, Origin } from '../facts/fact.ts';
import { supportedLeaves } from '../findings/answer-condition.ts';
import type { AnsweredLeaf } from '../findings/answered-leaf.ts';
import type { JudgedRule } from '../findings/judge-in-order.ts';

/** Every stretch of the captures that supports questions: where the facts stand, and the listings that lack what was asked for. */
export function supportingLines(leaves: readonly AnsweredLeaf[], judged: readonly JudgedRule[]): readonly Origin[] {
  return leaves.flatMap(({ support, listings }) => [
    ...support.flatMap(({ fact }) => (fact.kind === 'finding' ? linesOfFinding(fact, judged) : originsOf(fact))),
    ...listings.map(({ path, line, endLine }) => ({ path, line, endLine })),
  ]);
}

/** An error that is printed several times stands in several places. */
const originsOf = (fact: Fact): readonly Origin[] => [
  fact.origin,
  ...(fact.kind === 'operation-error' ? (fact.also ?? []) : []),
];

/** A finding stands where what shows it stands; rules do not build on each other in a circle. */
function linesOfFinding(fact: FindingFact, judged: readonly JudgedRule[]): readonly Origin[] {
  const instances = judged
    .filter(({ rule }) => rule.rule.id === fact.rule)
    .flatMap(({ folded }) => folded.filter(({ id }) => id === fact.finding).flatMap((finding) => finding.instances));
  const leaves = instances.flatMap(({ appears, causes }) =>
    fact.cause === undefined
      ? supportedLeaves(appears)
      : causes.flatMap((one) => (one.cause.id === fact.cause ? [...one.evidence, ...one.counterEvidence] : [])),
  );
  return supportingLines(leaves, judged);
}

/** Captures without some of their lines; a file of which only blanks would be left is left out. */
export function withoutLines(
  captures: Readonly<Record<string, string>>,
  lines: readonly Origin[],
): Readonly<Record<string, string>> {
  const kept = Object.entries(captures).map(([path, text]): [string, string] => {
    const gone = lines.filter((one) => one.path === path);
    const rest = text
      .split('\n')
      .filter((_, index) => !gone.some(({ line, endLine }) => line <= index + 1 && index + 1 <= endLine));
    return [path, rest.join('\n')];
  });
  return Object.fromEntries(kept.filter(([path, text]) => text === captures[path] || text.trim() !== ''));
}

/** `pods.txt:3`, `events.txt:2-4`: stretches in words, each once. */
export const placesIn = (lines: readonly Origin[]): string =>
  [...new Set(lines.map(({ path, line, endLine }) => `${path}:${line}${endLine > line ? `-${endLine}` : ''}`))].join(
    ', ',
  );
