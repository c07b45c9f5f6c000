import type { Bytes } from './entry.ts';

/** How text is written in bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a file by its first bytes: a byte order mark, the places of its NULs, else UTF-8; undefined: no text. */
export function detectEncoding(head: Uint8Array): Encoding | undefined {
  const marked = readMark(head)?.encoding;
  if (marked !== undefined) return marked;
  const nuls = countNuls(head);
  if (nuls.even + nuls.odd === 0) return 'utf-8';
  const pairs = Math.floor(head.length / 2);
  if (nuls.odd > pairs * MOST && nuls.even < pairs * FEW) return 'utf-16le';
  if (nuls.even > pairs * MOST && nuls.odd < pairs * FEW) return 'utf-16be';
  return countControls(head) > head.length * FEW ? undefined : 'utf-8';
}

/** The same text as UTF-8 without a byte order mark, so that lines can be found in bytes. */
export function decodeText(bytes: Bytes, head: Uint8Array): Bytes {
  const mark = readMark(head);
  const encoding = mark?.encoding ?? detectEncoding(head) ?? 'utf-8';
  const unmarked = mark === undefined ? bytes : withoutMark(bytes, mark.length);
  return encoding === 'utf-8' ? unmarked : transcode(unmarked, encoding);
}

/** What is UTF-8 with LF or CRLF, without its byte order mark; undefined where something would have to be changed. */
export function plainText(content: Uint8Array, head: Uint8Array): Uint8Array | undefined {
  if (detectEncoding(head) !== 'utf-8' || endsLinesWithCr(head)) return undefined;
  const mark = readMark(content);
  return mark === undefined ? content : content.subarray(mark.length);
}

/** Whether the file ends its lines with CR alone, as old Macs did: there is a CR in its head, and no LF. */
export const endsLinesWithCr = (head: Uint8Array): boolean => {
  if (!head.includes(CR)) return false;
  const text = new TextDecoder(detectEncoding(head)).decode(head);
  return text.includes('\r') && !text.includes('\n') && !/^[^\r]*\r$/.test(text);
};

/** The same bytes with CR and CRLF turned to LF. */
export async function* turnCrToLf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  let afterCr = false;
  for await (const chunk of bytes) {
    const turned = new Uint8Array(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      if (byte !== LF || !afterCr) turned[length++] = byte === CR ? LF : byte;
      afterCr = byte === CR;
    }
    yield turned.subarray(0, length);
  }
}

const LF = 10;
const CR = 13;

/** Shares of NUL bytes that speak for UTF-16, and of control bytes that speak against text. */
const MOST = 0.7;
const FEW = 0.05;

const MARKS: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

function readMark(head: Uint8Array): { readonly encoding: Encoding; readonly length: number } | undefined {
  const mark = MARKS.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte));
  return mark === undefined ? undefined : { encoding: mark.encoding, length: mark.bytes.length };
}

function countNuls(head: Uint8Array): { readonly even: number; readonly odd: number } {
  const nuls = [0, 0];
  for (let at = head.indexOf(0); at >= 0; at = head.indexOf(0, at + 1)) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  return { even: nuls[0] ?? 0, odd: nuls[1] ?? 0 };
}

/** Bytes that text does not hold; BEL to CR and ESC are found in what terminals print. */
const countControls = (head: Uint8Array): number =>
  head.reduce((count, byte) => (byte < 7 || (byte > 13 && byte < 27) ? count + 1 : count), 0);

async function* withoutMark(bytes: Bytes, length: number): AsyncGenerator<Uint8Array> {
  let left = length;
  for await (const chunk of bytes) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    if (skipped < chunk.length) yield skipped === 0 ? chunk : chunk.subarray(skipped);
  }
}

async function* transcode(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const encoder = new TextEncoder();
  for await (const chunk of bytes) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}
