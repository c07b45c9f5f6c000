import { crc32, deflateRawSync } from 'node:zlib';
import { concat } from './make-tar.test.support.ts';

/** A file of a zip archive as a test wants it, sound or not. */
export interface ZipFileMade {
  readonly name: string | Uint8Array;
  readonly body?: string | Uint8Array;
  readonly stored?: true;
  /** The sizes stand behind the data and in the list, not in front, as a program that streams writes them. */
  readonly streamed?: true;
  /** What the list says of the size, where that is not the size of the body. */
  readonly size?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Mode of a Unix file. */
  readonly mode?: number;
  /** Sizes and offset stand in a zip64 field of the list. */
  readonly zip64?: true;
}

/** The bytes of a zip archive; `repeat` lists each file that many times over the same bytes. */
export function makeZip(files: readonly ZipFileMade[], repeat = 1): Uint8Array {
  const parts: Uint8Array[] = [];
  const list: Uint8Array[] = [];
  let at = 0;
  for (const file of files) {
    const made = makeEntry(file);
    for (let copy = 0; copy < repeat; copy += 1) list.push(made.listed(at));
    parts.push(made.bytes);
    at += made.bytes.length;
  }
  const directory = concat(list);
  const end = [u32(0x06054b50), u16(0), u16(0), u16(list.length), u16(list.length), u32(directory.length), u32(at)];
  return concat([...parts, directory, ...end, u16(0)]);
}

function makeEntry({ name, body = '', stored, streamed, size, flags = 0, mode, zip64, method }: ZipFileMade): {
  bytes: Uint8Array;
  listed: (offset: number) => Uint8Array;
} {
  const text = encode(body);
  const label = encode(name);
  const data = stored === true ? text : new Uint8Array(deflateRawSync(text));
  const way = u16(method ?? (stored === true ? 0 : 8));
  const bits = u16(flags | (streamed === true ? 8 : 0));
  const check = u32(crc32(text));
  const said = size ?? text.length;
  const sizes = [check, u32(data.length), u32(said)];
  const front = streamed === true ? [u32(0), u32(0), u32(0)] : sizes;
  const behind = streamed === true ? [u32(0x08074b50), ...sizes] : [];
  const bytes = [u32(0x04034b50), u16(20), bits, way, u32(0), ...front, u16(label.length), u16(0), label, data];
  const listed = (offset: number): Uint8Array => {
    const big =
      zip64 === true ? concat([u16(1), u16(24), u64(said), u64(data.length), u64(offset)]) : new Uint8Array(0);
    const all = zip64 === true ? [check, u32(ALL), u32(ALL)] : sizes;
    const place = u32(zip64 === true ? ALL : offset);
    const lengths = [u16(label.length), u16(big.length), u16(0), u16(0), u16(0)];
    const made = [u32(0x02014b50), u16(mode === undefined ? 20 : 0x0314), u16(20), bits, way, u32(0)];
    return concat([...made, ...all, ...lengths, u32((mode ?? 0) * 65_536), place, label, big]);
  };
  return { bytes: concat([...bytes, ...behind]), listed };
}

const ALL = 0xffffffff;

const encode = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;

const u16 = (value: number): Uint8Array => Uint8Array.of(value & 255, (value >> 8) & 255);
const u32 = (value: number): Uint8Array => concat([u16(value % 65_536), u16(Math.floor(value / 65_536))]);
const u64 = (value: number): Uint8Array => concat([u32(value), u32(0)]);
