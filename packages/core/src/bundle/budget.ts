import type { Note, NoteCode } from './note.ts';

/** How much of a bundle is read; each trip of a limit is a note, never a silent cut. Sizes are bytes. */
export interface Limits {
  /** Decompressed bytes of the whole run. */
  readonly totalBytes: number;
  /** Decompressed bytes for each compressed byte, asked once 64 MiB have come out. */
  readonly ratio: number;
  /** Entries of all archives and folders together. */
  readonly entries: number;
  /** Length of a member's path. */
  readonly nameBytes: number;
  /** Folders in a member's path. */
  readonly nameDepth: number;
  /** One PAX or long-name header. */
  readonly metaBytes: number;
  /** All PAX and long-name headers of an archive together. */
  readonly metaTotalBytes: number;
  /** One PAX global header. */
  readonly globalMetaBytes: number;
  /** Archives in archives. */
  readonly nesting: number;
  /** An archive that is read in memory: a zip that is no file on the disk. */
  readonly spoolBytes: number;
  /** Bytes kept of one line. */
  readonly lineBytes: number;
  /** One YAML document. */
  readonly yamlBytes: number;
  /** Brackets in each other in a YAML document. */
  readonly objectDepth: number;
  /** Lines of one structured capture held at a time. */
  readonly captureLines: number;
  /** Facts kept in memory; where rules are judged, two fifths of them, and a fifth more that may matter to a rule. */
  readonly facts: number;
  /** Milliseconds without any progress before a member is given up. */
  readonly stallMilliseconds: number;
  /** Milliseconds that the reading of a bundle may take in all. */
  readonly wallMilliseconds: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: Limits = {
  totalBytes: 64 * 1024 * MIB,
  ratio: 1000,
  entries: 200_000,
  nameBytes: 4096,
  nameDepth: 128,
  metaBytes: MIB,
  metaTotalBytes: 16 * MIB,
  globalMetaBytes: 64 * 1024,
  nesting: 2,
  spoolBytes: 256 * MIB,
  lineBytes: MIB,
  yamlBytes: 4 * MIB,
  objectDepth: 64,
  captureLines: 200_000,
  facts: 500_000,
  stallMilliseconds: 60_000,
  wallMilliseconds: 600_000,
};

/** The one account of a run, shared by every nested level. */
export interface Budget {
  readonly limits: Limits;
  /** What has been spent so far, by name. */
  readonly spent: { bytes: number; entries: number; facts: number };
  readonly notes: readonly Note[];
  /** Adds a note; the same code for the same path is kept once. */
  note(code: NoteCode, message: string, at?: { readonly path?: string; readonly line?: number }): void;
}
