import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Limits } from './budget.ts';
import { createBudget } from './create-budget.ts';
import { makeTar, readTexts } from './make-tar.test.support.ts';
import type { TarFile } from './make-tar.test.support.ts';
import { openBundle } from './open-bundle.ts';
import type { BundleSource } from './open-bundle.ts';

const gzip = (bytes: Uint8Array | string): Uint8Array => new Uint8Array(gzipSync(bytes));
const PODS: TarFile = { name: 'ticket/pods.txt', body: 'NAME   READY\nagent  2/2\n' };
const NODES: TarFile = { name: 'ticket/nodes.txt', body: 'NAME   STATUS\n' };
const TAR = makeTar([PODS, NODES]);
const TEXTS = [
  ['ticket/pods.txt', 'NAME   READY\nagent  2/2'],
  ['ticket/nodes.txt', 'NAME   STATUS'],
];

interface Opened {
  readonly texts: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
}

async function open(source: BundleSource, limits: Partial<Limits> = {}): Promise<Opened> {
  const budget = createBudget(limits);
  const texts = await readTexts(await openBundle(source, { budget }));
  return { texts, notes: budget.notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`)) };
}

test('archives in archives are opened in their place, down to the limit', async () => {
  const nest = (depth: number): Uint8Array =>
    gzip(
      depth === 0
        ? 'the innermost\n'
        : makeTar([
            { name: 'in.tgz', body: nest(depth - 1) },
            { name: 'pods.txt', body: `${depth}\n` },
          ]),
    );
  expect(await open(nest(4))).toMatchObject({
    texts: [
      ['in.tgz!/in.tgz!/in.tgz', ''],
      ['in.tgz!/in.tgz!/pods.txt', '2'],
      ['in.tgz!/pods.txt', '3'],
      ['pods.txt', '4'],
    ],
    notes: ['limit-nesting in.tgz!/in.tgz!/in.tgz'],
  });
  expect(await open(nest(2))).toMatchObject({
    texts: [
      ['in.tgz!/in.tgz', 'the innermost'],
      ['in.tgz!/pods.txt', '1'],
      ['pods.txt', '2'],
    ],
    notes: [],
  });
});

test('gzip in gzip in gzip ends at the limit', async () => {
  let bytes = gzip('text\n');
  for (let level = 0; level < 9; level += 1) bytes = gzip(bytes);
  expect(await open({ 'quine.gz': bytes })).toMatchObject({
    texts: [['quine.gz', '']],
    notes: ['limit-nesting quine.gz'],
  });
});

test('other archives and binaries are named with what to do, and the rest is read', async () => {
  const files = {
    'a.7z': Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c),
    'b.bin': Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0),
    'c.txt': 'Running\n',
  };
  expect(await open(files)).toMatchObject({
    texts: [
      ['a.7z', ''],
      ['b.bin', ''],
      ['c.txt', 'Running'],
    ],
    notes: ['archive-unsupported a.7z', 'binary-file b.bin'],
  });
});

test('PowerShell output is read', async () => {
  const text = Buffer.from('\uFEFFNAME   READY\r\nagent  2/2\r\n', 'utf16le');
  expect(await open({ 'pods.txt': new Uint8Array(text) })).toMatchObject({
    texts: [['pods.txt', 'NAME   READY\nagent  2/2']],
    notes: [],
  });
});

test('a text of mostly wrong bytes is noted, a stray one is not', async () => {
  const files = { 'a.txt': new Uint8Array(100).fill(0xe9), 'b.txt': Uint8Array.of(0x63, 0xec, 0x0a) };
  expect(await open(files)).toMatchObject({ notes: ['text-damaged a.txt'] });
});

test('a long line is cut and noted with its number', async () => {
  const budget = createBudget({ lineBytes: 10 });
  await readTexts(await openBundle({ 'a.txt': `short\n${'x'.repeat(11)}\n${'y'.repeat(30)}\n` }, { budget }));
  expect(budget.notes).toMatchObject([{ code: 'limit-line', path: 'a.txt', line: 2 }]);
});

test('an archive that expands too much is stopped, and what came before is kept', async () => {
  const zeros = { name: 'zeros', body: new Uint8Array(80 * 1024 * 1024) };
  expect(await open(gzip(makeTar([PODS, zeros, NODES])), { ratio: 100 })).toMatchObject({
    texts: [TEXTS[0], ['zeros', '']],
    notes: ['limit-ratio', 'archive-damaged zeros', 'binary-file zeros'],
  });
});

test('the limit on all bytes is shared by all that is in the bundle', async () => {
  const line = `${'x'.repeat(99)}\n`;
  const log = line.repeat(100);
  const result = await open(
    { 'a.log': log, 'b.gz': gzip(log), 'c.tgz': gzip(makeTar([{ name: 'log', body: log }])), 'd.log': log },
    { totalBytes: 25_000 },
  );
  expect(result).toMatchObject({
    texts: [
      ['a.log', log.trim()],
      ['b.gz', log.trim()],
      ['c.tgz!/log', log.slice(0, 5000 - 512).trim()],
      ['d.log', ''],
    ],
    notes: ['limit-total-bytes c.tgz', 'archive-damaged c.tgz!/log', 'limit-total-bytes d.log'],
  });
});

test('a small archive cut anywhere settles with its complete members', async () => {
  const names = Array.from({ length: 12 }, (_, at) => `logs/pod-${at}.log`);
  const whole = gzip(makeTar(names.map((name, at) => ({ name, body: `line ${at * 7919}\n`.repeat(20 + at) }))));
  const complete = (await open(whole)).texts;
  for (let length = 20; length < whole.length; length += 7) {
    const { texts, notes } = await open(whole.subarray(0, length));
    expect(notes).toContain('gzip-damaged');
    if (texts[0]?.[0] === 'memory') continue; // not even the first header is whole
    expect(texts.slice(0, -1)).toEqual(complete.slice(0, Math.max(0, texts.length - 1)));
    for (const [path, text] of texts.slice(-1))
      expect(complete.find(([name]) => name === path)?.[1].startsWith(text)).toBe(true);
  }
});

test('a stream that fails or stalls leaves what it had given', async () => {
  async function* failing(): AsyncGenerator<Uint8Array> {
    yield TAR.subarray(0, 1540);
    throw new Error('connection reset');
  }
  expect(await open(failing())).toMatchObject({
    texts: [TEXTS[0], ['ticket/nodes.txt', 'NAME']],
    notes: ['unreadable', 'archive-damaged ticket/nodes.txt'],
  });
  async function* stalling(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode('NAME\nagent');
    await new Promise(() => undefined);
  }
  async function* stallingArchive(): AsyncGenerator<Uint8Array> {
    yield gzip(TAR).subarray(0, 150);
    await new Promise(() => undefined);
  }
  const { texts, notes } = await open(stallingArchive(), { stallMilliseconds: 40 });
  expect(texts[0]).toEqual(TEXTS[0]);
  expect(notes).toEqual(expect.arrayContaining(['gzip-damaged', 'stalled']));
  expect(await open(stalling(), { stallMilliseconds: 40 })).toMatchObject({
    texts: [['stdin', 'NAME\nagent']],
    notes: ['stalled'],
  });
});
