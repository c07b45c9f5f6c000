import type { Block } from './block.ts';
import type { Line } from './line.ts';

/** One file of a bundle. Its text can be read once, in order, before the next member is asked for. */
export interface Member {
  /** Path inside the bundle, with `/` and no leading `./`; a label only, never opened as it stands. */
  readonly path: string;
  /** All of its text in UTF-8, where that is here already. */
  readonly text?: Uint8Array;
  /** Its lines in batches, which keep the cost per line low. */
  lines(): AsyncIterable<readonly Line[]>;
  /** The same as bytes, for who looks at few of the lines; where the text is here they need no wait. */
  blocks(): AsyncIterable<Block> | Iterable<Block>;
}

/**
 * Members in the order of the bundle, in runs: those of a run come without a wait, which makes very many small ones cheap.
 * A run is to be gone through before the next is asked for.
 */
export type MemberRuns = AsyncIterable<Iterable<Member>>;

/** What a bundle is by its shell; which collector made it is known later. */
export type Container =
  'folder' | 'files' | 'tar' | 'tar.gz' | 'tar.zst' | 'tar.xz' | 'tar.bz2' | 'zip' | 'text' | 'memory';

/** An opened bundle: its members come in the order of the archive, or sorted by path where there is no archive. */
export interface Bundle {
  readonly name: string;
  readonly container: Container;
  members(): AsyncIterable<Member>;
  runs(): MemberRuns;
}
