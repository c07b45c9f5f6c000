import type { Budget } from './budget.ts';
import type { Container } from './bundle.ts';
import type { Bytes, Entry, OnDisk } from './entry.ts';
import type { Watch } from './stall-guard.ts';

/** Where a bundle's bytes are: one file or stream, or many files. */
export type Place = SinglePlace | ManyPlaces;

/** A file, or a stream. */
export interface SinglePlace {
  readonly kind: 'single';
  readonly name: string;
  /** `bytes` gives the bytes only the first time it is called. */
  readonly once: boolean;
  bytes(): Bytes;
  readonly onDisk?: OnDisk;
}

/** The files of folders and lists. */
export interface ManyPlaces {
  readonly kind: 'many';
  readonly name: string;
  readonly container: Container;
  entries(): AsyncIterable<Entry>;
}

/** What a gunzip asks and tells while it reads. */
export interface GunzipCalls {
  /** Called at most once, after everything that could be decoded. */
  damaged(why: string): void;
  /** Whether one more member after the first may be read; there can be very many very small ones. */
  admitMember(): boolean;
}

/** Files that hold one other file, packed. */
export type Packing = 'gzip' | 'zstd' | 'xz' | 'bzip2';

/** A zip archive is read from its end: on the disk, or whole in memory. */
export type ZipSource = (OnDisk & { readonly bytes?: never }) | { readonly bytes: Uint8Array; readonly file?: never };

/** What the reading of one archive needs to know; `watch.path` is the archive's own label. */
export interface ZipOptions {
  readonly watch: Watch;
  /** Stands before the path of each entry. */
  readonly prefix: string;
}

/** What the bundle stage needs of the machine it runs on. */
export interface Platform {
  /** The decompressed bytes of gzip members; of damaged ones, what can be decoded. */
  gunzip(bytes: Bytes, calls: GunzipCalls): Bytes;
  /** What decompresses the others, as far as there is something; it throws where they are damaged, after what it could decode. */
  readonly unpackers: { readonly [K in Exclude<Packing, 'gzip'>]?: (bytes: Bytes) => Bytes };
  /** What stands at paths of the disk; throws `BundleError` where there is nothing to read. */
  openPaths(paths: readonly string[], budget: Budget): Promise<Place>;
  /** Memory as bytes in which one byte is found fast. */
  readonly viewBytes: (memory: ArrayBuffer) => Uint8Array;
  readonly isAscii: (bytes: Uint8Array) => boolean;
  /** Whether bytes are valid UTF-8. */
  readonly isUtf8: (bytes: Uint8Array) => boolean;
  /** The regular files of a zip archive; absent where there is nothing that reads one. */
  readonly readZip?: (source: ZipSource, options: ZipOptions) => AsyncGenerator<Entry>;
}
