import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './budget.ts';
import { createTarParser } from './parse-tar.ts';
import { concat, makeEntry, makePax, makeTar } from './make-tar.test.support.ts';
import type { TarFile } from './make-tar.test.support.ts';

interface Parsed {
  /** Name, type and size of each entry, and its body. */
  readonly entries: readonly string[];
  readonly bodies: readonly string[];
  readonly notes: readonly string[];
}

function parse(archive: Uint8Array, { limits = {}, piece = archive.length } = {}): Parsed {
  const notes = new Set<string>();
  const parser = createTarParser({ ...DEFAULT_LIMITS, ...limits }, (code) => notes.add(code));
  const entries: string[] = [];
  const bodies: string[] = [];
  const takeBody = (): void => {
    for (let part = parser.piece(); part !== undefined; part = parser.piece())
      bodies[bodies.length - 1] += new TextDecoder().decode(part);
  };
  for (let at = 0; at < archive.length; at += piece) {
    parser.push(archive.subarray(at, at + piece));
    takeBody();
    for (let entry = parser.inBody ? undefined : parser.next(); entry !== undefined;) {
      entries.push(`${entry.name} ${entry.type} ${entry.size}`);
      bodies.push('');
      takeBody();
      entry = parser.inBody ? undefined : parser.next();
    }
  }
  parser.end();
  return { entries, bodies, notes: [...notes] };
}

const PODS: TarFile = { name: 'pods.txt', body: 'NAME   READY\n' };
const NODES: TarFile = { name: 'nodes.txt', body: 'NAME   STATUS\n' };

test('a sound archive is parsed as it is', () => {
  expect(parse(makeTar([PODS, { name: 'logs/', type: '5' }, NODES]))).toEqual({
    entries: ['pods.txt file 13', 'logs/ directory 0', 'nodes.txt file 14'],
    bodies: ['NAME   READY\n', '', 'NAME   STATUS\n'],
    notes: [],
  });
});

test('what is found does not depend on where the chunks end', () => {
  const archive = makeTar([
    PODS,
    makePax({ path: 'a/long/name.txt', mtime: '1.5' }),
    NODES,
    { name: 'd/', type: '5', size: 512 },
  ]);
  const whole = parse(archive);
  for (const piece of [1, 7, 511, 512, 513, 1000]) expect(parse(archive, { piece })).toEqual(whole);
});

test.each([
  ['1', 'link'],
  ['2', 'symlink'],
  ['3', 'special'],
  ['4', 'special'],
  ['5', 'directory'],
  ['6', 'special'],
])('an entry of type %s has no body, whatever its size says', (type, known) => {
  const { entries, notes } = parse(makeTar([{ name: 'odd', type, size: 512 }, PODS]));
  expect(entries).toEqual([`odd ${known} 0`, 'pods.txt file 13']);
  expect(notes).toEqual([]);
});

test('a file named as a folder is one, and its body is skipped', () => {
  expect(parse(makeTar([{ name: 'logs/', body: 'hidden' }, PODS])).entries).toEqual([
    'logs/ directory 0',
    'pods.txt file 13',
  ]);
});

test.each([
  ['base-256 that begins with 0x81', Uint8Array.of(0x81, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0)],
  ['base-256 that begins with 0xfe', new Uint8Array(12).fill(0xfe)],
  ['negative', new Uint8Array(12).fill(0xff)],
  ['larger than any file', Uint8Array.of(0x80, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255)],
  ['no number', new TextEncoder().encode('12x\0\0\0\0\0\0\0\0\0')],
])('an entry whose size is %s is left out; those after it are not', (_name, size) => {
  const { entries, notes } = parse(makeTar([PODS, { name: 'bad.txt', size, body: 'some text' }, NODES]));
  expect(entries).toEqual(['pods.txt file 13', 'nodes.txt file 14']);
  expect(notes).toEqual(['archive-damaged']);
});

test('base-256 and blank-padded sizes are read', () => {
  const base256 = Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 13);
  const padded = new TextEncoder().encode('         15 ');
  const archive = makeTar([{ ...PODS, size: base256 }, { ...PODS, size: padded }, NODES]);
  expect(parse(archive).entries).toEqual(['pods.txt file 13', 'pods.txt file 13', 'nodes.txt file 14']);
});

test.each(['-512', 'abc', '1e3', ''])('a PAX size of %j is refused', (size) => {
  const { entries, notes } = parse(makeTar([makePax({ size }), { name: 'bad.txt', body: 'x'.repeat(600) }, PODS]));
  expect(entries).toEqual(['pods.txt file 13']);
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
  expect(parse(archive).entries).toEqual(['logs/agent.log file 2048', 'pods.txt file 13']);
});

test('a NUL ends a name in a PAX header', () => {
  expect(parse(makeTar([makePax({ path: 'good.txt\0../evil' }), PODS])).entries).toEqual(['good.txt file 13']);
});

test.each([
  ['a PAX header', makePax({ path: 'x'.repeat(2000) }), { metaBytes: 1000 }],
  ['a global header', makePax({ comment: 'x'.repeat(2000) }, 'g'), { globalMetaBytes: 1000 }],
  ['all headers together', makePax({ path: 'x'.repeat(2000) }), { metaTotalBytes: 1000 }],
])('%s beyond the limit is left out and noted', (_name, header, limits) => {
  const { entries, notes } = parse(makeTar([header, PODS]), { limits });
  expect(entries).toEqual(['pods.txt file 13']);
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
  const { entries, notes } = parse(makeTar([...files, PODS]));
  expect(entries).toEqual(['pods.txt file 13']);
  expect(notes).toEqual(['sparse-skipped']);
});

/** Two more blocks of a sparse map, and the data. */
function longMap(): Uint8Array {
  const map = new Uint8Array(1024);
  map[504] = 1;
  return concat([map, new TextEncoder().encode('data')]);
}

test('what comes after the end mark is not read', () => {
  const { entries, notes } = parse(concat([makeTar([PODS]), makeTar([NODES])]));
  expect(entries).toEqual(['pods.txt file 13']);
  expect(notes).toEqual(['archive-garbage-after-end']);
});

test('zeros after the end mark are padding', () => {
  expect(parse(concat([makeTar([PODS]), new Uint8Array(9000)])).notes).toEqual([]);
});

test('a single block of zeros between entries is a hole, not the end', () => {
  const { entries, notes } = parse(concat([makeEntry(PODS), new Uint8Array(512), makeTar([NODES])]));
  expect(entries).toEqual(['pods.txt file 13', 'nodes.txt file 14']);
  expect(notes).toEqual(['archive-damaged']);
});

test('reading goes on after a damaged header', () => {
  const bad = makeEntry({ name: 'bad.txt', body: 'text' });
  bad[3] = 33;
  const { entries, notes } = parse(concat([bad, makeTar([PODS])]));
  expect(entries).toEqual(['pods.txt file 13']);
  expect(notes).toEqual(['archive-damaged']);
});

test('an archive without an end mark may be cut', () => {
  expect(parse(makeEntry(PODS)).notes).toEqual(['archive-damaged']);
});

test('the oldest archives have no magic', () => {
  expect(parse(makeTar([{ ...PODS, magic: 'none', type: '\0' }])).entries).toEqual(['pods.txt file 13']);
});

test('a checksum of signed bytes is accepted', () => {
  const entry = makeEntry({ name: 'perché.txt', body: 'text' });
  const signed = entry
    .subarray(0, 512)
    .reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 32 : (byte << 24) >> 24), 0);
  entry.set(new TextEncoder().encode(`${signed.toString(8).padStart(6, '0')}\0 `), 148);
  expect(parse(concat([entry, new Uint8Array(1024)])).notes).toEqual([]);
});

test('unknown types are regular files; volume labels and the like are none', () => {
  const archive = makeTar([
    { name: 'file', type: 'Z', body: 'text' },
    { name: 'label', type: 'V', size: 0 },
    { name: 'rest', type: 'M', body: 'x' },
  ]);
  expect(parse(archive).entries).toEqual(['file file 4', 'label special 0', 'rest special 0']);
});
