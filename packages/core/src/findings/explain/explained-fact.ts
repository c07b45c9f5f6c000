import type { KnownFact, Source } from '../../facts/fact-set.ts';
import type { AnsweredLeaf, Inquiry } from '../answered-leaf.ts';
import { isFirm } from '../answer-leaf.ts';
import { bindingsOf, type Bindings } from '../bindings.ts';
import { quoteFor } from '../evidence.ts';
import type { BoundVariable, ExplainedCapture, ExplainedFact, ExplainedField, Weight } from '../explanation.ts';
import { canOppose } from '../leaf-index.ts';
import { isOver, waysOf, type Match } from '../match-fact.ts';
import { explainedFields } from './explained-fields.ts';

/** What a fact is explained for. */
export interface FactExplaining {
  readonly answered: AnsweredLeaf;
  readonly inquiry: Inquiry;
  /** Of the facts for the condition, where their age matters. */
  readonly weigh?: (known: KnownFact) => Weight;
}

/** A fact that a question is about: how each of its fields stands to it, and whether and why it counts. */
export function explainFact(match: Match, explaining: FactExplaining): ExplainedFact {
  const { known, answer, caps } = match;
  const { answered, inquiry, weigh } = explaining;
  const fields = explainedFields({ leaf: inquiry.leaf, known, bindings: inquiry.bindings });
  const speaks = answered.support.includes(known) ? 'for' : answered.against.includes(known) ? 'against' : 'not';
  const silent = speaks === 'not' ? silentFor(match, explaining) : undefined;
  const unmetFor = answer === 'unmet' ? unmetDespite(known, fields) : undefined;
  return {
    ...placeOf(known, fields, inquiry),
    ...(known.fact.quoted === true ? { quoted: true } : {}),
    answer,
    speaks,
    ...(silent && { silent }),
    ...(unmetFor && { unmetFor }),
    fields,
    bound: boundVariables(bindingsOf(waysOf(inquiry.leaf, known, inquiry.bindings))),
    capped: caps,
    ...(weigh && speaks === 'for' ? { weight: weigh(known) } : {}),
    capture: explainedCapture(known.source),
  };
}

/** A capture, and how much of it is here. */
export const explainedCapture = ({ path, line, kind, complete, why }: Source): ExplainedCapture => ({
  path,
  line,
  kind,
  complete,
  ...(why === undefined ? {} : { why }),
});

/** Variables by name. */
export const boundVariables = (bindings: Bindings): readonly BoundVariable[] =>
  [...bindings]
    .map(([name, values]) => ({ name, values: [...values.values()] }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

type Place = Pick<ExplainedFact, 'path' | 'line' | 'endLine' | 'text'>;

/** The line of what is not as asked, else the line that a report would quote. */
function placeOf(known: KnownFact, fields: readonly ExplainedField[], { leaf }: Inquiry): Place {
  const failing = new Set(fields.filter(({ answer }) => answer === 'unmet').map(({ field }) => field));
  const tests = leaf.tests.filter(({ name }) => failing.has(name));
  const quote = quoteFor(known, tests.length > 0 ? { tests, of: [] } : leaf);
  const { path, line, endLine } = quote ?? known.fact.origin;
  return { path, line, endLine, text: quote?.text ?? '' };
}

/** Why a fact neither supports nor contradicts, beyond what its fields tell. */
function silentFor(match: Match, { answered, inquiry }: FactExplaining): ExplainedFact['silent'] {
  const { known, answer } = match;
  const { leaf } = inquiry;
  if (answer === 'lacks' || answered.answer === 'supported') {
    return answer === 'met' && inquiry.unquoted && known.fact.quoted === true ? 'sample' : undefined;
  }
  if (known.fact.quoted === true) return 'sample';
  // Of things that happened none speaks against a question, however complete its capture is.
  if (answer === 'met' ? leaf.asks !== 'none' : !canOppose(leaf)) return undefined;
  if (!isFirm(match)) return 'weak';
  return answer === 'unmet' && known.source.complete !== 'yes' ? 'capture-not-complete' : undefined;
}

function unmetDespite(known: KnownFact, fields: readonly ExplainedField[]): ExplainedFact['unmetFor'] {
  if (fields.some(({ answer }) => answer === 'unmet')) return undefined;
  return isOver(known.fact) ? 'finding-is-over' : 'values-disagree';
}
