import type { Budget } from '../bundle/budget.ts';
import type { Block } from '../bundle/block.ts';
import type { Bundle, Member } from '../bundle/bundle.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { createLineFilter } from '../filter/line-filter.ts';
import type { WantedTexts } from '../filter/wanted-texts.ts';
import { createMemberReader, type MemberRead, type MemberReader, type ReadMemberOptions } from './read-member.ts';

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
  /** Every line is decoded and looked at by itself: slow, and what the fast way is measured against. */
  readonly plain?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Reads every file of a bundle, once and in order, and hands on what each says. */
export async function readCaptures(
  bundle: Bundle,
  options: ReadCapturesOptions,
  take: (read: MemberRead) => void,
): Promise<void> {
  const { budget, wanted, plain = false } = options;
  const reading: Reading = {
    about: { kinds: CAPTURE_KINDS, prose: PROSE, budget, plain, ...(wanted && { wanted: createLineFilter(wanted) }) },
    options,
    deadline: Date.now() + budget.limits.wallMilliseconds,
    files: 0,
    lines: 0,
    bytes: 0,
  };
  for await (const run of bundle.runs()) {
    for (const member of run) {
      const reader = createMemberReader(member.path, reading.about);
      const arriving = pushAll(reader, member, reading);
      if (arriving !== undefined) await arriving;
      const read = reader.end();
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

/** A small file is often here already, and then not waited for. */
function pushAll(reader: MemberReader, member: Member, reading: Reading): Promise<void> | undefined {
  const blocks = member.blocks();
  if (Symbol.asyncIterator in blocks) return pushArriving(reader, { member, blocks }, reading);
  for (const block of blocks) if (!pushBlock(reader, { member, block }, reading)) return undefined;
  return undefined;
}

async function pushArriving(
  reader: MemberReader,
  { member, blocks }: { readonly member: Member; readonly blocks: AsyncIterable<Block> },
  reading: Reading,
): Promise<void> {
  for await (const block of blocks) if (!pushBlock(reader, { member, block }, reading)) return;
}

/** False where the time is over. */
function pushBlock(
  reader: MemberReader,
  { member: { path }, block }: { readonly member: Member; readonly block: Block },
  reading: Reading,
): boolean {
  const { signal, onProgress } = reading.options;
  signal?.throwIfAborted();
  if (isLate(reading, path)) return false;
  reader.pushBlock(block);
  reading.bytes += block.length;
  onProgress?.({ path, files: reading.files, lines: reading.lines + reader.lines, bytes: reading.bytes });
  return true;
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
