/** Bytes as they arrive; they can be read once. */
export type Bytes = AsyncIterable<Uint8Array>;

/** A file of a folder, an archive or memory, before it is known what it holds. */
export interface Entry {
  /** A label, unique in its bundle. */
  readonly path: string;
  bytes(): Bytes;
  /** It is known to hold nothing. */
  readonly empty?: true;
  /** All of its bytes, where they are here already: who takes these need not wait. */
  readonly content?: Uint8Array;
  /** Where it is on the disk, for formats that are not read from the beginning to the end. */
  readonly onDisk?: OnDisk;
}

/** A regular file of the disk. */
export interface OnDisk {
  readonly file: string;
  /** The user named it: links are followed. */
  readonly named?: true;
}
