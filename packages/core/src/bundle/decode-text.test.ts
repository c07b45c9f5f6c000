import { expect, test } from 'vitest';
import { decodeText, detectEncoding, endsLinesWithCr, turnCrToLf } from './decode-text.ts';
import { inPieces } from './make-tar.test.support.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16le = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
const utf16be = (text: string): Uint8Array => new Uint8Array(utf16le(text).map((_, at, all) => all[at ^ 1] ?? 0));

async function decode(bytes: Uint8Array, size = 5): Promise<string> {
  let text = '';
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of decodeText(inPieces(bytes, size), bytes)) text += decoder.decode(chunk, { stream: true });
  return text;
}

const TABLE = 'NAME                 READY   STATUS\r\nextension-agent-7c9  2/2     Running\r\n';

test.each([
  ['UTF-8', encode(TABLE)],
  ['UTF-8 with a mark', encode(`\uFEFF${TABLE}`)],
  ['UTF-16LE with a mark, as PowerShell writes it', utf16le(`\uFEFF${TABLE}`)],
  ['UTF-16BE with a mark', utf16be(`\uFEFF${TABLE}`)],
  ['UTF-16LE without a mark', utf16le(TABLE)],
  ['UTF-16BE without a mark', utf16be(TABLE)],
])('%s is read', async (_name, bytes) => {
  expect(await decode(bytes)).toBe(TABLE);
});

test('a mark is dropped at the beginning only', async () => {
  expect(await decode(encode('\uFEFFa\uFEFFb'), 1)).toBe('a\uFEFFb');
});

test.each([
  ['an executable', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)],
  ['zeros', new Uint8Array(100)],
  ['one zero', new Uint8Array(1)],
  ['numbers of 32 bits', new Uint8Array(Uint32Array.from({ length: 50 }, (_, at) => at).buffer)],
])('%s is no text', (_name, bytes) => {
  expect(detectEncoding(bytes)).toBeUndefined();
});

test.each([
  ['a log with a NUL in it', encode(`${TABLE.repeat(3)}\0${TABLE}`)],
  ['colors of a terminal', encode('\u001b[31mFailed\u001b[0m\n')],
  ['bytes of an old code page', Uint8Array.of(0x63, 0x6f, 0x73, 0xec, 0x0a)],
  ['nothing', new Uint8Array(0)],
])('%s is text', (_name, bytes) => {
  expect(detectEncoding(bytes)).toBe('utf-8');
});

test.each([
  ['NAME\rextension-agent\r', true],
  ['NAME\r\nextension-agent\r\n', false],
  ['0%\r50%\r100%\ndone\n', false],
  ['one line only\r', false],
  ['', false],
])('CR alone ends lines only where no LF is near: %j', (text, expected) => {
  expect(endsLinesWithCr(encode(text))).toBe(expected);
});

test('CR and CRLF become LF, also where a chunk ends between them', async () => {
  const chunks: number[] = [];
  for await (const chunk of turnCrToLf(inPieces(encode('a\rb\r\n\rc\n'), 4))) chunks.push(...chunk);
  expect(new TextDecoder().decode(Uint8Array.from(chunks))).toBe('a\nb\n\nc\n');
});
