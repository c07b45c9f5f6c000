import type { Budget } from '../bundle/budget.ts';
import type { Bundle, Member } from '../bundle/bundle.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { mayHoldSecret } from '../facts/may-hold-secret.ts';
import { createLineFilter } from '../filter/line-filter.ts';
import type { WantedTexts } from '../filter/wanted-texts.ts';
import type { ReadingChoice } from './choose-readings.ts';
import { mereWords } from './mere-words.ts';
import type { QuietFile } from './quiet-files.ts';
import { createMemberReader, type MemberRead, type ReadMemberOptions } from './read-member.ts';

/** How far reading has come; lines, and bytes of text, are counted over the whole bundle. */
export interface Progress {
  readonly path: string;
  readonly files: number;
  readonly lines: number;
  readonly bytes: number;
}

export interface ReadCapturesOptions {
  readonly budget: Budget;
  /** Which texts make a log entry worth a fact. Absent: every entry is. */
  readonly wanted?: WantedTexts;
  /** Says what is kept where there is no room for all facts. Absent: the first that there is room for. */
  readonly choice?: ReadingChoice;
  /** Every line is decoded and looked at by itself: slow, and what the fast way is measured against. */
  readonly plain?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Reads every file of a bundle, once and in order, and hands on what each says. */
export async function readCaptures(
  bundle: Bundle,
  options: ReadCapturesOptions,
  take: (read: MemberRead | QuietFile) => void,
): Promise<void> {
  const { budget, wanted, choice, plain = false } = options;
  const reading: Reading = {
    about: {
      kinds: CAPTURE_KINDS,
      prose: PROSE,
      budget,
      plain,
      ...(wanted && { wanted: createLineFilter(wanted) }),
      ...(choice && { choice }),
    },
    options,
    deadline: Date.now() + budget.limits.wallMilliseconds,
    files: 0,
    lines: 0,
    bytes: 0,
  };
  for await (const run of bundle.runs()) {
    for (const member of run) {
      const read = readQuietly(member, reading) ?? (await readMember(member, reading));
      reading.lines += read.lines;
      reading.files++;
      take(read);
      if (isLate(reading, member.path)) return;
    }
  }
}

interface Reading {
  readonly about: ReadMemberOptions;
  readonly options: ReadCapturesOptions;
  readonly deadline: number;
  /** Files that were read to their end, and their lines. */
  files: number;
  lines: number;
  /** Bytes of text. */
  bytes: number;
}

/** There can be very many small files that tell nothing, so nothing is made ready to read them. */
function readQuietly({ path, text }: Member, reading: Reading): QuietFile | undefined {
  if (text === undefined || !goesOn(path, reading)) return undefined;
  if (text.length === 0) return mayHoldSecret(path) ? undefined : { path, quiet: 'empty', lines: 0 };
  const lines = mereWords(path, text, reading.about);
  if (lines === undefined) return undefined;
  tellProgress({ path, bytes: text.length, lines }, reading);
  return { path, quiet: 'words', lines };
}

async function readMember({ path, blocks }: Member, reading: Reading): Promise<MemberRead> {
  const reader = createMemberReader(path, reading.about);
  for await (const block of blocks()) {
    if (!goesOn(path, reading)) break;
    reader.pushBlock(block);
    tellProgress({ path, bytes: block.length, lines: reader.lines }, reading);
  }
  return reader.end();
}

function goesOn(path: string, reading: Reading): boolean {
  reading.options.signal?.throwIfAborted();
  return !isLate(reading, path);
}

function tellProgress(
  { path, bytes: more, lines }: { readonly path: string; readonly bytes: number; readonly lines: number },
  reading: Reading,
): void {
  reading.bytes += more;
  const { files, lines: before, bytes } = reading;
  reading.options.onProgress?.({ path, files, lines: before + lines, bytes });
}

/** Whether the time for the whole bundle is over; what was being read then is not whole. */
function isLate({ deadline, options: { budget } }: Reading, path: string): boolean {
  if (Date.now() <= deadline) return false;
  const seconds = budget.limits.wallMilliseconds / 1000;
  budget.note('limit-time', `the limit of ${seconds} seconds for a bundle was reached; the rest was not read`, {
    path,
  });
  return true;
}
