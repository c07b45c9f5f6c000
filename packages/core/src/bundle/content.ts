import { BLOCK_BYTES, hasMagic, hasValidChecksum } from './tar-header.ts';
import { detectEncoding } from './decode-text.ts';

/** What a file holds. */
export type Content = 'gzip' | 'tar' | 'text' | 'binary' | 'zip' | 'xz' | 'zstd' | 'bzip2' | '7z' | 'rar';

/** How many first bytes of a file say what it holds. */
export const HEAD_BYTES = 4096;

/** What a file holds, by its first bytes; its name is never asked. */
export function recognizeContent(head: Uint8Array): Content {
  const signed = SIGNATURES.find(({ bytes }) => startsWith(head, bytes));
  if (signed !== undefined) return signed.content;
  if (isStartOfGzip(head)) return 'gzip';
  if (isTar(head)) return 'tar';
  return detectEncoding(head) === undefined ? 'binary' : 'text';
}

/** Says how an archive that cannot be read here becomes one that can. */
export const conversionHint = (content: Content): string | undefined => CONVERSIONS[content];

/** Any byte, in a signature. */
const ANY = -1;

const SIGNATURES: readonly { readonly content: Content; readonly bytes: readonly number[] }[] = [
  { content: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { content: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { content: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { content: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { content: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { content: 'bzip2', bytes: [0x42, 0x5a, 0x68, ANY, 0x31, 0x41, 0x59, 0x26] },
  { content: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { content: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { content: 'binary', bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { content: 'binary', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { content: 'binary', bytes: [0xff, 0xd8, 0xff] },
  { content: 'binary', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { content: 'binary', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66] },
];

/** The archive's name stands as FILE: a name made by someone else is not to be pasted into a shell. */
const CONVERSIONS: Partial<Record<Content, string>> = {
  zip: 'this build reads none; unpack it with `unzip FILE -d FOLDER` and give the folder, or use the one for Node',
  xz: 'convert it with `xz -dc FILE | gzip > FILE.gz`',
  zstd: 'convert it with `zstd -dc FILE | gzip > FILE.gz`',
  bzip2: 'convert it with `bzip2 -dc FILE | gzip > FILE.gz`',
  '7z': 'unpack it with `7z x FILE -oFOLDER` and give the folder',
  rar: 'unpack it with `unrar x FILE FOLDER/` and give the folder',
};

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return head.length >= bytes.length && bytes.every((byte, index) => byte === ANY || head[index] === byte);
}

/** One or two bytes of a gzip file that was cut right at its beginning; no text begins like this. */
const isStartOfGzip = (head: Uint8Array): boolean =>
  head.length > 0 && head.length < 3 && head[0] === 0x1f && (head[1] ?? 0x8b) === 0x8b;

/** The magic alone is enough, so that an archive whose first header is damaged is still read from the second on. */
function isTar(head: Uint8Array): boolean {
  if (head.length < BLOCK_BYTES) return false;
  const block = head.subarray(0, BLOCK_BYTES);
  return hasMagic(block) || hasValidChecksum(block);
}
