import { expect, test } from 'vitest';
import type { RawLine } from '../bundle/block.ts';
import { createKnownLines } from './known-lines.ts';

const rawOf = (text: string): RawLine => {
  const bytes = Buffer.from(`before\n${text}\n`);
  return { bytes, from: 7, to: bytes.length - 1, number: 2 };
};

function isKnown(text: string, by: string): boolean {
  const lines = createKnownLines<string>(10);
  lines.keep(rawOf(by), 'kept');
  return lines.find(rawOf(text)) === 'kept';
}

test.each([
  ['2024/02/07 10:00:00 no such host', '2024/02/07 23:59:59 no such host'],
  ['{"ts":"2024-02-07T10:00:00.123Z"}', '{"ts":"2025-12-31T11:01:02.987Z"}'],
  ['E0207 06:04:01.672000       1 client.go:9] x', 'E0207 06:04:02.100000       1 client.go:9] x'],
  ['10:00:00,123456789 a', '11:11:11,987654321 a'],
  ['02-07-2024 10:00:00 b', '12-31-2025 10:00:01 b'],
])('%j is known by %j', (text, by) => {
  expect(isKnown(text, by)).toBe(true);
  expect(isKnown(by, text)).toBe(true);
});

test.each([
  ['status code 403', 'status code 404'],
  ['2024/02/07 10:00:00 a 1', '2024/02/07 10:00:00 a 2'],
  ['10:00:00 a', '10:00:00 aa'],
  ['10:00 a', '11:00 a'],
  ['10.0.0.1:443:22', '10.0.0.2:443:22'],
  ['2024-02-07 a', '2024-02-08 a'],
  ['E0207 06:04:01 a', 'E0208 06:04:01 a'],
  ['10:00:00.5 a', '10:00:00.25 a'],
  ['10:00:00.1234567890', '10:00:00.1234567891'],
  ['10:00:00 a', '10:00:0x a'],
])('%j is not known by %j', (text, by) => {
  expect(isKnown(text, by)).toBe(false);
});

test('only so many lines are known, and none that is very long', () => {
  const lines = createKnownLines<number>(2);
  for (const [value, text] of ['a', 'b', 'c', 'd'.repeat(20_000)].entries()) {
    lines.keep(rawOf(text), value);
  }
  expect(['a', 'b', 'c', 'd'.repeat(20_000)].map((text) => lines.find(rawOf(text)))).toEqual([
    0,
    1,
    undefined,
    undefined,
  ]);
});

test('a line that is kept stays as it is', () => {
  const line = rawOf('10:00:00 a');
  const before = Uint8Array.from(line.bytes);
  createKnownLines<number>(1).keep(line, 1);
  expect(Uint8Array.from(line.bytes)).toEqual(before);
});

test('a line that differs in one byte that is in no time is not known, wherever the byte stands', () => {
  const by = 'E0207 06:04:01.672000       1 client.go:9] x 2024/02/07 10:00:00 no such host';
  const times = [6, 7, 9, 10, 12, 13, 15, 16, 17, 18, 19, 20];
  const dated = [...'2024/02/07 10:00:00'].flatMap((sign, at) => (/\d/.test(sign) ? [by.indexOf('2024') + at] : []));
  for (let at = 0; at < by.length; at++) {
    const other = by[at] === '8' ? '7' : '8';
    const text = `${by.slice(0, at)}${other}${by.slice(at + 1)}`;
    expect([at, isKnown(text, by)]).toEqual([at, times.includes(at) || dated.includes(at)]);
  }
});

test('of very many lines of one length not all are known', () => {
  const lines = createKnownLines<number>(1000);
  const texts = Array.from({ length: 100 }, (_, at) => `line ${at + 100}`);
  for (const [value, text] of texts.entries()) lines.keep(rawOf(text), value);
  expect(texts.filter((text) => lines.find(rawOf(text)) !== undefined)).toHaveLength(64);
});
