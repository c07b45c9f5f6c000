import type { Bundle } from './bundle.ts';
import type { Entry } from './entry.ts';

/** An entry as a test wants it, sound or not. */
export interface TarFile {
  readonly name: string;
  readonly body?: string | Uint8Array;
  /** Type letter; a regular file if absent. */
  readonly type?: string;
  readonly linkname?: string;
  /** What the header says of the size, where that is not the size of the body. */
  readonly size?: number | Uint8Array;
  readonly magic?: 'ustar' | 'gnu' | 'none';
  /** Last changes to the header, before its checksum is written. */
  readonly edit?: (block: Uint8Array) => void;
}

/** The bytes of a tar archive, with its end mark. */
export const makeTar = (files: readonly TarFile[]): Uint8Array =>
  concat([...files.map(makeEntry), new Uint8Array(1024)]);

/** One entry: header, body, padding. */
export function makeEntry({
  name,
  body = '',
  type = '0',
  linkname = '',
  size,
  magic = 'ustar',
  edit,
}: TarFile): Uint8Array {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const block = new Uint8Array(512);
  const write = (offset: number, text: string): void => block.set(new TextEncoder().encode(text), offset);
  write(0, name);
  write(100, '0000644\0' + '0000000\0'.repeat(2));
  if (size instanceof Uint8Array) block.set(size, 124);
  else write(124, `${(size ?? bytes.length).toString(8).padStart(11, '0')}\0`);
  write(136, '00000000000\0');
  write(156, type);
  write(157, linkname);
  write(257, { ustar: 'ustar\u000000', gnu: 'ustar  \0', none: '' }[magic]);
  edit?.(block);
  return concat([seal(block), bytes, new Uint8Array((512 - (bytes.length % 512)) % 512)]);
}

/** Writes the checksum that the block needs. */
export function seal(block: Uint8Array): Uint8Array {
  block.fill(32, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
  return block;
}

/** A PAX header with these records, for the entry after it. */
export const makePax = (records: Readonly<Record<string, string>>, type = 'x'): TarFile => ({
  name: 'PaxHeader',
  type,
  body: concat(Object.entries(records).map(([key, value]) => paxRecord(key, value))),
});

/** One record `LENGTH KEY=VALUE`. */
export function paxRecord(key: string, value: string): Uint8Array {
  const rest = new TextEncoder().encode(` ${key}=${value}\n`);
  let length = rest.length + 1;
  while (`${length}`.length + rest.length !== length) length = `${length}`.length + rest.length;
  return concat([new TextEncoder().encode(`${length}`), rest]);
}

/** One array of all the parts. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** The bytes in pieces, as they could arrive. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** One entry after the other. */
export async function* entriesOf(runs: AsyncIterable<Iterable<Entry>>): AsyncGenerator<Entry> {
  for await (const run of runs) yield* run;
}

/** The texts of all members, by path, in their order. */
export async function readTexts(bundle: Pick<Bundle, 'members'>): Promise<readonly (readonly [string, string])[]> {
  const texts: (readonly [string, string])[] = [];
  for await (const member of bundle.members()) {
    const lines: string[] = [];
    for await (const batch of member.lines()) lines.push(...batch.map(({ text }) => text));
    texts.push([member.path, lines.join('\n')]);
  }
  return texts;
}
