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

/** The lines that answered questions rest on, for them. */
export const supportingEvidence = (leaves: readonly AnsweredLeaf[]): readonly Evidence[] =>
  firstOf(joined(supportQuotes(leaves), listingQuotes(leaves)));

/** Against a cause speaks a contradicted question by what contradicts it, a supported one by what supports it. */
export const opposingEvidence = (leaves: readonly AnsweredLeaf[]): readonly Evidence[] =>
  firstOf(joined(supportQuotes(leaves), againstQuotes(leaves), listingQuotes(leaves)));

/** Quoted lines in order, each once; of very many the first. */
export const listEvidence = (evidence: readonly Evidence[]): readonly Evidence[] =>
  firstOf(evidence.map((quote) => ({ quote, quoted: quote.quoted === true })));

/** A quoted line, and whether it is a sample. */
interface Quoted {
  readonly quote: Quote;
  readonly quoted: boolean;
}

/** Each line once. One that a capture quotes and another does not is no sample. */
function firstOf(all: Iterable<Quoted>): readonly Evidence[] {
  const first: Quoted[] = [];
  for (const one of all) {
    if (first.length === MOST && byPlace(one.quote, first[MOST - 1]!.quote) > 0) continue;
    const at = first.findIndex(({ quote }) => byPlace(one.quote, quote) <= 0);
    const same = at >= 0 && byPlace(one.quote, first[at]!.quote) === 0;
    if (!same) first.splice(at < 0 ? first.length : at, 0, one);
    else if (!one.quoted) first[at] = one;
    if (first.length > MOST) first.pop();
  }
  return first.map(({ quote, quoted }) => evidenceOf(quote, quoted));
}

const MOST = 20;

function* joined<T>(...lists: readonly Iterable<T>[]): Generator<T, void, undefined> {
  for (const list of lists) yield* list;
}

function* supportQuotes(leaves: readonly AnsweredLeaf[]): Generator<Quoted, void, undefined> {
  for (const { leaf, support } of leaves) yield* quotesFor(support, leaf);
}

function* againstQuotes(leaves: readonly AnsweredLeaf[]): Generator<Quoted, void, undefined> {
  for (const { leaf, against } of leaves) yield* quotesFor(against, leaf);
}

/** The first lines of listings that hold none of what was asked for. */
function* listingQuotes(leaves: readonly AnsweredLeaf[]): Generator<Quoted, void, undefined> {
  for (const { listings } of leaves) {
    for (const { quote } of listings) if (quote) yield { quote, quoted: false };
  }
}

function* quotesFor(facts: readonly KnownFact[], leaf: CompiledLeaf): Generator<Quoted, void, undefined> {
  for (const known of facts) {
    const quote = quoteFor(known, leaf);
    if (quote) yield { quote, quoted: known.fact.quoted === true };
  }
}

/** The line of the field that is tested, else of one that tells the subject, else of the fact as a whole. */
export function quoteFor({ quotes }: KnownFact, asked: Asked): Quote | undefined {
  for (const field of fieldsOf(asked)) if (Object.hasOwn(quotes, field)) return quotes[field];
  return quotes[''];
}

type Asked = Pick<CompiledLeaf, 'tests' | 'of'>;

/** The fields of a question whose lines show a fact, the same for thousands of facts. */
function fieldsOf(asked: Asked): readonly string[] {
  const before = fields.get(asked);
  if (before) return before;
  const found = [...asked.tests, ...asked.of].flatMap(({ name }) => [name, name.split('.', 1)[0]!]);
  fields.set(asked, found);
  return found;
}

const fields = new WeakMap<Asked, readonly string[]>();

const evidenceOf = ({ path, line, endLine, text }: Quote, quoted: boolean): Evidence => ({
  path,
  line,
  endLine,
  text,
  ...(quoted ? { quoted: true } : {}),
});

const byPlace = (a: Quote, b: Quote): number => byOrigin(a, b) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
