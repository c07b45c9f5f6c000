/** Bytes as they arrive; they can be read once. */
export type Bytes = AsyncIterable<Uint8Array>;

/** A file of a folder, an archive or memory, before it is known what it holds. */
export interface Entry {
  /** A label, unique in its bundle. */
  readonly path: string;
  bytes(): Bytes;
}
