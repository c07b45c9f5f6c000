import { platform } from '#platform';
import type { Block } from './block.ts';
import type { Budget } from './budget.ts';
import type { Member, MemberRuns } from './bundle.ts';
import { conversionHint, HEAD_BYTES, recognizeContent } from './content.ts';
import type { Content } from './content.ts';
import { noteTotalBytes } from './create-budget.ts';
import type { Bytes, Entry, OnDisk } from './entry.ts';
import { canUnpack, inflate, spendOn } from './inflate.ts';
import { peekBytes } from './peek-bytes.ts';
import type { Peeked } from './peek-bytes.ts';
import type { Packing, ZipSource } from './platform.ts';
import { readTar } from './read-tar.ts';
import { createWork, type Work } from './split-blocks.ts';
import { spool } from './spool.ts';
import { guardBytes, startProgress } from './stall-guard.ts';
import { memberAtHand, readBlocks, textMember, unreadMember } from './text-member.ts';
import type { Progress, Watch } from './stall-guard.ts';

/** The members of loose files; archives among them are opened in their place. */
export async function* readMembers(entries: AsyncIterable<Entry>, budget: Budget): AsyncGenerator<Iterable<Member>> {
  const run = startRun(budget);
  let count = 0;
  for await (const { path, bytes, ...place } of entries) {
    count += 1;
    if (budget.spent.bytes >= budget.limits.totalBytes) {
      noteTotalBytes(budget, path);
      yield [unreadMember(path)];
    } else {
      const guarded = guardBytes(bytes(), { ...run, path });
      const file = { path, prefix: `${path}!/`, level: 1, bytes: guarded, spent: false, ...place };
      const opened = await openFile(file, run);
      try {
        yield* opened.runs ?? [[opened.member]];
      } finally {
        await opened.close();
      }
    }
  }
  if (count === 0) noteEmpty(budget);
}

/** A file that is the bundle itself. */
export interface Shell {
  readonly name: string;
  readonly bytes: Bytes;
  readonly onDisk?: OnDisk;
}

/** The members of one file that is the bundle itself: those of an archive, or the one that the file is. */
export async function* readShell({ name, ...shell }: Shell, budget: Budget): AsyncGenerator<Iterable<Member>> {
  const run = startRun(budget);
  const bytes = guardBytes(shell.bytes, run);
  const opened = await openFile({ ...shell, path: name, prefix: '', level: 0, bytes, spent: false }, run);
  const seen = { count: 0 };
  try {
    for await (const members of opened.runs ?? [[opened.member]]) yield counted(members, seen);
  } finally {
    await opened.close();
  }
  if (seen.count === 0) noteEmpty(budget);
}

function* counted(members: Iterable<Member>, seen: { count: number }): Generator<Member> {
  for (const member of members) {
    seen.count += 1;
    yield member;
  }
}

const noteEmpty = (budget: Budget): void => budget.note('input-empty', 'there is no file in the input');

interface Run {
  readonly budget: Budget;
  readonly progress: Progress;
  /** Members are read one after the other, so they share it. */
  readonly work: Work;
}

const startRun = (budget: Budget): Run => ({
  budget,
  progress: startProgress(),
  work: createWork(budget.limits.lineBytes, platform.viewBytes),
});

/** A file before it is known what it holds. */
interface File {
  readonly path: string;
  readonly bytes: Bytes;
  /** Stands before the paths of its entries, should it be an archive. */
  readonly prefix: string;
  /** How many archives deep its content would be if it were one; 0 is the bundle's own shell. */
  readonly level: number;
  /** Its bytes have been counted: they came out of an archive. */
  readonly spent: boolean;
  readonly onDisk?: OnDisk;
}

/** A file that is one member, or an archive with its own; to be closed before the next is opened. */
type Opened = { readonly close: () => Promise<void> } & (
  { readonly member: Member; readonly runs?: never } | { readonly runs: MemberRuns; readonly member?: never }
);

async function openFile(file: File, run: Run): Promise<Opened> {
  const { peeked, level, spent, content } = await unpack(file, run);
  const close = async (): Promise<void> => void (await peeked.bytes[Symbol.asyncIterator]().return?.());
  if (isReadPacking(content) || (ARCHIVES.has(content) && level > run.budget.limits.nesting)) {
    const message = `archives in archives are read ${run.budget.limits.nesting} deep; this one was not`;
    run.budget.note('limit-nesting', message, { path: file.path });
    return { member: unreadMember(file.path), close };
  }
  if (content === 'zip' && platform.readZip !== undefined) {
    return { runs: openZip({ ...file, bytes: peeked.bytes, level }, { run, packed: spent !== file.spent }), close };
  }
  const bytes = spent ? peeked.bytes : spendOn(peeked.bytes, watchOf({ ...file, level }, run));
  if (content === 'tar') return { runs: openTar({ ...file, bytes, level }, run), close };
  if (content !== 'text') return { member: refuse(file.path, { content, run }), close };
  const blocks = (): AsyncIterable<Block> => readBlocks({ path: file.path, head: peeked.head, bytes }, run);
  return { member: textMember(file.path, blocks), close };
}

const ARCHIVES: ReadonlySet<Content> = new Set(['tar', 'zip']);

interface Unpacked extends Pick<File, 'level' | 'spent'> {
  readonly peeked: Peeked;
  /** A packing that is read only where the limit on archives in archives is reached. */
  readonly content: Content;
}

/** Takes packing after packing off; a tar archive in gzip is one archive with it. */
async function unpack(file: File, run: Run): Promise<Unpacked> {
  let peeked = await peekBytes(file.bytes, HEAD_BYTES);
  let content = recognizeContent(peeked.head);
  let { level, spent } = file;
  for (; isReadPacking(content) && level <= run.budget.limits.nesting; level += 1, spent = true) {
    peeked = await peekBytes(inflate(content, peeked.bytes, watchOf({ ...file, level }, run)), HEAD_BYTES);
    content = recognizeContent(peeked.head);
  }
  return { peeked, level: content === 'tar' && level > file.level ? level - 1 : level, spent, content };
}

const PACKINGS: ReadonlySet<Content> = new Set(['gzip', 'zstd', 'xz', 'bzip2']);

const isReadPacking = (content: Content): content is Packing => PACKINGS.has(content) && canUnpack(content as Packing);

const openTar = (file: File, run: Run): MemberRuns => {
  const entries = readTar(file.bytes, { watch: watchOf(file, run), prefix: file.prefix });
  return openEntries(entries, { run, level: file.level + 1, spent: true });
};

/** On the disk where it is a file there as it stands; else in memory. */
async function* openZip(file: File, { run, packed }: { run: Run; packed: boolean }): AsyncGenerator<Iterable<Member>> {
  const { spoolBytes } = run.budget.limits;
  const watch = watchOf(file, run);
  const onDisk = packed ? undefined : file.onDisk;
  const source = onDisk ?? { bytes: await spool(file.bytes, spoolBytes) };
  if ('bytes' in source && source.bytes === undefined) {
    const message = `a zip archive that is no file on the disk is read up to ${spoolBytes} bytes; this one was not`;
    run.budget.note('limit-object-size', message, { path: file.path });
    return yield [unreadMember(file.path)];
  }
  const entries = platform.readZip?.(source as ZipSource, { watch, prefix: file.prefix }) ?? [];
  yield* openEntries(singly(entries), { run, level: file.level + 1, spent: false });
}

interface Inside {
  readonly run: Run;
  readonly level: number;
  readonly spent: boolean;
}

async function* singly(entries: AsyncIterable<Entry> | Iterable<Entry>): AsyncGenerator<Iterable<Entry>> {
  for await (const entry of entries) yield [entry];
}

async function* openEntries(
  runs: AsyncIterable<Iterable<Entry>>,
  { run, level, spent }: Inside,
): AsyncGenerator<Iterable<Member>> {
  for await (const entries of runs) {
    const rest: EntriesAtHand = { entries: entries[Symbol.iterator](), waiting: undefined };
    do {
      yield membersAtHand(rest, run);
      if (rest.waiting !== undefined) yield* openEntry(rest.waiting, { run, level, spent });
    } while (rest.waiting !== undefined);
  }
}

async function* openEntry({ path, bytes }: Entry, { run, level, spent }: Inside): AsyncGenerator<Iterable<Member>> {
  const inner = { path, bytes: bytes(), prefix: `${path}!/`, level, spent };
  const opened = await openFile(inner, run);
  try {
    if (opened.runs === undefined) yield [opened.member];
    else yield* opened.runs;
  } finally {
    await opened.close();
  }
}

/** What is left of a run of entries; the one that stopped it has to be waited for. */
interface EntriesAtHand {
  readonly entries: Iterator<Entry>;
  waiting: Entry | undefined;
}

/** The members that need no wait, up to the first entry that does. */
function* membersAtHand(rest: EntriesAtHand, run: Run): Generator<Member> {
  rest.waiting = undefined;
  for (let next = rest.entries.next(); next.done !== true; next = rest.entries.next()) {
    const member = openAtHand(next.value, run);
    if (member === undefined) {
      rest.waiting = next.value;
      return;
    }
    yield member;
  }
}

/** A file that holds nothing, or a text that is here as a whole. */
function openAtHand({ path, empty, content }: Entry, run: Run): Member | undefined {
  if (empty) return unreadMember(path);
  if (content === undefined) return undefined;
  const head = content.length <= HEAD_BYTES ? content : content.subarray(0, HEAD_BYTES);
  return recognizeContent(head) === 'text' ? memberAtHand({ path, head, content }, run) : undefined;
}

function refuse(path: string, { content, run }: { content: Content; run: Run }): Member {
  const hint = conversionHint(content);
  if (hint === undefined) run.budget.note('binary-file', 'the file holds no text', { path });
  else run.budget.note('archive-unsupported', `${content} archives are not read; ${hint}`, { path });
  return unreadMember(path);
}

/** How what comes out of a file is watched; the bundle's own shell has no path in the bundle. */
const watchOf = ({ path, level }: Pick<File, 'path' | 'level'>, run: Run): Watch =>
  level === 0 ? { ...run, inner: true } : { ...run, path, inner: true };
