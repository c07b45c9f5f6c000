/** What the frames of a zstd file announce, followed from byte to byte without decoding anything. */
export interface FrameWatch {
  /**
   * Takes the next bytes and says how many of them belong to the frame that is open; with `end`, that frame ends with
   * them. Throws where a frame asks for a window above the limit, and for what is no frame.
   */
  push(bytes: Uint8Array): { readonly taken: number; readonly end?: FrameEnd };
}

interface FrameEnd {
  readonly checksum: number | undefined;
}

/** A window is memory that the decoder takes before it has seen a byte; zstd itself asks for `--long` above this. */
const MOST_WINDOW = 128 * 1024 * 1024;

/** Follows frames (RFC 8878, section 3.1): magic, header, blocks, and a checksum where the header announces one. */
export function watchFrames(): FrameWatch {
  let state: State = MAGIC;
  let held: number[] = [];
  let skip = 0;
  return {
    push(bytes) {
      for (let at = 0; ;) {
        const skipped = Math.min(skip, bytes.length - at);
        at += skipped;
        skip -= skipped;
        if (skip > 0) return { taken: at };
        while (held.length < state.bytes && at < bytes.length) held.push(bytes[at++]!);
        if (held.length < state.bytes) return { taken: at };
        const step = state.read(held);
        held = [];
        state = step.next;
        skip = step.skip ?? 0;
        if (step.end) return { taken: at, end: step.end };
      }
    },
  };
}

/** A piece of a frame: so many bytes, and what they say comes next. */
interface State {
  readonly bytes: number;
  read(held: readonly number[]): Step;
}

interface Step {
  readonly next: State;
  /** Bytes in front of it that say nothing of the frame. */
  readonly skip?: number;
  readonly end?: FrameEnd;
}

const FRAME = 0xfd_2f_b5_28;
const SKIPPABLE = 0x18_4d_2a_50;

const MAGIC: State = {
  bytes: 4,
  read(held) {
    const magic = little(held, 4);
    if (magic === FRAME) return { next: DESCRIPTOR };
    if ((magic & 0xff_ff_ff_f0) >>> 0 === SKIPPABLE) return { next: SKIPPED };
    throw new Error('this is no frame of zstd');
  },
};

const SKIPPED: State = { bytes: 4, read: (held) => ({ next: MAGIC, skip: little(held, 4) }) };

const DESCRIPTOR: State = { bytes: 1, read: ([descriptor = 0]) => ({ next: headerState(descriptor) }) };

const headerState = (descriptor: number): State => ({
  bytes: headerBytes(descriptor),
  read(held) {
    const window = windowOf(descriptor, held);
    if (window <= MOST_WINDOW) return { next: blockState((descriptor & 4) === 0 ? END : CHECKSUM) };
    throw new Error(`it asks for a window of ${window} bytes, and ${MOST_WINDOW} are given`);
  },
});

const RLE = 1;

/** A block of one repeated byte is that byte, whatever its size says. */
const blockState = (behind: State): State => ({
  bytes: 3,
  read(held) {
    const header = little(held, 3);
    const skip = ((header >> 1) & 3) === RLE ? 1 : header >>> 3;
    return { next: (header & 1) === 0 ? blockState(behind) : behind, skip };
  },
});

const CHECKSUM: State = { bytes: 4, read: (held) => ({ next: MAGIC, end: { checksum: little(held, 4) } }) };

const END: State = { bytes: 0, read: () => ({ next: MAGIC, end: { checksum: undefined } }) };

const isSingle = (descriptor: number): boolean => (descriptor & 0x20) !== 0;

const dictionaryBytes = (descriptor: number): number => [0, 1, 2, 4][descriptor & 3]!;

/** Window, dictionary id and content size, of which each may be absent. */
function headerBytes(descriptor: number): number {
  const size = descriptor >> 6;
  const contentBytes = size === 0 ? Number(isSingle(descriptor)) : 1 << size;
  return Number(!isSingle(descriptor)) + dictionaryBytes(descriptor) + contentBytes;
}

/** Where a frame is one segment, its window is its content. */
function windowOf(descriptor: number, header: readonly number[]): number {
  if (!isSingle(descriptor)) {
    const base = 2 ** (10 + (header[0]! >> 3));
    return base + (base / 8) * (header[0]! & 7);
  }
  const content = header.slice(dictionaryBytes(descriptor));
  return little(content, content.length) + (content.length === 2 ? 256 : 0);
}

const little = (bytes: readonly number[], count: number): number =>
  bytes.slice(0, count).reduce((sum, byte, index) => sum + byte * 256 ** index, 0);
