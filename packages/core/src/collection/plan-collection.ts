import { joinCommands, joinKey } from '../captures/join-commands.ts';
import { readCommand } from '../captures/read-command.ts';
import type { Finding } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { isReadOnly } from './read-only.ts';
import { wordsOf, type Refused } from './shell-text.ts';

/** One capture to take. */
export interface PlannedCapture {
  /** As the report names it. */
  readonly command: string;
  /** The program and its words, without quotes. */
  readonly words: readonly string[];
  /** Name of the file that its output goes to. */
  readonly file: string;
  /** What it would settle, each once. */
  readonly why: readonly string[];
}

/** A command that no script may run, and why: a name is not known, it needs a shell, or it may do more than read. */
export interface RefusedCapture {
  readonly command: string;
  readonly reason: Refused | 'not-read-only';
}

/** Everything that would settle what a report leaves open. */
export interface CollectionPlan {
  /** Name of the bundle. */
  readonly bundle: string;
  readonly captures: readonly PlannedCapture[];
  readonly refused: readonly RefusedCapture[];
}

export interface PlanOptions {
  /** Also what the rules need that could not be judged at all. */
  readonly notJudged?: boolean;
}

/** The fewest read-only commands that all findings of a report ask for, what settles the first finding first. */
export function planCollection(report: Report, { notJudged = false }: PlanOptions = {}): CollectionPlan {
  const asked = [
    ...report.findings.filter(isAsking).flatMap(askedBy),
    ...(notJudged ? report.coverage.notJudged.flatMap(neededBy) : []),
  ];
  const captures: PlannedCapture[] = [];
  const refused: RefusedCapture[] = [];
  for (const { command, why } of joined(asked)) {
    const read = wordsOf(command);
    if ('refused' in read) refused.push({ command, reason: read.refused });
    else if (!isReadOnly(read.words)) refused.push({ command, reason: 'not-read-only' });
    else captures.push({ command, words: read.words, file: fileFor(command, captures.length + 1), why });
  }
  return { bundle: report.bundle.name, captures, refused };
}

interface Asked {
  readonly command: string;
  readonly why: readonly string[];
}

/** What is over, or known and accepted, needs nothing more. */
const isAsking = ({ status, suppressed }: Finding): boolean => status === 'active' && suppressed === undefined;

const askedBy = ({ title, causes }: Finding): readonly Asked[] =>
  causes.flatMap(({ collect }) => collect.map(({ command, why }) => ({ command, why: [`${title}: ${why}`] })));

const neededBy = ({ rule, needs }: Report['coverage']['notJudged'][number]): readonly Asked[] =>
  needs.map((command) => ({ command, why: [rule] }));

function joined(asked: readonly Asked[]): readonly Asked[] {
  const byKey = new Map<string, Asked[]>();
  for (const one of asked) {
    const key = joinKey(one.command);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey.values()].map((all) => ({
    command: joinCommands(all.map(({ command }) => command)),
    why: [...new Set(all.flatMap(({ why }) => why))],
  }));
}

/** `003-kubectl-describe-pods.txt`: a name in it would be taken for the object's. */
function fileFor(command: string, number: number): string {
  const { program = 'command', verb, resource, inner } = readCommand(command, 1) ?? {};
  const parts = [program, verb, inner ? inner.program : verb === 'logs' ? undefined : resource];
  const name = parts.filter((part) => part !== undefined && /^[\w-]{1,40}$/.test(part)).join('-');
  return `${String(number).padStart(3, '0')}-${name.toLowerCase()}.txt`;
}
