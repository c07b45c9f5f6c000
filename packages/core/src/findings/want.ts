import type { KnownFact, Source } from '../facts/fact-set.ts';
import type { PodFact } from '../facts/fact.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Want } from './answer.ts';
import { blank, type AnsweredLeaf, type Inquiry } from './answered-leaf.ts';
import type { Bindings } from './bindings.ts';
import { listingsFor } from './listings.ts';
import { isBareRow, type Look } from './looks.ts';
import { matchFields } from './match-fields.ts';
import { once } from './once.ts';

/**
 * A question that the facts leave open, and whether a capture could close it, which few ask. Findings grow while rules are
 * judged, so that what there is of them now is looked at now.
 */
export function unknownFor(inquiry: Inquiry): AnsweredLeaf {
  const look = once(() => {
    const looked = lookedAt(inquiry);
    return { want: wantOf(looked), kinds: [...new Set(looked.map(({ kind }) => kind))] };
  });
  if (inquiry.leaf.kind === 'finding') look();
  return { look, ...blank(inquiry.leaf, 'unknown') };
}

function wantOf(looked: readonly Source[]): Want {
  if (looked.length === 0) return 'not-captured';
  if (looked.some(({ complete }) => complete === 'yes')) return 'not-found';
  return looked.some(({ complete }) => complete === 'no') ? 'cut' : 'not-found';
}

/** Captures that were looked at for an answer. */
export function lookedAt(inquiry: Inquiry): readonly Source[] {
  const others = [...inquiry.matches.looks()].filter(({ known }) => isAsked(known.fact, inquiry.leaf));
  const rows = new Set(others.filter(isBareRow).map(({ known }) => known.source));
  return [...shownBy([...inquiry.matches.met, ...others]), ...silentSources(inquiry, rows)];
}

/** A command that prints the log of a container does not print that of the one before it. */
const isAsked = (about: object, { collect }: CompiledLeaf): boolean =>
  !('previous' in about && about.previous === true) || collect === undefined || collect.includes('--previous');

/** Captures with facts that the question is about and that could show what it asks for. */
const shownBy = (matches: readonly Look[]): readonly Source[] =>
  matches.filter(showsField).map(({ known }) => known.source);

/** The row of a table has few of an object's fields: that one is not among them says nothing. */
const showsField = (look: Look): boolean => look.known.fact.quoted !== true && !isBareRow(look);

/** Captures that would have held such a fact, had there been one: not lists whose rows for the subject cannot show it. */
function silentSources({ leaf, bindings, facts }: Inquiry, rows: ReadonlySet<Source>): readonly Source[] {
  const sources = facts.world.telling;
  const about = sources.filter(
    (source) =>
      source.about?.kind === leaf.kind &&
      isAsked(source.about, leaf) &&
      matchFields(leaf.of, source.about, { bindings, quoted: false, subject: true }).answer === 'met',
  );
  const listings = (listingsFor(leaf, bindings, sources) ?? []).filter((source) => !rows.has(source));
  return [...about, ...describing({ leaf, bindings, facts }), ...listings];
}

/** A description of a pod ends with its events, also where it has none. */
function describing({ leaf, bindings, facts }: Pick<Inquiry, 'leaf' | 'bindings' | 'facts'>): readonly Source[] {
  if (leaf.kind !== 'event') return [];
  const variable = leaf.of.find(({ name }) => name === 'pod')?.joins[0];
  const pods = variable === undefined ? [] : [...(bindings.get(variable)?.keys() ?? [])];
  const described = facts.world.with('pod', 'name', pods).filter(isDescribed);
  return described.filter((known) => isAbout(leaf, known, bindings)).map(({ source }) => source);
}

const isDescribed = ({ fact, source }: KnownFact): boolean =>
  fact.quoted !== true && source.kind === 'kubectl describe pod';

function isAbout(leaf: CompiledLeaf, { fact }: KnownFact, bindings: Bindings): boolean {
  const { name, ...pod } = fact as PodFact;
  const matching = { bindings, quoted: false, subject: true };
  return name !== undefined && matchFields(leaf.of, { ...pod, kind: 'event', pod: name }, matching).answer === 'met';
}
