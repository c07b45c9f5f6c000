import type { Budget } from '../bundle/budget.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { commonRoot } from '../bundle/common-root.ts';
import { bundleKindOf, type BundleKind } from './bundle-layout.ts';
import type { Fact } from '../facts/fact.ts';
import { redactSecrets } from '../facts/redact-secrets.ts';
import { quietAs, type QuietFiles } from './quiet-files.ts';
import { readCaptures, type ReadCapturesOptions } from './read-captures.ts';
import type { CaptureRecord, MemberRead } from './read-member.ts';

/** Every file of a bundle, read, and the name each goes by in the report. */
export interface BundleRead {
  /** The files that have something to say; the others are quiet. */
  readonly members: readonly MemberRead[];
  readonly quiet: QuietFiles;
  /** How many files there are. */
  readonly files: number;
  /** Which collector made it. */
  readonly kind: BundleKind;
  /** The folder that all files share, with its `/`; empty where they share none. */
  readonly root: string;
  /** The path without the folder that all files share: a folder and its archive give the same names. */
  readonly label: (path: string) => string;
}

/** Reads to the end. Facts beyond the limit are left out, with a note. */
export async function readAll(bundle: Bundle, options: ReadCapturesOptions): Promise<BundleRead> {
  const { budget } = options;
  const members: MemberRead[] = [];
  const quiet: QuietFiles = { empty: [], words: [] };
  let facts = 0;
  await readCaptures(bundle, options, (member) => {
    const as = 'quiet' in member ? member.quiet : quietAs(member);
    if (as !== undefined || 'quiet' in member) return void quiet[as ?? 'words'].push(member.path);
    members.push(withinLimit(member, facts, budget));
    facts += member.readings.length;
  });
  const root = commonRoot(pathsOf({ members, quiet }));
  return {
    members,
    quiet,
    files: members.length + quiet.empty.length + quiet.words.length,
    kind: kindOf({ members, quiet }),
    root,
    label: (path) => redactSecrets(root !== '' && path.startsWith(root) ? path.slice(root.length) : path),
  };
}

/** The paths of all files that were read. */
export function* pathsOf({ members, quiet }: Pick<BundleRead, 'members' | 'quiet'>): Generator<string> {
  for (const { path } of members) yield path;
  yield* quiet.empty;
  yield* quiet.words;
}

function withinLimit(member: MemberRead, facts: number, budget: Budget): MemberRead {
  const room = Math.max(0, budget.limits.facts - facts);
  if (member.readings.length <= room) return member;
  budget.note('limit-facts', `holds more facts than the limit of ${budget.limits.facts} leaves room for`, {
    path: member.path,
  });
  for (const { capture } of member.readings.slice(room)) markCut(capture);
  return { ...member, readings: member.readings.slice(0, room) };
}

/** By the files a collector leaves; where those do not tell, by what only one collector writes. */
function kindOf({ members, quiet }: Pick<BundleRead, 'members' | 'quiet'>): BundleKind {
  const kind = bundleKindOf(pathsOf({ members, quiet }));
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
