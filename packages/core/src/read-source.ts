import type { Bundle } from './bundle/bundle.ts';
import type { Limits } from './bundle/budget.ts';
import { createBudget } from './bundle/create-budget.ts';
import type { Note } from './bundle/note.ts';
import { openBundle, type BundleSource } from './bundle/open-bundle.ts';
import { capturedAtOf } from './captures/captured-at.ts';
import { gatherFacts } from './captures/gather-facts.ts';
import { readAll, withoutReadings, type BundleRead, type FileRead, type ReadAllOptions } from './captures/read-all.ts';
import type { Progress } from './captures/read-captures.ts';
import type { MemberRead } from './captures/read-member.ts';
import type { Pseudonym } from './anonymity/pseudonyms.ts';
import type { CaptureTime } from './facts/capture-time.ts';
import type { FactSet } from './facts/fact-set.ts';
import { numberSecrets, type MarkSecret } from './facts/mark-secret.ts';

export interface ReadOptions {
  /** When the captures were taken, in milliseconds since 1970; without it the bundle is asked, and ages may stay relative. */
  readonly capturedAt?: number;
  /** Name of the bundle in the report. */
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  /** Marks secrets; they are numbered by default. */
  readonly mark?: MarkSecret;
  /** Gives pseudonyms to names, addresses and ids in the document that comes of it; absent: they stay. */
  readonly anonymize?: Pseudonym;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a bundle says, and what could not be read of it. */
export interface SourceRead {
  readonly bundle: Bundle;
  readonly read: BundleRead<FileRead>;
  readonly facts: FactSet;
  /** When it was taken, where that is known. */
  readonly capturedAt: CaptureTime | undefined;
  readonly notes: readonly Note[];
  readonly mark: MarkSecret;
}

export interface ReadSourceOptions extends ReadOptions, Pick<ReadAllOptions, 'wanted' | 'choice' | 'plain'> {
  /** Told how many files were read, before facts are made of what they hold. */
  readonly onRead?: (files: number) => void;
}

/** Reads a bundle to the end: its captures, and the facts they tell. `wanted` says which log entries are worth a fact; absent: every entry is. */
export async function readSource(
  source: BundleSource,
  { capturedAt, name, limits, mark = numberSecrets(), onRead, ...reading }: ReadSourceOptions,
): Promise<SourceRead> {
  const budget = createBudget(limits);
  const bundle = await openBundle(source, { budget, ...(name === undefined ? {} : { name }) });
  const read = await readAll(bundle, { budget, ...reading });
  onRead?.(read.files);
  const time = capturedAtOf({ name: bundle.name, ...read, paths: read.paths(), option: capturedAt });
  if (time === undefined && read.members.some(hasAges)) budget.note('captured-at-unknown', AGES_STAY);
  const files = withoutReadings(read);
  const facts = gatherFacts(read.members, { label: read.label, mark, ...(time && { capturedAt: time }) });
  return { bundle, read: files, facts, capturedAt: time, notes: budget.notes, mark };
}

const hasAges = ({ readings }: MemberRead): boolean =>
  readings.some(({ fact }) => fact.kind === 'event' && fact.ageSeconds !== undefined);

const AGES_STAY =
  'nothing tells when the captures were taken, so the ages of events are not set against the times of logs; --captured-at says it';
