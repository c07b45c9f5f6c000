import type { Source } from '../facts/fact-set.ts';
import type { Want } from './answer.ts';
import { blank, type AnsweredLeaf, type Inquiry } from './answered-leaf.ts';
import { listingsFor } from './listings.ts';
import type { Match } from './match-fact.ts';
import { matchFields } from './match-fields.ts';

/** A question that the facts leave open, and whether a capture could close it. */
export const unknownFor = (inquiry: Inquiry): AnsweredLeaf => ({
  ...blank(inquiry.leaf, 'unknown'),
  want: wantOf(inquiry),
});

function wantOf(inquiry: Inquiry): Want {
  const looked = lookedAt(inquiry);
  if (looked.length === 0) return 'not-captured';
  if (looked.some(({ complete }) => complete === 'yes')) return 'not-found';
  return looked.some(({ complete }) => complete === 'no') ? 'cut' : 'not-found';
}

/** Captures that were looked at for an answer. */
export const lookedAt = (inquiry: Inquiry): readonly Source[] => [...shownBy(inquiry), ...silentSources(inquiry)];

/** Captures with facts that the question is about and that could show what it asks for. */
const shownBy = ({ matches }: Inquiry): readonly Source[] =>
  [...matches.met, ...matches.others()].filter(showsField).map(({ known }) => known.source);

/** The row of a table has few of an object's fields: that one is not among them says nothing. */
const showsField = ({ known: { fact }, answer }: Match): boolean =>
  fact.quoted !== true && (answer !== 'lacks' || !('cells' in fact));

/** Captures that would have held such a fact, had there been one. */
function silentSources({ leaf, bindings, facts }: Inquiry): readonly Source[] {
  const { sources } = facts.world;
  const about = sources.filter(
    (source) =>
      source.about?.kind === leaf.kind &&
      matchFields(leaf.of, source.about, { bindings, quoted: false, subject: true }).answer === 'met',
  );
  return [...about, ...(listingsFor(leaf, bindings, sources) ?? [])];
}
