import { gzipSync } from 'node:zlib';
import type { Limits } from '../budget.ts';
import { readBundleFacts } from '../../read-facts.ts';
import { makeEntry, makePax } from '../make-tar.test.support.ts';

/** What the reading of a large input needed, and what was noted of it. */
export interface LargeFigures {
  readonly notes: readonly string[];
  readonly facts: number;
  /** Of the processor, for other programs take their share of the time. */
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
}

const MIB = 1024 * 1024;

/** Inputs that are large, or become so; none is ever in memory as a whole. */
export const LARGE_INPUTS = [
  'bomb',
  'entries',
  'more',
  'stacked',
  'one line',
  'empty lines',
  'nuls',
  'nested',
] as const;
export type LargeInput = (typeof LARGE_INPUTS)[number];

const MAKE: Readonly<Record<LargeInput, () => Iterable<Uint8Array>>> = {
  /** 2 GiB of one letter in 2 MB. */
  bomb: () => repeated(new Uint8Array(gzipSync(new Uint8Array(4 * MIB).fill(120))), 512),
  entries: () => entries(20_000),
  more: () => entries(200_000),
  stacked: () => stacked(20_000),
  'one line': () => repeated(new Uint8Array(MIB).fill(120), 600),
  'empty lines': () => repeated(new Uint8Array(MIB).fill(10), 10),
  nuls: () => repeated(new TextEncoder().encode(`line of text ${'\0'.repeat(3)}\r\n`.repeat(30_000)), 30),
  /** Archives in archives, each with all of the bomb. */
  nested: () => [
    makeEntry({ name: 'a.gz', body: gzipSync(gzipSync(new Uint8Array(16 * MIB).fill(120))) }),
    new Uint8Array(1024),
  ],
};

function* repeated(bytes: Uint8Array, times: number): Generator<Uint8Array> {
  for (let count = 0; count < times; count += 1) yield bytes;
}

/** Each is the first with another number, so that making them costs nothing beside reading them. */
function* entries(count: number): Generator<Uint8Array> {
  const first = makeEntry({ name: 'folder/file-000000.txt' });
  const sum = first.subarray(148, 154);
  const stated = parseInt(new TextDecoder().decode(sum), 8);
  for (let at = 0; at < count; at += 1) {
    const digits = [...`${at}`.padStart(6, '0')].map(Number);
    const entry = first.slice();
    digits.forEach((digit, index) => (entry[12 + index] = 48 + digit));
    const total = stated + digits.reduce((all, digit) => all + digit, 0);
    for (let index = 0; index < 6; index += 1) entry[153 - index] = 48 + ((total >> (3 * index)) & 7);
    yield entry;
  }
  yield new Uint8Array(1024);
}

function* stacked(count: number): Generator<Uint8Array> {
  for (let at = 0; at < count; at += 1) yield makeEntry(makePax({ path: `name-${at}` }));
  yield makeEntry({ name: 'x', body: 'x' });
  yield new Uint8Array(1024);
}

/** Reads a large input as a stream. */
export async function readLarge(input: LargeInput, limits: Partial<Limits> = {}): Promise<LargeFigures> {
  const { facts, notes } = await readBundleFacts(asStream(MAKE[input]()), { limits });
  const used = process.cpuUsage();
  return {
    notes: [...new Set(notes.map(({ code }) => code))],
    facts: facts.length,
    cpuSeconds: (used.user + used.system) / 1e6,
    peakMebibytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

async function* asStream(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

if (process.argv[1]?.endsWith('run-large.test.kit.js')) {
  const [input = 'bomb', limits = '{}'] = process.argv.slice(2);
  const figures = await readLarge(input as LargeInput, JSON.parse(limits) as Partial<Limits>);
  process.stdout.write(JSON.stringify(figures));
}
