import type { Note } from '../bundle/note.ts';
import type { BundleRead, FileRead } from '../captures/read-all.ts';
import { byOrigin } from '../facts/fact-set.ts';
import { gate, MAX_QUOTE } from '../facts/evidence-gate.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import type { ReportParts } from './create-report.ts';
import { mergeSorted } from './merge-sorted.ts';
import type { Coverage } from './report.ts';

/** What was read, what was not, and which rules lack a capture. */
export function coverageOf({ read, judged, mark }: ReportParts, notes: readonly Note[]): Coverage {
  const words = labelsOf(read.quiet.words, read);
  const unread = unreadFiles(read, words, notes);
  const lost = lostFiles(notes, read);
  return {
    files: { total: read.files + lost.length, read: read.files - unread.length },
    rules: { total: judged.judged.length + judged.notJudged.length, judged: judged.judged.length },
    captures: mergeSorted(capturesOf(read, mark), words.map(captureOf(read.words)), byPathAndLine),
    unread: mergeSorted(lost.toSorted(byPath), unread, byPath),
    judged: judged.judged,
    notJudged: judged.notJudged,
  };
}

/** Of quiet files, whose paths hold nothing to hide; in order, which what shares a folder keeps under its labels. */
const labelsOf = (paths: readonly string[], { root }: Pick<BundleRead, 'root'>): readonly string[] =>
  paths.toSorted().map((path) => path.slice(root.length));

/** Each field by its name: an object made by spreading takes half as much again. */
const captureOf =
  ({ line, kind, complete, why, quoted }: BundleRead['words']) =>
  (path: string): Coverage['captures'][number] => ({ path, line, kind, complete, why, quoted });

type Unread = Coverage['unread'][number];

/** The files in which nothing was found, and why. */
function unreadFiles(
  { members, quiet, label, root }: BundleRead<FileRead>,
  words: readonly string[],
  notes: readonly Note[],
): readonly Unread[] {
  const noted = new Map<string | undefined, string>();
  for (const { path, message } of notes) if (!noted.has(path)) noted.set(path, message);
  const reasonOf = (path: string, lines: number): string =>
    (noted.size === 0 ? undefined : noted.get(path)) ?? (lines === 0 ? EMPTY : UNKNOWN);
  const untold = members
    .filter((member) => !tellsSomething(member))
    .map(({ path, lines }) => ({ path: label(path), lines }))
    .map(({ path, lines }) => ({ path, reason: reasonOf(path, lines) }));
  const empty = labelsOf(quiet.empty, { root }).map((path) => ({ path, reason: reasonOf(path, 0) }));
  const bare = words.map((path) => ({ path, reason: reasonOf(path, 1) }));
  return mergeSorted(untold.toSorted(byPath), mergeSorted(empty, bare, byPath), byPath);
}

const EMPTY = 'it is empty';
const UNKNOWN = 'no capture that is known was found in it';

const tellsSomething = ({ captures, facts }: FileRead): boolean =>
  facts > 0 || captures.some(({ kind }) => kind !== 'text');

/** Files that could not be opened at all. */
function lostFiles(notes: readonly Note[], read: BundleRead<FileRead>): readonly Unread[] {
  const lost = new Map<string, string>();
  for (const { code, path, message } of notes)
    if (path !== undefined && UNOPENED.has(code) && !lost.has(path)) lost.set(path, message);
  if (lost.size > 0) for (const path of read.paths()) lost.delete(read.label(path));
  return [...lost].map(([path, reason]) => ({ path, reason }));
}

const UNOPENED = new Set<Note['code']>([
  'unreadable',
  'archive-unsupported',
  'special-file-skipped',
  'binary-file',
  'limit-nesting',
  'sparse-skipped',
]);

const capturesOf = ({ members, label }: BundleRead<FileRead>, mark: MarkSecret): Coverage['captures'] =>
  members
    .flatMap(({ captures }) => captures)
    .map((capture) => ({ ...capture, path: label(capture.path) }))
    .sort(byOrigin)
    .map(({ path, line, kind, command, complete, why, quoted }) => ({
      path,
      line,
      kind,
      ...(command === undefined ? {} : { command: gate(command.text, MAX_QUOTE, mark) }),
      complete,
      ...(why === undefined ? {} : { why }),
      ...(quoted === undefined ? {} : { quoted }),
    }));

const byPathAndLine = (a: Coverage['captures'][number], b: Coverage['captures'][number]): number =>
  compare(a.path, b.path) || a.line - b.line;

const byPath = (a: Unread, b: Unread): number => compare(a.path, b.path);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
