import type { FindingFact, Origin } from '../facts/fact.ts';
import { byOrigin, type KnownFact, type Quote, type Source } from '../facts/fact-set.ts';
import { knownIn, type Shown as ShownFields } from '../facts/known.ts';
import { capsIn, supportedLeaves } from './answer-condition.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { spellings, type Bindings } from './bindings.ts';
import { againstShown, quoteFor, supportShown, type Shown } from './evidence.ts';
import type { FoldedFinding } from './fold-findings.ts';
import { isLikely } from './judge-cause.ts';
import type { InstanceCause, JudgedInstance } from './judge-rule.ts';
import type { DerivedFact } from './derived-fact.ts';

/**
 * What other rules can ask about a finding: a fact for the error where it is seen, and one for each cause that is more
 * than possible, told apart by the objects they are about.
 */
export const findingFacts = ({ id, rule, instances }: FoldedFinding): readonly DerivedFact[] =>
  instances.flatMap((instance) => {
    const base = { kind: 'finding', rule: rule.rule.id, finding: id } as const;
    return [
      ...(instance.seen
        ? derive(knownIn<Fields>(base, errorFields(instance)), instance.bindings, errorLeaves(instance))
        : []),
      ...instance.causes
        .filter(({ verdict }) => verdict !== 'possible')
        .flatMap((cause) => derive(knownIn<Fields>(base, causeFields(cause)), cause.bindings, causeLeaves(cause))),
    ];
  });

type Fields = Omit<FindingFact, 'origin' | 'quoted'>;

const errorFields = ({ resolved, appears, causes }: JudgedInstance): Partial<ShownFields<Fields>> => ({
  resolved,
  explained: causes.some(isLikely),
  verdict: capsIn(appears).length > 0 ? 'likely' : undefined,
});

const errorLeaves = ({ appears }: JudgedInstance): readonly AnsweredLeaf[] => supportedLeaves(appears);

const causeFields = ({ cause, verdict, resolved }: InstanceCause): Partial<ShownFields<Fields>> => ({
  cause: cause.id,
  resolved,
  verdict: verdict === 'possible' ? undefined : verdict,
});

const causeLeaves = ({ evidence, counterEvidence }: InstanceCause): readonly AnsweredLeaf[] => [
  ...evidence,
  ...counterEvidence,
];

/** One fact for each combination of values, standing where its first evidence stands. */
function derive(fields: Fields, bindings: Bindings, leaves: readonly AnsweredLeaf[]): readonly DerivedFact[] {
  const shown = [...supportShown(leaves), ...againstShown(leaves)];
  const place = firstPlace(shown) ?? listingPlace(leaves) ?? NOWHERE;
  const quoted = shown.length > 0 && shown.every((one) => one.known.fact.quoted === true) ? true : undefined;
  return combinations(bindings).map((values) => ({
    fact: knownIn<FindingFact>(fields, { quoted, origin: place.origin }, values),
    source: place.source,
    quotes: place.quote ? { '': place.quote } : {},
    ...(place.basis ? { basis: place.basis } : {}),
  }));
}

interface Place {
  readonly origin: Origin;
  readonly source: Source;
  readonly quote?: Quote;
  readonly basis?: KnownFact;
}

/** Of the facts that show something the first, and of those at one place the one that is told first. */
function firstPlace(shown: readonly Shown[]): Place | undefined {
  let first: Place | undefined;
  for (const { known, leaf } of shown) {
    const quote = quoteFor(known, leaf);
    const origin = quote ?? known.fact.origin;
    if (!first || byOrigin(first.origin, origin) > 0)
      first = { origin, source: known.source, basis: known, ...(quote ? { quote } : {}) };
  }
  return first && { ...first, origin: originOf(first.origin) };
}

const originOf = ({ path, line, endLine }: Origin): Origin => ({ path, line, endLine });

function listingPlace(leaves: readonly AnsweredLeaf[]): Place | undefined {
  const source = leaves.flatMap(({ listings }) => listings)[0];
  if (!source) return undefined;
  const { path, line, endLine, quote } = source;
  return { origin: { path, line, endLine }, source, ...(quote ? { quote } : {}) };
}

/** Of an error without any evidence. */
const NOWHERE: Place = {
  origin: { path: '', line: 1, endLine: 1 },
  source: { path: '', line: 1, endLine: 1, kind: '', complete: 'unknown', session: false, index: 0 },
};

/** Variables that a finding's fact tells by fields of their names. */
const TOLD = ['namespace', 'pod', 'node', 'region', 'component', 'extension', 'release', 'workload', 'host'] as const;

type Told = { readonly [K in (typeof TOLD)[number]]?: string };

/** A variable outside of `per` can have several values: then each stands in a fact of its own. */
function combinations(bindings: Bindings): readonly Told[] {
  let told: readonly Told[] = [{}];
  for (const name of TOLD) {
    const values = spellings(bindings, name);
    if (values.length === 0) continue;
    told = told.flatMap((before) => values.map((value) => ({ ...before, [name]: value }))).slice(0, MOST);
  }
  return told;
}

const MOST = 64;
