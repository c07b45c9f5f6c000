/** A tar archive is a row of blocks of this size. */
export const BLOCK_BYTES = 512;

type Field = readonly [offset: number, length: number];

/** Fields of a tar header. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE = 156;
const LINK_NAME = [157, 100] as const;
const MAGIC = 257;
const USTAR = [0x75, 0x73, 0x74, 0x61, 0x72] as const;
const PREFIX = [345, 155] as const;
const SPACE = 32;
const ZERO = 48;

/** The type letter; NUL stands for a regular file, as in the oldest archives. */
export const readType = (block: Uint8Array): string => String.fromCharCode(block[TYPE] || ZERO);

/** Whether all of it is zero. */
export const isZero = (block: Uint8Array): boolean => !block[0] && block.every((byte) => byte === 0);

/** Whether the letters `ustar` stand where POSIX and GNU archives have them. */
export const hasMagic = (block: Uint8Array): boolean => USTAR.every((byte, at) => block[MAGIC + at] === byte);

/** Whether the header's sum is the one it states; some old programs summed signed bytes. */
export function hasValidChecksum(block: Uint8Array): boolean {
  const stated = readOctal(block, CHECKSUM);
  if (stated === undefined || stated === 0) return false;
  return stated === checksum(block) || stated === signedChecksum(block);
}

/** The size in bytes; undefined where the field is no size: negative, out of range, or not a number. */
export function readSize(block: Uint8Array): number | undefined {
  return (block[SIZE[0]] ?? 0) < 0x80
    ? readOctal(block, SIZE)
    : readBase256(block.subarray(SIZE[0], SIZE[0] + SIZE[1]));
}

/** The name in the header itself, which a PAX or long-name header may replace. */
export function readName(block: Uint8Array): string {
  const name = textIn(block, NAME);
  const prefix = block[PREFIX[0]] !== 0 && block[MAGIC + 5] === 0 && hasMagic(block) ? textIn(block, PREFIX) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Where a link leads. */
export const readLinkName = (block: Uint8Array): string => textIn(block, LINK_NAME);

/** Text up to the first NUL. */
export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const decoder = new TextDecoder();

/** Text of a field; a mark of byte order is a part of it. */
function textIn(block: Uint8Array, [offset, length]: Field): string {
  let end = offset;
  while (end < offset + length && block[end] !== 0) end += 1;
  return end === offset ? '' : exact.decode(block.subarray(offset, end));
}

const exact = new TextDecoder('utf-8', { ignoreBOM: true });

/** The sum of all bytes, with blanks in the place of the sum itself. Four bytes are added at a time, every other one apart. */
function checksum(block: Uint8Array): number {
  const { buffer, byteOffset } = block;
  const view = new DataView(buffer, byteOffset, BLOCK_BYTES);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < BLOCK_BYTES; at += 4) {
    const four = view.getUint32(at);
    even += four & EVERY_OTHER;
    odd += (four >>> 8) & EVERY_OTHER;
  }
  let sum = CHECKSUM[1] * SPACE + (even & 0xffff) + (even >>> 16) + (odd & 0xffff) + (odd >>> 16);
  for (let at = CHECKSUM[0]; at < TYPE; at += 1) sum -= block[at]!;
  return sum;
}

/** Each half adds up 128 bytes, which fit in its sixteen bits. */
const EVERY_OTHER = 0x00ff00ff;

function signedChecksum(block: Uint8Array): number {
  const high = block.reduce(
    (count, byte, at) => (byte > 127 && (at < CHECKSUM[0] || at >= TYPE) ? count + 1 : count),
    0,
  );
  return checksum(block) - 256 * high;
}

/** Blanks, octal digits, and then the end, a blank or a NUL. */
function readOctal(block: Uint8Array, [offset, length]: Field): number | undefined {
  const end = offset + length;
  let at = offset;
  while (at < end && (block[at] === SPACE || block[at] === 0)) at += 1;
  let value = 0;
  for (; at < end; at += 1) {
    const byte = block[at]!;
    if (byte === SPACE || byte === 0) break;
    if (byte < ZERO || byte >= ZERO + 8) return undefined;
    value = value * 8 + byte - ZERO;
  }
  return value;
}

function readBase256(bytes: Uint8Array): number | undefined {
  if (bytes[0] !== 0x80) return undefined;
  const size = bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(size) ? size : undefined;
}
