import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './budget.ts';
import { guardTar } from './guard-tar.ts';
import { concat, makeEntry, makePax, makeTar } from './make-tar.test.support.ts';
import type { TarFile } from './make-tar.test.support.ts';

interface Guarded {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
}

function guard(archive: Uint8Array, { limits = {}, piece = archive.length } = {}): Guarded {
  const notes = new Set<string>();
  const guarded = guardTar({ ...DEFAULT_LIMITS, ...limits }, (code) => notes.add(code));
  const out: Uint8Array[] = [];
  for (let at = 0; at < archive.length; at += piece) out.push(guarded.push(archive.subarray(at, at + piece)));
  return { bytes: concat([...out, guarded.end()]), notes: [...notes] };
}

/** Name, type and size of each header that passed. */
function headersOf(bytes: Uint8Array): readonly string[] {
  const headers: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const text = new TextDecoder('latin1').decode(bytes.subarray(at, at + 512));
    const size = Number.parseInt(text.slice(124, 135), 8);
    headers.push(`${text.slice(0, 100).replace(/\0.*/s, '')} ${text.charAt(156)} ${size}`);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return headers;
}

const PODS: TarFile = { name: 'pods.txt', body: 'NAME   READY\n' };
const NODES: TarFile = { name: 'nodes.txt', body: 'NAME   STATUS\n' };

test('a sound archive passes as it is, but for its end mark', () => {
  const archive = makeTar([PODS, { name: 'logs/', type: '5' }, NODES]);
  expect(guard(archive)).toEqual({ bytes: archive.subarray(0, -1024), notes: [] });
});

test('what passes does not depend on where the chunks end', () => {
  const archive = makeTar([
    PODS,
    makePax({ path: 'a/long/name.txt', mtime: '1.5' }),
    NODES,
    { name: 'd/', type: '5', size: 512 },
  ]);
  const whole = guard(archive);
  for (const piece of [1, 7, 511, 512, 513, 1000]) expect(guard(archive, { piece })).toEqual(whole);
});

test.each(['1', '2', '3', '4', '5', '6'])('an entry of type %s has no body, whatever its size says', (type) => {
  const { bytes, notes } = guard(makeTar([{ name: 'odd', type, size: 512 }, PODS]));
  expect(headersOf(bytes)).toEqual([`odd ${type} 0`, 'pods.txt 0 13']);
  expect(notes).toEqual([]);
});

test('a file named as a folder is one, and its body is skipped', () => {
  expect(headersOf(guard(makeTar([{ name: 'logs/', body: 'hidden' }, PODS])).bytes)).toEqual([
    'logs/ 5 0',
    'pods.txt 0 13',
  ]);
});

test.each([
  ['base-256 that begins with 0x81', Uint8Array.of(0x81, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0)],
  ['base-256 that begins with 0xfe', new Uint8Array(12).fill(0xfe)],
  ['negative', new Uint8Array(12).fill(0xff)],
  ['larger than any file', Uint8Array.of(0x80, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
  ['no number', new TextEncoder().encode('12x\0\0\0\0\0\0\0\0\0')],
])('an entry whose size is %s does not pass; those after it do', (_name, size) => {
  const { bytes, notes } = guard(makeTar([PODS, { name: 'bad.txt', size, body: 'some text' }, NODES]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13', 'nodes.txt 0 14']);
  expect(notes).toEqual(['archive-damaged']);
});

test('base-256 and blank-padded sizes are rewritten in octal', () => {
  const base256 = Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13);
  const padded = new TextEncoder().encode('         15 ');
  const archive = makeTar([{ ...PODS, size: base256 }, { ...PODS, size: padded }, NODES]);
  expect(headersOf(guard(archive).bytes)).toEqual(['pods.txt 0 13', 'pods.txt 0 13', 'nodes.txt 0 14']);
});

test.each(['-512', 'abc', '1e3', ''])('a PAX size of %j is refused', (size) => {
  const { bytes, notes } = guard(makeTar([makePax({ size }), { name: 'bad.txt', body: 'x'.repeat(600) }, PODS]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
  expect(notes).toEqual(['archive-damaged']);
});

test('a PAX size counts, also where a GNU long name comes between', () => {
  const longName: TarFile = { name: '././@LongLink', type: 'L', body: 'logs/agent.log\0' };
  const archive = makeTar([
    makePax({ size: '2048' }),
    longName,
    { name: 'logs', size: 0, body: 'x'.repeat(2048) },
    PODS,
  ]);
  expect(headersOf(guard(archive).bytes)).toEqual(['pax x 23', 'pax 0 2048', 'pods.txt 0 13']);
});

test('a NUL ends a name in a PAX header', () => {
  const { bytes } = guard(makeTar([makePax({ path: 'good.txt\0../evil' }), PODS]));
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('path=good.txt\n');
  expect(text).not.toContain('evil');
});

test('records that nobody reads do not pass', () => {
  const { bytes } = guard(makeTar([makePax({ mtime: '1.5', __proto__: 'x', comment: 'y' }), PODS]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
});

test.each([
  ['a PAX header', makePax({ path: 'x'.repeat(2000) }), { metaBytes: 1000 }],
  ['a global header', makePax({ comment: 'x'.repeat(2000) }, 'g'), { globalMetaBytes: 1000 }],
  ['all headers together', makePax({ path: 'x'.repeat(2000) }), { metaTotalBytes: 1000 }],
])('%s beyond the limit is left out and noted', (_name, header, limits) => {
  const { bytes, notes } = guard(makeTar([header, PODS]), { limits });
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
  expect(notes).toEqual(['limit-meta']);
});

test.each([
  [
    'PAX',
    [makePax({ 'GNU.sparse.major': '1', 'GNU.sparse.realsize': '1099511627776' }), { name: 'hole', body: 'map' }],
  ],
  ['old GNU', [{ name: 'hole', type: 'S', body: 'data' }]],
  [
    'old GNU with a longer map',
    [{ name: 'hole', type: 'S', size: 4, body: longMap(), edit: (block: Uint8Array) => void (block[482] = 1) }],
  ],
])('a %s sparse file is skipped and noted', (_name, files) => {
  const { bytes, notes } = guard(makeTar([...files, PODS]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
  expect(notes).toEqual(['sparse-skipped']);
});

/** Two more blocks of a sparse map, and the data. */
function longMap(): Uint8Array {
  const map = new Uint8Array(1024);
  map[504] = 1;
  return concat([map, new TextEncoder().encode('data')]);
}

test('what comes after the end mark does not pass', () => {
  const { bytes, notes } = guard(concat([makeTar([PODS]), makeTar([NODES])]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
  expect(notes).toEqual(['archive-garbage-after-end']);
});

test('zeros after the end mark are padding', () => {
  expect(guard(concat([makeTar([PODS]), new Uint8Array(9000)])).notes).toEqual([]);
});

test('a single block of zeros between entries is a hole, not the end', () => {
  const { bytes, notes } = guard(concat([makeEntry(PODS), new Uint8Array(512), makeTar([NODES])]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13', 'nodes.txt 0 14']);
  expect(notes).toEqual(['archive-damaged']);
});

test('reading goes on after a damaged header', () => {
  const bad = makeEntry({ name: 'bad.txt', body: 'text' });
  bad[3] = 33;
  const { bytes, notes } = guard(concat([bad, makeTar([PODS])]));
  expect(headersOf(bytes)).toEqual(['pods.txt 0 13']);
  expect(notes).toEqual(['archive-damaged']);
});

test('an archive without an end mark may be cut', () => {
  expect(guard(makeEntry(PODS)).notes).toEqual(['archive-damaged']);
});

test('the oldest archives, without a magic, pass', () => {
  expect(headersOf(guard(makeTar([{ ...PODS, magic: 'none', type: '\0' }])).bytes)).toEqual(['pods.txt 0 13']);
});

test('a checksum of signed bytes is accepted', () => {
  const entry = makeEntry({ name: 'perché.txt', body: 'text' });
  const signed = entry
    .subarray(0, 512)
    .reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : (byte << 24) >> 24), 0);
  entry.set(new TextEncoder().encode(`${signed.toString(8).padStart(6, '0')}\0 `), 148);
  expect(guard(concat([entry, new Uint8Array(1024)])).notes).toEqual([]);
});

test('unknown types are regular files; volume labels and the like are none', () => {
  const archive = makeTar([
    { name: 'file', type: 'Z', body: 'text' },
    { name: 'label', type: 'V', size: 0 },
    { name: 'rest', type: 'M', body: 'x' },
  ]);
  expect(headersOf(guard(archive).bytes)).toEqual(['file 0 4', 'label 6 0', 'rest 6 0']);
});
