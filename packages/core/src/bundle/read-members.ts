import type { Budget } from './budget.ts';
import type { Member } from './bundle.ts';
import { conversionHint, HEAD_BYTES, recognizeContent } from './content.ts';
import type { Content } from './content.ts';
import { noteTotalBytes } from './create-budget.ts';
import { decodeText, endsLinesWithCr, turnCrToLf } from './decode-text.ts';
import type { Bytes, Entry } from './entry.ts';
import { inflate, spendOn } from './inflate.ts';
import type { Line } from './line.ts';
import { peekBytes } from './peek-bytes.ts';
import type { Peeked } from './peek-bytes.ts';
import { readTar } from './read-tar.ts';
import { splitLines } from './split-lines.ts';
import { guardBytes, startProgress } from './stall-guard.ts';
import type { Progress, Watch } from './stall-guard.ts';

/** The members of loose files; archives among them are opened in their place. */
export async function* readMembers(entries: AsyncIterable<Entry>, budget: Budget): AsyncGenerator<Member> {
  const progress = startProgress();
  for await (const { path, bytes } of entries) {
    if (budget.spent.bytes >= budget.limits.totalBytes) {
      noteTotalBytes(budget, path);
      yield unreadMember(path);
    } else {
      const guarded = guardBytes(bytes(), { budget, progress, path });
      yield* openFile({ path, prefix: `${path}!/`, level: 1, bytes: guarded }, { budget, progress });
    }
  }
}

/** The members of one file that is the bundle itself: those of an archive, or the one that the file is. */
export async function* readShell(shell: { name: string; bytes: Bytes }, budget: Budget): AsyncGenerator<Member> {
  const progress = startProgress();
  const guarded = guardBytes(shell.bytes, { budget, progress });
  yield* openFile({ path: shell.name, prefix: '', level: 0, bytes: guarded }, { budget, progress });
}

interface Run {
  readonly budget: Budget;
  readonly progress: Progress;
}

/** A file before it is known what it holds. */
interface OpenFile {
  readonly path: string;
  readonly bytes: Bytes;
  /** Stands before the paths of its entries, should it be an archive. */
  readonly prefix: string;
  /** In how many archives it would be the innermost; 0 is the bundle's own shell. */
  readonly level: number;
  /** Its bytes have been counted: they came out of an archive. */
  readonly spent?: true;
  /** It came out of a gzip file, with which it makes one archive. */
  readonly gzipped?: true;
}

async function* openFile(file: OpenFile, run: Run): AsyncGenerator<Member> {
  const peeked = await peekBytes(file.bytes, HEAD_BYTES);
  const content = recognizeContent(peeked.head);
  try {
    if (content === 'gzip' || content === 'tar') yield* openArchive(file, { peeked, content, run });
    else if (content === 'text') yield readText(file, { peeked, run });
    else yield refuse(file, { content, run });
  } finally {
    await peeked.bytes[Symbol.asyncIterator]().return?.();
  }
}

interface Opened {
  readonly peeked: Peeked;
  readonly content: Content;
  readonly run: Run;
}

async function* openArchive(file: OpenFile, { peeked, content, run }: Opened): AsyncGenerator<Member> {
  const level = levelOf(file, content);
  if (level > run.budget.limits.nesting) {
    const message = `archives in archives are read ${run.budget.limits.nesting} deep; this one was not`;
    run.budget.note('limit-nesting', message, { path: file.path });
    return yield unreadMember(file.path);
  }
  const watch = watchOf({ ...file, level }, run);
  if (content === 'gzip') {
    const bytes = inflate(peeked.bytes, watch);
    return yield* openFile({ ...file, bytes, level: level + 1, spent: true, gzipped: true }, run);
  }
  for await (const entry of readTar(spend(file, { bytes: peeked.bytes, watch }), { watch, prefix: file.prefix })) {
    const { path } = entry;
    yield* openFile({ path, bytes: entry.bytes(), prefix: `${path}!/`, level: level + 1, spent: true }, run);
  }
}

/** A tar archive in gzip is one archive. */
const levelOf = ({ level, gzipped }: OpenFile, content: Content): number =>
  content === 'tar' && gzipped === true ? level - 1 : level;

function readText(file: OpenFile, { peeked, run }: Omit<Opened, 'content'>): Member {
  const bytes = spend(file, { bytes: peeked.bytes, watch: watchOf(file, run) });
  return { path: file.path, lines: () => readLines({ path: file.path, head: peeked.head, bytes }, run.budget) };
}

function refuse(file: OpenFile, { content, run }: Omit<Opened, 'peeked'>): Member {
  const hint = conversionHint(content);
  if (hint === undefined) run.budget.note('binary-file', 'the file holds no text', { path: file.path });
  else run.budget.note('archive-unsupported', `${content} archives are not read; ${hint}`, { path: file.path });
  return unreadMember(file.path);
}

async function* readLines(text: Peeked & { path: string }, budget: Budget): AsyncGenerator<readonly Line[]> {
  const { path, head } = text;
  const decoded = decodeText(text.bytes, head);
  yield* splitLines(endsLinesWithCr(head) ? turnCrToLf(decoded) : decoded, {
    lineBytes: budget.limits.lineBytes,
    cut: (line) => {
      const message = `a line is longer than ${budget.limits.lineBytes} bytes; its rest was not read`;
      budget.note('limit-line', message, { path, line });
    },
    damaged: ({ replaced, of }) => {
      if (replaced < FEWEST_DAMAGED || replaced < of * DAMAGED_SHARE) return;
      budget.note('text-damaged', `${replaced} characters are no valid text`, { path });
    },
  });
}

/** A few wrong bytes are normal: text in the code page of an old console, a line cut in a character. */
const FEWEST_DAMAGED = 16;
const DAMAGED_SHARE = 0.05;

const unreadMember = (path: string): Member => ({ path, lines: () => noLines() });

async function* noLines(): AsyncGenerator<readonly Line[]> {}

const spend = (file: OpenFile, { bytes, watch }: { bytes: Bytes; watch: Watch }): Bytes =>
  file.spent === true ? bytes : spendOn(bytes, watch);

/** The bundle's own shell has no path in the bundle. */
const watchOf = ({ path, level }: Pick<OpenFile, 'path' | 'level'>, run: Run): Watch =>
  level === 0 ? run : { ...run, path };
