import type { Line } from '../bundle/line.ts';
import { agesBySource } from '../facts/capture-ages.ts';
import { HOUR, type CaptureTime, type Moment } from '../facts/capture-time.ts';
import { completeFact, type FactAbout } from '../facts/complete-fact.ts';
import { gateFact } from '../facts/evidence-gate.ts';
import { byOrigin, type FactSet, type KnownFact, type Quote, type Source } from '../facts/fact-set.ts';
import type { Fact, OperationErrorFact, Origin } from '../facts/fact.ts';
import { hideSecret, type MarkSecret } from '../facts/mark-secret.ts';
import { withoutMasked } from '../facts/masked.ts';
import type { Capture, Quotes } from './capture.ts';
import { datedPath, datesAbove } from './captured-at.ts';
import { settleReplaced } from '../facts/replaced-pods.ts';
import { settleYoung } from '../facts/young-pods.ts';
import { partedNames } from './joined-names.ts';
import { hintFromPath } from './path-hint.ts';
import type { MemberRead, PlacedReading } from './read-member.ts';
import { quoteOf, sourceOf } from './source-of.ts';

export interface GatherOptions {
  /** Shortens a path for the report, such as by the folder all files share. */
  readonly label: (path: string) => string;
  /** Ages become times by it. */
  readonly capturedAt?: CaptureTime;
  /** Marks the secrets: those of captures, then those of facts, each in the order of path and line. */
  readonly mark?: MarkSecret;
}

/**
 * Facts of all files as one set: completed by command line and path, passed through the evidence gate, in a fixed order.
 * File by file the readings are taken out, so that they end where their facts begin.
 */
export function gatherFacts(members: readonly MemberRead[], options: GatherOptions): FactSet {
  const { label, mark = hideSecret } = options;
  const parted = partedNames(members);
  const captures = members
    .flatMap(({ captures: all }) => {
      const dates = datesAbove(all);
      return all.map((capture, i) => ({ capture, path: label(capture.path), date: dates[i] }));
    })
    .sort((a, b) => byOrigin({ ...a.capture, path: a.path }, { ...b.capture, path: b.path }));
  const placing: Placing = { ...options, mark, parted };
  const places = new Map(captures.map((one) => [one.capture, placeOf(one, placing)]));
  const facts = inOrder(members, label).flatMap((files) =>
    files
      .flatMap(({ readings }) => readings.splice(0))
      .map((reading) => underPlace(reading, places.get(reading.capture) as Place))
      .sort((a, b) => byOrigin(a.origin, b.origin))
      .map(({ reading, place }) => knownFact(completed(reading, place), mark)),
  );
  for (const [source, ages] of agesBySource(facts))
    Object.defineProperty(source, 'ages', { get: ages, enumerable: true, configurable: true });
  const sources = [...places.values()].map(({ source }) => source);
  return factSet(settleYoung(settleReplaced(mergePrinted(facts))), sources);
}

/** Files by the name they go by, in order; a secret in their paths can give several the same one. */
function inOrder(members: readonly MemberRead[], label: GatherOptions['label']): readonly (readonly MemberRead[])[] {
  const byLabel = new Map<string, MemberRead[]>();
  for (const member of members) {
    const name = label(member.path);
    const same = byLabel.get(name);
    if (same) same.push(member);
    else byLabel.set(name, [member]);
  }
  return [...byLabel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, files]) => files);
}

/** A set over facts that are in order already. */
export function factSet(facts: readonly KnownFact[], sources: readonly Source[]): FactSet {
  const byKind = new Map<Fact['kind'], KnownFact[]>();
  for (const known of facts) {
    const kind = byKind.get(known.fact.kind);
    if (kind) kind.push(known);
    else byKind.set(known.fact.kind, [known]);
  }
  return { of: (kind) => byKind.get(kind) ?? [], all: facts, sources };
}

/** What all facts of a capture have in common. */
interface Place {
  readonly source: Source;
  readonly about: FactAbout;
}

/** A capture under the name its file goes by. */
interface Placed {
  readonly capture: Capture;
  readonly path: string;
  /** The last `date` above it in its file. */
  readonly date: Moment | undefined;
}

interface Placing extends Pick<GatherOptions, 'capturedAt'> {
  readonly mark: MarkSecret;
  readonly parted: ReturnType<typeof partedNames>;
}

function placeOf({ capture, path, date }: Placed, { capturedAt, mark, parted }: Placing): Place {
  const { command } = capture;
  const own = capturedAt?.from === 'option' ? undefined : (date ?? datedPath(path));
  const source = sourceOf(capture, { path, taken: own ?? (capturedAt && boundsOfBundle(capturedAt)), mark });
  const taken = own ?? capturedAt;
  const fromPath = { ...hintFromPath(path), ...parted(path) };
  return { source, about: { fromPath, ...(command && { command }), ...(taken && { taken }) } };
}

/** What a bundle holds was captured one after the other; its logs say only since when. */
function boundsOfBundle({ at, earliest, latest }: CaptureTime): Moment | undefined {
  if (earliest === undefined || latest === undefined) return undefined;
  return { at, earliest: earliest - HOUR, latest: latest + HOUR };
}

/** A reading with what it has in common with others, and where it stands under the name its file goes by. */
const underPlace = (reading: PlacedReading, place: Place): UnderPlace => {
  const { line, endLine } = reading.fact.origin;
  return { reading, place, origin: { path: place.source.path, line, endLine } };
};

interface UnderPlace {
  readonly reading: PlacedReading;
  readonly place: Place;
  readonly origin: Origin;
}

/** A fact as all of its capture completes it, before the evidence gate. */
interface Completed {
  readonly fact: Fact;
  readonly source: Source;
  readonly quotes: Quotes;
}

function completed({ fact, quotes, capture, sample }: PlacedReading, { source, about }: Place): Completed {
  const labeled = underLabel(withoutMasked(fact), source.path);
  const placed = capture.quoted || sample ? { ...labeled, quoted: true as const } : labeled;
  return { fact: completeFact(placed, about), source, quotes };
}

const knownFact = ({ fact, source, quotes }: Completed, mark: MarkSecret): KnownFact => ({
  fact: gateFact(fact, mark),
  source,
  quotes: quotesUnder(quotes, source.path, mark),
});

/** A fact under the name its file goes by. */
function underLabel(fact: Fact, path: string): Fact {
  if (fact.origin.path === path) return fact;
  const origin = { ...fact.origin, path };
  if (fact.kind !== 'operation-error' || !fact.also) return { ...fact, origin };
  return { ...fact, origin, also: fact.also.map((again) => ({ ...again, path })) };
}

/** Fields of one line have one quote. */
function quotesUnder(quotes: Quotes, path: string, mark: MarkSecret): Record<string, Quote> {
  const shown: Record<string, Quote> = {};
  let last: { readonly line: Line; readonly quote: Quote } | undefined;
  for (const field in quotes) {
    const line = quotes[field]!;
    if (last?.line !== line) last = { line, quote: quoteOf(line, path, mark) };
    shown[field] = last.quote;
  }
  return shown;
}

/** An error that is printed several times is one fact with several origins. */
function mergePrinted(facts: readonly KnownFact[]): readonly KnownFact[] {
  const printed = new Map<string, number>();
  const merged: KnownFact[] = [];
  for (const known of facts) {
    const same = known.fact.kind === 'operation-error' ? JSON.stringify(identityOf(known.fact)) : undefined;
    const first = same === undefined ? undefined : printed.get(same);
    if (first === undefined) {
      if (same !== undefined) printed.set(same, merged.length);
      merged.push(known);
    } else merged[first] = withOrigin(merged[first] as KnownFact, known);
  }
  return merged;
}

/** The same words below commands about two releases are two errors. */
const identityOf = ({ code, message, time, quoted, release, namespace }: OperationErrorFact): unknown[] => [
  code,
  message,
  time,
  quoted,
  release,
  namespace,
];

function withOrigin(first: KnownFact, again: KnownFact): KnownFact {
  const fact = first.fact as OperationErrorFact;
  const more = again.fact as OperationErrorFact;
  return { ...first, fact: { ...fact, also: [...(fact.also ?? []), more.origin, ...(more.also ?? [])] } };
}
