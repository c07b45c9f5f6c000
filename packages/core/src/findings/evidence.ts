import type { KnownFact, Quote } from '../facts/fact-set.ts';
import { byOrigin } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import type { Evidence } from './finding.ts';

/** A fact and the question it speaks to: the question's fields tell which line to quote. */
export interface Shown {
  readonly known: KnownFact;
  readonly leaf: CompiledLeaf;
}

/** What answered questions rest on: facts for them. */
export const supportShown = (leaves: readonly AnsweredLeaf[]): readonly Shown[] =>
  leaves.flatMap(({ leaf, support }) => support.map((known) => ({ known, leaf })));

/** What answered questions rest on: facts against them. */
export const againstShown = (leaves: readonly AnsweredLeaf[]): readonly Shown[] =>
  leaves.flatMap(({ leaf, against }) => against.map((known) => ({ known, leaf })));

/** The first lines of listings that hold none of what was asked for. */
export const listingEvidence = (leaves: readonly AnsweredLeaf[]): readonly Evidence[] =>
  leaves.flatMap(({ listings }) => listings.flatMap(({ quote }) => (quote ? [evidenceOf(quote, false)] : [])));

/** The lines that answered questions rest on, for them. */
export const supportingEvidence = (leaves: readonly AnsweredLeaf[]): readonly Evidence[] =>
  listEvidence([...evidenceFor(supportShown(leaves)), ...listingEvidence(leaves)]);

/** Against a cause speaks a contradicted question by what contradicts it, a supported one by what supports it. */
export const opposingEvidence = (leaves: readonly AnsweredLeaf[]): readonly Evidence[] =>
  listEvidence([
    ...evidenceFor(supportShown(leaves)),
    ...evidenceFor(againstShown(leaves)),
    ...listingEvidence(leaves),
  ]);

/** Quoted lines in order, each once; of very many the first. */
export function listEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  const distinct = new Map<string, Evidence>();
  for (const one of evidence) {
    const key = JSON.stringify([one.path, one.line, one.endLine, one.text]);
    // A line that one capture quotes and another does not is no sample.
    if (!distinct.get(key) || !one.quoted) distinct.set(key, one);
  }
  return [...distinct.values()].sort(byPlace).slice(0, MOST);
}

/** The lines that show facts. */
export const evidenceFor = (shown: readonly Shown[]): readonly Evidence[] =>
  shown.flatMap(({ known, leaf }) => {
    const quote = quoteFor(known, leaf);
    return quote ? [evidenceOf(quote, known.fact.quoted === true)] : [];
  });

const MOST = 20;

/** The line of the field that is tested, else of one that tells the subject, else of the fact as a whole. */
export function quoteFor({ quotes }: KnownFact, { tests, of }: Pick<CompiledLeaf, 'tests' | 'of'>): Quote | undefined {
  for (const { name } of [...tests, ...of]) {
    for (const field of [name, name.split('.', 1)[0]!]) if (Object.hasOwn(quotes, field)) return quotes[field];
  }
  return quotes[''];
}

const evidenceOf = ({ path, line, endLine, text }: Quote, quoted: boolean): Evidence => ({
  path,
  line,
  endLine,
  text,
  ...(quoted ? { quoted: true } : {}),
});

const byPlace = (a: Evidence, b: Evidence): number =>
  byOrigin(a, b) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
