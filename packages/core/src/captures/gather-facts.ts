import { completeFact } from '../facts/complete-fact.ts';
import { componentOf } from '../facts/component.ts';
import { gate, gateFact } from '../facts/evidence-gate.ts';
import { byOrigin, type FactSet, type KnownFact, type Quote, type Source } from '../facts/fact-set.ts';
import type { Fact, OperationErrorFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { Line } from '../bundle/line.ts';
import { lastNumber } from '../bundle/line.ts';
import type { Capture, Command, Reading } from './capture.ts';
import { hintFromPath } from './path-hint.ts';
import type { MemberRead } from './read-member.ts';

export interface GatherOptions {
  /** Shortens a path for the report, such as by the folder all files share. */
  readonly label: (path: string) => string;
  /** Milliseconds since 1970; ages become times by it. */
  readonly capturedAt?: number;
}

/** Facts of all files as one set: completed by command line and path, passed through the evidence gate, in a fixed order. */
export function gatherFacts(members: readonly MemberRead[], options: GatherOptions): FactSet {
  const sources = new Map<Capture, Source>();
  for (const { captures } of members) for (const capture of captures) sources.set(capture, sourceOf(capture, options));
  const all = members.flatMap(({ readings }) =>
    readings.map((reading) => knownFact(reading, sources.get(reading.capture) as Source, options)),
  );
  const sorted = all.sort((a, b) => byOrigin(a.fact.origin, b.fact.origin));
  return factSet(mergePrinted(sorted), [...sources.values()].sort(byOrigin));
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

function knownFact(
  reading: Reading & { capture: Capture; sample: boolean },
  source: Source,
  options: GatherOptions,
): KnownFact {
  const { capture } = reading;
  const about = {
    ...(capture.command === undefined ? {} : { command: targetOf(capture.command) }),
    fromPath: hintFromPath(source.path),
    ...(options.capturedAt === undefined ? {} : { capturedAt: options.capturedAt }),
  };
  const origin = { ...reading.fact.origin, path: source.path };
  const quoted = capture.quoted || reading.sample ? { quoted: true } : {};
  const fact = gateFact(completeFact({ ...reading.fact, origin, ...quoted }, about));
  return { fact, source, quotes: quotesOf(reading, source.path) };
}

/** For `kubectl exec POD -- nslookup NAME` the pod is what the facts are about. */
const targetOf = (command: Command): Command => command;

const quotesOf = (reading: Reading, path: string): Record<string, Quote> =>
  Object.fromEntries(Object.entries(reading.quotes).map(([field, line]) => [field, quoteOf(line, path)]));

const quoteOf = (line: Line, path: string): Quote => ({
  path,
  line: line.number,
  endLine: lastNumber(line),
  text: gate(line.text),
});

function sourceOf(capture: Capture, options: GatherOptions): Source {
  const { line, endLine, kind, complete, why, session, index, command, firstLine } = capture;
  const path = options.label(capture.path);
  return known<Source>({
    path,
    line,
    endLine,
    kind,
    complete,
    why,
    lists: complete === 'yes' && command ? listedBy(command) : undefined,
    about: command && aboutBy(command),
    quote: quoteOf(firstLine, path),
    session,
    index,
  });
}

/** Whose log or description a command asked for, so that one in which nothing was found is known to have been looked at. */
function aboutBy({ verb, resource, names, namespace }: Command): Source['about'] {
  const [name] = names;
  if (resource !== 'pods' || name === undefined || names.length > 1) return undefined;
  const kind = verb === 'logs' ? 'log-line' : verb === 'describe' ? 'event' : undefined;
  return (
    kind && known({ kind, pod: name, namespace, component: componentOf({ pod: name }) } as NonNullable<Source['about']>)
  );
}

const LISTED: Readonly<Record<string, Fact['kind']>> = {
  pods: 'pod',
  nodes: 'node',
  events: 'event',
  configmaps: 'config-map',
};

/** What a command lists in full. Without `-n` or `-A` the namespace is not known, so nothing can be said to be missing. */
function listedBy(command: Command): Source['lists'] {
  const { verb, resource, names, selector, partial, namespace, allNamespaces } = command;
  const kind = resource !== undefined && Object.hasOwn(LISTED, resource) ? LISTED[resource] : undefined;
  if (kind === undefined || (verb !== 'get' && verb !== 'describe') || names.length > 0) return undefined;
  if (selector !== undefined || partial !== undefined) return undefined;
  if (allNamespaces || kind === 'node') return { kind };
  return namespace === undefined ? undefined : { kind, namespace };
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

const identityOf = ({ code, message, time, quoted }: OperationErrorFact): unknown[] => [code, message, time, quoted];

function withOrigin(first: KnownFact, again: KnownFact): KnownFact {
  const fact = first.fact as OperationErrorFact;
  const more = again.fact as OperationErrorFact;
  return { ...first, fact: { ...fact, also: [...(fact.also ?? []), more.origin, ...(more.also ?? [])] } };
}
