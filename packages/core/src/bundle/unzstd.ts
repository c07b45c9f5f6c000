import { Decompress } from 'fzstd';
import xxhash from 'xxhash-wasm';
import type { Bytes } from './entry.ts';
import { watchFrames } from './zstd-frames.ts';

/** The content of a zstd file, frame after frame; throws where it is damaged or cut, after what could be decoded. */
export async function* unzstd(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const { create64 } = await xxhash();
  const frames = watchFrames();
  let hash = create64();
  let out: Uint8Array[] = [];
  const decoder = (): Decompress => new Decompress((chunk) => void out.push(chunk));
  let frame = decoder();
  let open = false;
  for await (const chunk of bytes) {
    for (let rest = chunk; rest.length > 0;) {
      const slice = rest.subarray(0, SLICE_BYTES);
      const { taken, end } = frames.push(slice);
      frame.push(slice.subarray(0, taken), end !== undefined);
      rest = rest.subarray(taken);
      open = end === undefined;
      for (const part of out) hash.update(part);
      yield* out;
      out = [];
      if (!end) continue;
      if (end.checksum !== undefined && Number(hash.digest() & LOW) !== end.checksum) throw new Error(WRONG);
      frame = decoder();
      hash = create64();
    }
  }
  if (open) throw new Error('it ends in the middle of a frame');
}

/** Four bytes can stand for 128 KiB: a slice never stands for more than a few MiB. */
const SLICE_BYTES = 512;

const LOW = 0xffffffffn;
const WRONG = 'the checksum does not match: some of the text may be wrong';
