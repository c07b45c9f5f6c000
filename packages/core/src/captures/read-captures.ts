import type { Budget } from '../bundle/budget.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { createLineFilter } from '../filter/line-filter.ts';
import type { WantedTexts } from '../filter/wanted-texts.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

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

/** Reads every file of a bundle, once and in order. */
export async function* readCaptures(
  bundle: Bundle,
  options: ReadCapturesOptions,
): AsyncGenerator<MemberRead, void, undefined> {
  const { budget, wanted, plain = false, signal, onProgress } = options;
  const about = {
    kinds: CAPTURE_KINDS,
    prose: PROSE,
    budget,
    plain,
    ...(wanted && { wanted: createLineFilter(wanted) }),
  };
  const deadline = Date.now() + budget.limits.wallMilliseconds;
  let files = 0;
  let before = 0;
  let bytes = 0;
  for await (const member of bundle.members()) {
    const reader = createMemberReader(member.path, about);
    for await (const block of member.blocks()) {
      signal?.throwIfAborted();
      if (isLate(deadline, { budget, path: member.path })) break;
      reader.pushBlock(block);
      bytes += block.length;
      onProgress?.({ path: member.path, files, lines: before + reader.lines, bytes });
    }
    const read = reader.end();
    before += read.lines;
    files++;
    yield read;
    if (isLate(deadline, { budget, path: member.path })) return;
  }
}

/** Whether the time for the whole bundle is over; what was being read then is not whole. */
function isLate(deadline: number, { budget, path }: { budget: Budget; path: string }): boolean {
  if (Date.now() <= deadline) return false;
  const seconds = budget.limits.wallMilliseconds / 1000;
  budget.note('limit-time', `the limit of ${seconds} seconds for a bundle was reached; the rest was not read`, {
    path,
  });
  return true;
}
