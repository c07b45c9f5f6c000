import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, endsLinesWithCr, turnCrToLf } from './decode-text.ts';
import type { Line } from './line.ts';
import { inPieces } from './make-tar.test.support.ts';
import { splitLines, splitText } from './split-lines.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function linesOf(bytes: AsyncIterable<Uint8Array>, lineBytes = 1024): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const batch of splitLines(bytes, { lineBytes, cut: () => undefined })) lines.push(...batch);
  return lines;
}

test('every line keeps its number, and CR before LF is dropped', async () => {
  expect(await linesOf(inPieces(encode('NAME READY\r\n\nextension-agent 2/2\n'), 7))).toEqual([
    { text: 'NAME READY', number: 1 },
    { text: '', number: 2 },
    { text: 'extension-agent 2/2', number: 3 },
  ]);
});

test('the last line needs no line end', async () => {
  expect(await linesOf(inPieces(encode('Running\nPending'), 100))).toHaveLength(2);
  expect(await linesOf(inPieces(encode('Running\nPending\r'), 3))).toMatchObject([{}, { text: 'Pending', number: 2 }]);
});

test('an empty file has no line', async () => {
  expect(await linesOf(inPieces(encode(''), 1))).toEqual([]);
});

test('a line longer than the limit is cut at a whole character, and the next one is whole', async () => {
  const cuts: number[] = [];
  const lines: Line[] = [];
  const options = { lineBytes: 9, cut: (number: number) => void cuts.push(number) };
  for await (const batch of splitLines(inPieces(encode('Pending\nperché così\r\nRunning 1\r\n'), 5), options)) {
    lines.push(...batch);
  }
  expect(lines).toEqual([
    { text: 'Pending', number: 1 },
    { text: 'perché c', number: 2, cut: true },
    { text: 'Running 1', number: 3 },
  ]);
  expect(cuts).toEqual([2]);
});

test('a line of 600 MiB takes no more memory than its limit', async () => {
  const chunk = new Uint8Array(512 * 1024).fill(120);
  async function* hugeLine(): AsyncGenerator<Uint8Array> {
    for (let count = 0; count < 1200; count += 1) yield chunk;
    yield encode('\nthe next line\n');
  }
  const before = process.memoryUsage.rss();
  const lines = await linesOf(hugeLine(), 1024 * 1024);
  expect(process.memoryUsage.rss() - before).toBeLessThan(64 * 1024 * 1024);
  expect(lines).toMatchObject([
    { number: 1, cut: true },
    { text: 'the next line', number: 2 },
  ]);
  expect(lines[0]?.text).toHaveLength(1024 * 1024);
}, 30_000);

test('invalid bytes are replaced and counted', async () => {
  const shares: unknown[] = [];
  const bytes = inPieces(Uint8Array.of(0x63, 0xec, 0x0a, 0x63, 0xff, 0xfe, 0x0a), 3);
  const options = { lineBytes: 100, cut: () => undefined, damaged: (share: unknown) => void shares.push(share) };
  for await (const batch of splitLines(bytes, options)) expect(batch.length).toBeGreaterThan(0);
  expect(shares).toEqual([{ replaced: 3, of: 7 }]);
});

const texts = fc.array(fc.constantFrom('pod', 'è', '🐙', '\n', '\r\n', '\r', ' ', '\uFEFF', 'x'.repeat(30)), {
  maxLength: 60,
});

const split = (bytes: Uint8Array, size: number, lineBytes: number): Promise<readonly Line[]> => {
  const head = bytes.subarray(0, 4096);
  const decoded = decodeText(inPieces(bytes, size), head);
  return linesOf(endsLinesWithCr(head) ? turnCrToLf(decoded) : decoded, lineBytes);
};

const toUtf16 = (text: string, little: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length + 2);
  const view = new DataView(bytes.buffer);
  [...`\uFEFF${text}`]
    .join('')
    .split('')
    .forEach((unit, at) => view.setUint16(2 * at, unit.charCodeAt(0), little));
  return bytes;
};

test.each([
  ['UTF-8', encode],
  ['UTF-16LE', (text: string) => toUtf16(text, true)],
  ['UTF-16BE', (text: string) => toUtf16(text, false)],
])('%s in pieces of any size gives the lines of the whole', async (_name, bytesOf) => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom(8, 40, 1000),
      async (parts, size, limit) => {
        const bytes = bytesOf(parts.join(''));
        expect(await split(bytes, size, limit)).toEqual(await split(bytes, bytes.length + 1, limit));
      },
    ),
    { numRuns: 300 },
  );
});

test('lines are those that a plain split gives, in any encoding', async () => {
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 50 }), async (parts, size) => {
      const text = `pod\n${parts.join('')}`;
      const expected = text.split('\n').map((line) => line.replace(/\r$/, ''));
      if (expected.at(-1) === '' && !text.endsWith('\r')) expected.pop();
      for (const bytes of [encode(text), toUtf16(text, true), toUtf16(text, false)]) {
        expect((await split(bytes, size, 10_000)).map((line) => line.text)).toEqual(expected);
      }
      expect(splitText(text).map((line) => line.text)).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});
