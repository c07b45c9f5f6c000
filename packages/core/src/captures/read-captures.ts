import type { Budget } from '../bundle/budget.ts';
import type { Bundle } from '../bundle/bundle.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

/** How far reading has come; lines are counted over the whole bundle. */
export interface Progress {
  readonly path: string;
  readonly files: number;
  readonly lines: number;
}

export interface ReadCapturesOptions {
  readonly budget: Budget;
  /** Whether a log entry is worth a fact, by its raw text. Absent: every entry is. */
  readonly wanted?: (text: string) => boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Reads every file of a bundle, once and in order. */
export async function* readCaptures(
  bundle: Bundle,
  options: ReadCapturesOptions,
): AsyncGenerator<MemberRead, void, undefined> {
  const { budget, wanted, signal, onProgress } = options;
  const about = { kinds: CAPTURE_KINDS, prose: PROSE, budget, ...(wanted && { wanted }) };
  let files = 0;
  let lines = 0;
  for await (const member of bundle.members()) {
    const reader = createMemberReader(member.path, about);
    for await (const batch of member.lines()) {
      signal?.throwIfAborted();
      reader.push(batch);
      lines += batch.length;
      onProgress?.({ path: member.path, files, lines });
    }
    yield reader.end();
    files++;
  }
}
