import type { Note } from '../bundle/note.ts';
import type { MemberRead } from '../captures/read-member.ts';
import { byOrigin } from '../facts/fact-set.ts';
import { gate, MAX_QUOTE } from '../facts/evidence-gate.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import type { ReportParts } from './create-report.ts';
import type { Coverage } from './report.ts';

/** What was read, what was not, and which rules lack a capture. */
export function coverageOf({ read, judged, mark }: ReportParts, notes: readonly Note[]): Coverage {
  const files = read.members.map((member) => ({
    path: read.label(member.path),
    reason: unreadReason(member, notes, read.label),
  }));
  const unread = files.flatMap(({ path, reason }) => (reason === undefined ? [] : [{ path, reason }]));
  const lost = lostFiles(notes, files);
  return {
    files: { total: files.length + lost.length, read: files.length - unread.length },
    rules: { total: judged.judged.length + judged.notJudged.length, judged: judged.judged.length },
    captures: capturesOf(read.members, read.label, mark),
    unread: [...unread, ...lost].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
    judged: judged.judged,
    notJudged: judged.notJudged,
  };
}

function unreadReason(member: MemberRead, notes: readonly Note[], label: (path: string) => string): string | undefined {
  if (member.captures.some(({ kind }) => kind !== 'text') || member.readings.length > 0) return undefined;
  const note = notes.find(({ path }) => path === label(member.path));
  if (note) return note.message;
  return member.lines === 0 ? 'it is empty' : 'no capture that is known was found in it';
}

/** Files that could not be opened at all. */
function lostFiles(notes: readonly Note[], files: readonly { path: string }[]): { path: string; reason: string }[] {
  const seen = new Set(files.map(({ path }) => path));
  return notes.flatMap(({ code, path, message }) => {
    if (path === undefined || seen.has(path) || !UNOPENED.has(code)) return [];
    seen.add(path);
    return [{ path, reason: message }];
  });
}

const UNOPENED = new Set<Note['code']>([
  'unreadable',
  'archive-unsupported',
  'special-file-skipped',
  'binary-file',
  'limit-nesting',
  'sparse-skipped',
]);

const capturesOf = (
  members: readonly MemberRead[],
  label: (path: string) => string,
  mark: MarkSecret,
): Coverage['captures'] =>
  members
    .flatMap(({ captures }) => captures)
    .map(({ path, line, endLine, kind, command, complete, why, quoted }) => ({
      path: label(path),
      line,
      endLine,
      kind,
      command,
      complete,
      why,
      quoted,
    }))
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
