import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Limits } from './budget.ts';
import { createBudget } from './create-budget.ts';
import { concat, inPieces, makeTar, readTexts } from './make-tar.test.support.ts';
import { makeZip } from './make-zip.test.kit.ts';
import type { ZipFileMade } from './make-zip.test.kit.ts';
import { openBundle } from './open-bundle.ts';
import type { BundleSource } from './open-bundle.ts';

const PODS: ZipFileMade = { name: 'ticket/pods.txt', body: 'NAME   READY\nagent  2/2\n' };
const NODES: ZipFileMade = { name: 'ticket/nodes.txt', body: 'NAME   STATUS\n', stored: true };
const TEXTS = [
  ['ticket/pods.txt', 'NAME   READY\nagent  2/2'],
  ['ticket/nodes.txt', 'NAME   STATUS'],
];

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

async function open(source: BundleSource, limits: Partial<Limits> = {}): Promise<Record<string, unknown>> {
  const budget = createBudget({ stallMilliseconds: 2000, ...limits });
  const bundle = await openBundle(source, { budget });
  const texts = await readTexts(bundle);
  const notes = budget.notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
  return { container: bundle.container, texts, notes, messages: budget.notes.map(({ message }) => message) };
}

const zipped = makeZip([PODS, NODES]);

test.each<[string, () => BundleSource]>([
  ['a file', () => put('ticket.zip', zipped)],
  ['a file with another name', () => put('ticket.log', zipped)],
  ['bytes', () => zipped],
  ['a Blob', () => new Blob([new Uint8Array(zipped)])],
  ['a stream', () => inPieces(zipped, 7)],
])('a zip archive is read from %s', async (_, source) => {
  expect(await open(source())).toMatchObject({ container: 'zip', texts: TEXTS, notes: [] });
});

test('zip archives in folders and in archives are opened in their place', async () => {
  put('inner.zip', zipped);
  expect(await open(folder)).toMatchObject({ texts: TEXTS.map(([path, text]) => [`inner.zip!/${path}`, text]) });
  const outer = new Uint8Array(gzipSync(makeTar([{ name: 'nodes/a.zip', body: zipped }])));
  expect(await open(outer)).toMatchObject({
    texts: TEXTS.map(([path, text]) => [`nodes/a.zip!/${path}`, text]),
    notes: [],
  });
  const nested = makeZip([{ name: 'a.zip', body: makeZip([{ name: 'b.zip', body: makeZip([PODS]) }]) }]);
  const deep = makeZip([{ name: 'c.zip', body: nested }]);
  expect(await open(deep)).toMatchObject({ notes: ['limit-nesting c.zip!/a.zip!/b.zip'] });
});

test.each<[string, ZipFileMade]>([
  ['sizes behind the data', { ...PODS, streamed: true }],
  ['zip64 sizes', { ...PODS, zip64: true }],
  ['separators of Windows', { ...PODS, name: 'ticket\\pods.txt' }],
])('%s are read', async (_, file) => {
  expect(await open(makeZip([file, NODES]))).toMatchObject({ texts: TEXTS, notes: [] });
});

test.each<[string, ZipFileMade, string[], RegExp | undefined]>([
  ['a name that leads out', { name: '../evil', body: 'x' }, ['(..)/evil'], undefined],
  ['a name that is a property', { name: '__proto__', body: 'x' }, ['__proto__'], undefined],
  ['a name of DOS', { name: Uint8Array.of(0x82, 0x2e, 0x6c), body: 'x' }, ['é.l'], undefined],
  ['a size that is too small', { name: 'a', body: 'xyz', size: 1 }, ['a'], /longer than/],
  ['a size that is too large', { name: 'a', body: 'x', size: 99 }, ['a'], /shorter than/],
  ['a stored size that lies', { name: 'a', body: 'x', size: 99, stored: true }, ['a'], /shorter than/],
  ['an encrypted file', { name: 'a', body: 'x', flags: 1 }, [], /encrypted/],
  ['another way of packing', { name: 'a', body: 'x', method: 93 }, [], /method 93/],
  ['a link', { name: 'a', body: '../../etc/passwd', mode: 0o120777 }, [], /outside the bundle/],
  ['a fifo', { name: 'a', body: '', mode: 0o010644 }, [], /not opened/],
  ['a folder', { name: 'a/', body: '' }, [], undefined],
])('%s does not keep the others from being read', async (_, file, paths, why) => {
  const { texts, messages } = await open(makeZip([file, PODS]));
  expect((texts as string[][]).map(([path]) => path)).toEqual([...paths, 'ticket/pods.txt']);
  expect(messages).toEqual(why === undefined ? [] : [expect.stringMatching(why)]);
});

test('a damaged file is a note, and the others are read', async () => {
  const damaged = Uint8Array.from(makeZip([{ name: 'a', body: 'kube-system '.repeat(9), stored: true }, PODS]));
  damaged[40] = 0;
  expect(await open(damaged)).toMatchObject({
    notes: ['archive-damaged a'],
    messages: [expect.stringMatching(/checksum/)],
  });
});

test('files that share their bytes are refused', async () => {
  const bomb = makeZip([{ name: 'a', body: 'x'.repeat(1_000_000) }], 5000);
  expect(await open(bomb)).toMatchObject({
    texts: [],
    messages: [expect.stringMatching(/claim|overlap/), expect.anything()],
  });
  const twice = makeZip(
    [
      { name: 'a', body: 'x' },
      { name: 'b', body: 'y'.repeat(5000), stored: true },
    ],
    2,
  );
  expect((await open(twice))['messages']).toContainEqual(expect.stringMatching(/not read/));
});

const MANY = Array.from({ length: 40 }, (_, at) => `${String(at).padStart(2, '0')}.txt`);

test.each<[string, Partial<ZipFileMade>]>([
  ['sizes in front', {}],
  ['sizes behind', { streamed: true }],
  ['stored files', { stored: true }],
])('of a zip archive that is cut anywhere, what is whole is read: %s', async (_, form) => {
  const whole = makeZip(MANY.map((name) => ({ ...PODS, ...form, name })));
  let most = 0;
  for (let length = 97; length < whole.length; length += 97) {
    const { texts, notes } = await open(whole.subarray(0, length));
    expect(notes).toContainEqual(expect.stringContaining('archive-damaged'));
    const read = (texts as [string, string][]).filter(([, text]) => text === PODS.body!.toString().trim());
    expect(read.map(([path]) => path)).toEqual(MANY.slice(0, read.length));
    expect(texts).toHaveLength(Math.min(read.length + 1, (texts as []).length));
    most = Math.max(most, read.length);
  }
  expect(most).toBe(MANY.length);
});

test('a file that the end of the archive cuts is noted as cut', async () => {
  const whole = makeZip([{ ...PODS, stored: true }]);
  expect(await open(whole.subarray(0, 30 + PODS.name.length + 9))).toMatchObject({
    texts: [['ticket/pods.txt', 'NAME   REA']].map(([path, text]) => [path, text!.slice(0, 9)]),
    notes: ['archive-damaged', 'archive-damaged ticket/pods.txt'],
  });
});

test('of a cut archive a file with a password is named, and the next is read', async () => {
  const whole = makeZip([{ ...PODS, flags: 1 }, NODES]);
  const { texts, notes } = await open(whole.subarray(0, whole.length - 30));
  expect(texts).toEqual([['ticket/pods.txt', ''], TEXTS[1]]);
  expect(notes).toContain('archive-unsupported ticket/pods.txt');
});

test('bytes that changed anywhere never keep anyone waiting', async () => {
  for (let at = 0; at < zipped.length; at += 3) {
    const changed = Uint8Array.from(zipped);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect((await open(changed))['texts']).toBeInstanceOf(Array);
  }
});

test('limits are noted: bytes held in memory, entries, all bytes', async () => {
  expect(await open(inPieces(zipped, 9), { spoolBytes: 50 })).toMatchObject({ notes: ['limit-object-size stdin'] });
  expect(await open(put('a.zip', zipped), { spoolBytes: 50 })).toMatchObject({ texts: TEXTS, notes: [] });
  expect(await open(zipped, { entries: 1 })).toMatchObject({ texts: [TEXTS[0]], notes: ['limit-entries'] });
  expect((await open(zipped, { totalBytes: 10 }))['notes']).toContainEqual(
    expect.stringContaining('limit-total-bytes'),
  );
});

test('a bomb in one file ends at the limit on how much comes out of how little', async () => {
  const zeros = makeZip([{ name: 'a.log', body: new Uint8Array(80 * 1024 * 1024).fill(10) }]);
  expect((await open(zeros, { ratio: 100 }))['notes']).toEqual(['limit-ratio a.log']);
});

test('an archive with bytes behind its end is told of', async () => {
  expect(await open(concat([zipped, Uint8Array.of(1, 2)]))).toMatchObject({ texts: TEXTS, notes: ['archive-damaged'] });
});
