import { describe, expect, test } from 'vitest';
import type { CaptureKind } from './capture.ts';
import type { Part } from './capture-part.ts';
import { createSplitter } from './split-captures.ts';

const none = function* () {};

const table: CaptureKind = {
  name: 'table',
  recognize: (lines) => (/^NAME\s+READY/.test(lines[0]?.text ?? '') ? 3 : 0),
  continues: (line) => /^\S+\s+\d+\/\d+/.test(line.text) || line.text.trim() === '',
  parse: none,
  headingLines: () => 1,
  splitsBefore: () => true,
};
const log: CaptureKind = {
  name: 'log',
  log: true,
  recognize: (lines, { command }) => (command?.verb === 'logs' ? 3 : lines[0]?.text.startsWith('{') ? 3 : 0),
  continues: () => true,
  parse: none,
};
const prose: CaptureKind = { name: 'text', recognize: () => 1, continues: () => true, parse: none };

function split(text: string, batch = 3): Part[] {
  const splitter = createSplitter({ kinds: [table, log], prose, fromPath: {}, maxLines: 5000 });
  const lines = text.split('\n').map((line, index) => ({ text: line, number: index + 1 }));
  const parts: Part[] = [];
  for (let at = 0; at < lines.length; at += batch) parts.push(...splitter.push(lines.slice(at, at + batch)));
  return [...parts, ...splitter.end()];
}

const shape = (parts: readonly Part[]): unknown =>
  parts.map(({ kind, command, lines }) => [kind.name, command?.text, lines[0]?.number, lines.at(-1)?.number]);

describe('a pasted session', () => {
  const session = [
    'The customer writes:',
    '',
    'PS C:\\> kubectl get pods',
    'NAME   READY',
    'web-0  1/1',
    '',
    'PS C:\\> kubectl logs web-0',
    'started',
    'NAME is no heading here',
    'PS C:\\>',
    'Regards',
  ].join('\n');

  test('is cut at its prompts, and each capture knows its command', () => {
    expect(shape(split(session))).toEqual([
      ['text', undefined, 1, 1],
      ['table', 'kubectl get pods', 4, 5],
      ['log', 'kubectl logs web-0', 8, 9],
      ['text', undefined, 11, 11],
    ]);
  });

  test.each([1, 2, 7, 100])('gives the same in batches of %d', (batch) =>
    expect(shape(split(session, batch))).toEqual(shape(split(session))),
  );
});

test('code fences end a capture', () => {
  const text = ['```', 'NAME READY', 'web-0 1/1', '```', 'then', '```console', '{"a":1}', '```'].join('\n');
  expect(shape(split(text))).toEqual([
    ['table', undefined, 2, 3],
    ['text', undefined, 5, 5],
    ['log', undefined, 7, 7],
  ]);
});

test('a table that begins inside a log ends the log', () => {
  expect(shape(split('{"a":1}\n{"b":2}\nNAME   READY\nweb-0   1/1'))).toEqual([
    ['log', undefined, 1, 2],
    ['table', undefined, 3, 4],
  ]);
});

test('a long table comes in parts that keep its heading', () => {
  const rows = Array.from({ length: 4500 }, (_, index) => `web-${index} 1/1`);
  const parts = split(['NAME READY', ...rows].join('\n'), 500);
  expect(parts.map(({ first, last, head, lines }) => [first, last, head.length, lines.length])).toEqual([
    [true, false, 0, 2000],
    [false, false, 1, 1999],
    [false, true, 1, 502],
  ]);
});

test('signs of a terminal are taken off, line numbers stay', () => {
  const [part] = split('\n\u001b[1mNAME   READY\u001b[0m\n> web-0\u00a0\u00a01/1');
  expect(part?.lines.map(({ text, number }) => [text, number])).toEqual([
    ['NAME   READY', 2],
    ['web-0  1/1', 3],
  ]);
});

test('words of any length are handed on in parts', () => {
  const parts = split(Array.from({ length: 12_000 }, (_, index) => `sentence ${index}`).join('\n'), 1000);
  expect(parts.some(({ overflow }) => overflow)).toBe(false);
  expect(parts.reduce((count, { lines }) => count + lines.length, 0)).toBe(12_000);
});
