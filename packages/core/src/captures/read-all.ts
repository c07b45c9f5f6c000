import type { Budget } from '../bundle/budget.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { commonRoot } from '../bundle/common-root.ts';
import { bundleKindOf, type BundleKind } from './bundle-layout.ts';
import type { FactChoice } from '../facts/fact-choice.ts';
import type { Fact } from '../facts/fact.ts';
import { redactSecrets } from '../facts/redact-secrets.ts';
import { chooseReadings, type ReadingChoice } from './choose-readings.ts';
import { BARE_WORDS, quietAs, type QuietFiles } from './quiet-files.ts';
import { readCaptures, type ReadCapturesOptions } from './read-captures.ts';
import type { CaptureRecord, MemberRead, PlacedReading } from './read-member.ts';
import { roomForAll, roomForFacts } from './room-for-facts.ts';

/** Every file of a bundle, read, and the name each goes by in the report. */
export interface BundleRead<Member = MemberRead> {
  /** The files that have something to say; the others are quiet. */
  readonly members: readonly Member[];
  readonly quiet: QuietFiles;
  /** What the one capture of each quiet file of words is like. */
  readonly words: typeof BARE_WORDS;
  /** How many files there are. */
  readonly files: number;
  /** The paths of all files. */
  readonly paths: () => Iterable<string>;
  /** Which collector made it. */
  readonly kind: BundleKind;
  /** The folder that all files share, with its `/`; empty where they share none. */
  readonly root: string;
  /** The path without the folder that all files share: a folder and its archive give the same names. */
  readonly label: (path: string) => string;
}

/** What is left of a file once its facts were gathered. */
export interface FileRead extends Pick<MemberRead, 'path' | 'captures' | 'lines'> {
  /** So many facts come of it. */
  readonly facts: number;
}

/** Without what facts are made of, which for large bundles is much; nothing here keeps it alive. */
export function withoutReadings(read: BundleRead): BundleRead<FileRead> {
  const members = read.members.map(({ path, captures, lines, readings }) => ({
    path,
    captures,
    lines,
    facts: readings.length,
  }));
  return { ...read, members, paths: pathsIn(members, read.quiet) };
}

export interface ReadAllOptions extends Omit<ReadCapturesOptions, 'choice'> {
  /** Says which facts are kept where there is no room for all. Absent: the first that there is room for. */
  readonly choice?: FactChoice;
}

/** Reads to the end. Facts beyond the limit are left out, with a note. */
export async function readAll(bundle: Bundle, { choice: ofFacts, ...options }: ReadAllOptions): Promise<BundleRead> {
  const { budget } = options;
  const members: MemberRead[] = [];
  const choice = ofFacts && chooseReadings(ofFacts, () => members.map(({ readings }) => readings));
  const quiet = { empty: [] as string[], words: [] as string[] };
  await readCaptures(bundle, { ...options, ...(choice && { choice }) }, (read) => {
    if ('quiet' in read) return void quiet[read.quiet].push(read.path);
    const as = quietAs(read);
    if (as !== undefined) return void quiet[as].push(read.path);
    const member = withinLimit(read, { budget, choice });
    members.push(member);
    budget.spent.facts += member.readings.length;
  });
  const paths = pathsIn(members, quiet);
  const root = commonRoot(paths());
  return {
    members,
    quiet,
    words: BARE_WORDS,
    files: members.length + quiet.empty.length + quiet.words.length,
    paths,
    kind: kindOf(paths(), members),
    root,
    label: labelUnder(root),
  };
}

const labelUnder =
  (root: string) =>
  (path: string): string =>
    redactSecrets(root !== '' && path.startsWith(root) ? path.slice(root.length) : path);

const pathsIn = (members: readonly WithPath[], quiet: QuietFiles) => (): Iterable<string> => pathsOf(members, quiet);

type WithPath = Pick<MemberRead, 'path'>;

function* pathsOf(members: readonly WithPath[], { empty, words }: QuietFiles): Generator<string> {
  for (const { path } of members) yield path;
  yield* empty;
  yield* words;
}

interface Limiting {
  readonly budget: Budget;
  readonly choice: ReadingChoice | undefined;
}

function withinLimit(member: MemberRead, { budget, choice }: Limiting): MemberRead {
  const room = roomForAll(budget, choice !== undefined);
  if (member.readings.length <= room && member.cut.size === 0) return member;
  const { facts } = budget.limits;
  const message = `holds more facts than the limit of ${facts} leaves room for`;
  budget.note('limit-facts', choice ? `${message}; of the others those that may matter to rules were kept` : message, {
    path: member.path,
  });
  const readings = chosen(member, room, choice).slice(0, roomForFacts(budget, choice !== undefined));
  const kept = new Set(readings);
  for (const reading of member.readings) if (!kept.has(reading)) markCut(reading.capture);
  for (const capture of member.cut) markCut(capture);
  return { ...member, readings };
}

/** The first readings of a file, and of the others those that matter. */
function chosen({ readings }: MemberRead, room: number, choice: ReadingChoice | undefined): PlacedReading[] {
  const first = readings.slice(0, room);
  if (!choice) return first;
  choice.learn(first);
  return [...first, ...readings.slice(room).filter((reading) => choice.matters(reading))];
}

/** By the files a collector leaves; where those do not tell, by what only one collector writes. */
function kindOf(paths: Iterable<string>, members: readonly MemberRead[]): BundleKind {
  const kind = bundleKindOf(paths);
  if (kind !== 'loose') return kind;
  if (members.some(({ captures }) => captures.some(({ command }) => command?.marker === true)))
    return 'cluster-info-dump';
  return members.some(({ readings }) => readings.some(({ fact }) => isSupportBundle(fact))) ? 'troubleshoot' : 'loose';
}

/** `version.yaml` of a support bundle says what it is the version of. */
const isSupportBundle = (fact: Fact): boolean => fact.kind === 'object' && fact.objectKind === 'supportbundle';

/** A capture of which facts were left out lists nothing in full. */
function markCut(capture: CaptureRecord): void {
  capture.complete = 'no';
  capture.why = 'it passes the limit of facts';
}
