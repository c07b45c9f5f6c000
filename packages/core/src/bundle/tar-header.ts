/** A tar archive is a row of blocks of this size. */
export const BLOCK_BYTES = 512;

/** Fields of a tar header as [offset, length]. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE = 156;
const MAGIC = 257;
const USTAR = [0x75, 0x73, 0x74, 0x61, 0x72] as const;
const PREFIX = [345, 155] as const;
const SPACE = 32;
const ZERO = 48;
const LARGEST_OCTAL = 0o77777777777;

/** The type letter; NUL stands for a regular file, as in the oldest archives. */
export const readType = (block: Uint8Array): string => String.fromCharCode(block[TYPE] || ZERO);

/** Whether all of it is zero. */
export const isZero = (block: Uint8Array): boolean => block.every((byte) => byte === 0);

/** Whether the letters `ustar` stand where POSIX and GNU archives have them. */
export const hasMagic = (block: Uint8Array): boolean => USTAR.every((byte, at) => block[MAGIC + at] === byte);

/** Whether the header's sum is the one it states; some old programs summed signed bytes. */
export function hasValidChecksum(block: Uint8Array): boolean {
  const stated = readOctal(field(block, CHECKSUM));
  if (stated === undefined || stated === 0) return false;
  return stated === checksum(block) || stated === signedChecksum(block);
}

/** The size in bytes; undefined where the field is no size: negative, out of range, or not a number. */
export function readSize(block: Uint8Array): number | undefined {
  const bytes = field(block, SIZE);
  return (bytes[0] ?? 0) < 0x80 ? readOctal(bytes) : readBase256(bytes);
}

/** What a header is to say when it is written anew. */
export interface HeaderFields {
  readonly type: string;
  readonly size: number;
  /** The name stands in a PAX header; what is left of it here could only mislead. */
  readonly unnamed?: boolean;
}

/** A header with these fields, written the one way that every reader agrees on; the same if it is so already. */
export function rewriteHeader(block: Uint8Array, { type, size, unnamed = false }: HeaderFields): Uint8Array {
  if (!unnamed && isPlain(block, { type, size })) return block;
  const header = new Uint8Array(block);
  if (unnamed) {
    header.fill(0, PREFIX[0], PREFIX[0] + PREFIX[1]).fill(0, NAME[0], NAME[0] + NAME[1]);
    writeText(header, NAME[0], 'pax');
  }
  header[TYPE] = type.charCodeAt(0);
  writeSize(header, size);
  writeText(header, CHECKSUM[0], `${checksum(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** The name in the header itself, which a PAX or long-name header may replace. */
export function readName(block: Uint8Array): string {
  const name = readText(field(block, NAME));
  const prefix = block[MAGIC + 5] === 0 && hasMagic(block) ? readText(field(block, PREFIX)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Text up to the first NUL. */
export function readText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return decoder.decode(end < 0 ? bytes : bytes.subarray(0, end));
}

const decoder = new TextDecoder();

/** Whether size and checksum are full rows of octal digits with one end, and the type is this one. */
function isPlain(block: Uint8Array, { type, size }: HeaderFields): boolean {
  return (
    block[TYPE] === type.charCodeAt(0) &&
    countDigits(block, SIZE[0]) === SIZE[1] - 1 &&
    readSize(block) === size &&
    countDigits(block, CHECKSUM[0]) === 6 &&
    readOctal(field(block, CHECKSUM)) === checksum(block)
  );
}

function countDigits(block: Uint8Array, start: number): number {
  let at = start;
  while (((block[at] ?? 0) & 0xf8) === ZERO) at += 1;
  return at - start;
}

const field = (block: Uint8Array, [offset, length]: readonly [number, number]): Uint8Array =>
  block.subarray(offset, offset + length);

function checksum(block: Uint8Array): number {
  let sum = CHECKSUM[1] * SPACE;
  for (let at = 0; at < CHECKSUM[0]; at += 1) sum += block[at] ?? 0;
  for (let at = TYPE; at < BLOCK_BYTES; at += 1) sum += block[at] ?? 0;
  return sum;
}

function signedChecksum(block: Uint8Array): number {
  const high = block.reduce(
    (count, byte, at) => (byte > 127 && (at < CHECKSUM[0] || at >= TYPE) ? count + 1 : count),
    0,
  );
  return checksum(block) - 256 * high;
}

/** Blanks, octal digits, and then the end, a blank or a NUL. */
function readOctal(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (bytes[at] === SPACE || bytes[at] === 0) at += 1;
  let value = 0;
  for (let byte = bytes[at]; byte !== undefined && byte !== SPACE && byte !== 0; byte = bytes[(at += 1)]) {
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

function writeSize(header: Uint8Array, size: number): void {
  if (size <= LARGEST_OCTAL) return writeText(header, SIZE[0], `${size.toString(8).padStart(11, '0')}\0`);
  header[SIZE[0]] = 0x80;
  for (let at = SIZE[1] - 1, rest = size; at > 0; at -= 1, rest = Math.floor(rest / 256)) {
    header[SIZE[0] + at] = rest % 256;
  }
}

function writeText(header: Uint8Array, offset: number, value: string): void {
  for (let at = 0; at < value.length; at += 1) header[offset + at] = value.charCodeAt(at);
}
