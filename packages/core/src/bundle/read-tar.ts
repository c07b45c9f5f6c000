import { noteEntries, placed, spendEntry } from './create-budget.ts';
import type { Bytes, Entry } from './entry.ts';
import { createLabels, labelPath } from './label-path.ts';
import type { Labels } from './label-path.ts';
import { createOddities } from './note-oddities.ts';
import type { Oddities } from './note-oddities.ts';
import { createTarParser } from './parse-tar.ts';
import type { TarParser } from './parse-tar.ts';
import { describeError, noteStall, settle, STALLED } from './stall-guard.ts';
import type { Watch } from './stall-guard.ts';

/** What the reading of one archive needs to know; `watch.path` is the archive's own label. */
export interface TarOptions {
  readonly watch: Watch;
  /** Stands before the path of each entry. */
  readonly prefix: string;
}

/**
 * The regular files of a tar archive, in runs of those that lie in the bytes at hand. Each must be read, or left, before
 * the next is asked for, and each run gone through before the next; what was left is skipped. Never throws and never
 * hangs: what goes wrong is a note, and what was complete before it has been given.
 */
export async function* readTar(bytes: Bytes, { watch, prefix }: TarOptions): AsyncGenerator<Iterable<Entry>> {
  const archive: Archive = {
    parser: createTarParser(watch.budget.limits, (code, message, name) =>
      watch.budget.note(code, message, placed(name === undefined ? watch.path : prefix + labelPath(name))),
    ),
    source: bytes[Symbol.asyncIterator](),
    watch,
    labels: createLabels(watch.budget, prefix),
    oddities: createOddities(watch, prefix),
    stalled: false,
    ended: false,
    streamed: undefined,
  };
  try {
    while (!archive.ended) {
      yield entriesAtHand(archive);
      if (archive.streamed !== undefined) await archive.streamed.skip();
      else if (!archive.ended) await pushMore(archive);
      archive.streamed = undefined;
    }
  } finally {
    const closed = archive.source.return?.();
    if (archive.stalled) closed?.catch(() => undefined);
    else await closed;
  }
  archive.oddities.note(archive.labels);
}

interface Archive {
  readonly parser: TarParser;
  readonly source: AsyncIterator<Uint8Array>;
  readonly watch: Watch;
  readonly labels: Labels;
  readonly oddities: Oddities;
  /** The source said nothing for too long. */
  stalled: boolean;
  ended: boolean;
  /** The last entry of the run, of which not all bytes are here. */
  streamed: Streamed | undefined;
}

/** The entries that the bytes at hand hold, and at last one that only begins in them. */
function* entriesAtHand(archive: Archive): Generator<Entry> {
  const { parser, labels, oddities, watch } = archive;
  for (let entry = parser.next(); entry !== undefined; entry = parser.next()) {
    if (!spendEntry(watch.budget)) {
      noteEntries(watch.budget, watch.path);
      archive.ended = true;
      return;
    }
    if (entry.type !== 'file') {
      oddities.see(entry);
      continue;
    }
    const path = labels.claim(entry.name);
    const content = parser.whole();
    if (entry.size === 0) yield { path, bytes: noBytes, empty: true };
    else if (content !== undefined) yield { path, bytes: () => one(content), content };
    else {
      archive.streamed = streamBody(archive);
      yield { path, bytes: archive.streamed.bytes };
      return;
    }
  }
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** Gives the parser the next bytes, where there are any. */
async function pushMore(archive: Archive): Promise<void> {
  const { parser, source, watch } = archive;
  archive.ended ||= parser.done;
  if (archive.ended) return;
  try {
    const next = await settle(source.next(), watch);
    if (next === STALLED) {
      archive.stalled = true;
      noteStall(watch);
    } else if (next.done === true) parser.end();
    else return parser.push(next.value);
  } catch (error) {
    watch.budget.note('archive-damaged', `reading ended early: ${describeError(error)}`, placed(watch.path));
  }
  archive.ended = true;
}

interface Streamed {
  bytes(): Bytes;
  /** Reads what nobody wanted. */
  skip(): Promise<void>;
}

/** The bytes of an entry that come in several pieces. */
function streamBody(archive: Archive): Streamed {
  const { parser } = archive;
  const turn: { pulling?: Promise<unknown>; over: boolean } = { over: false };

  async function pull(): Promise<Uint8Array | undefined> {
    while (!turn.over) {
      const piece = parser.piece();
      if (piece !== undefined || !parser.inBody || archive.ended) return piece;
      await pushMore(archive);
    }
    return undefined;
  }

  /** One at a time, whoever asks. */
  async function pullInTurn(): Promise<Uint8Array | undefined> {
    while (turn.pulling !== undefined) await turn.pulling;
    const pulled = pull();
    turn.pulling = pulled;
    const piece = await pulled;
    delete turn.pulling;
    return piece;
  }

  return {
    async *bytes() {
      for (let piece = await pullInTurn(); piece !== undefined; piece = await pullInTurn()) yield piece;
    },
    async skip() {
      while ((await pullInTurn()) !== undefined);
      turn.over = true;
    },
  };
}
