import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Limits } from './budget.ts';
import { createBudget } from './create-budget.ts';
import { concat, entriesOf, inPieces, makeEntry, makePax, makeTar, seal } from './make-tar.test.support.ts';
import type { TarFile } from './make-tar.test.support.ts';
import { readTar } from './read-tar.ts';
import { startProgress } from './stall-guard.ts';

interface ReadArchive {
  readonly files: readonly (readonly [string, string])[];
  readonly notes: readonly string[];
}

const PODS: TarFile = { name: 'pods.txt', body: 'NAME   READY\n' };
const NODES: TarFile = { name: 'nodes.txt', body: 'NAME   STATUS\n' };

async function read(
  archive: Uint8Array,
  { limits = {}, piece = 65_536 }: { limits?: Partial<Limits>; piece?: number } = {},
): Promise<ReadArchive> {
  const budget = createBudget(limits);
  const files: [string, string][] = [];
  for await (const entry of entriesOf(
    readTar(inPieces(archive, piece), {
      watch: { budget, progress: startProgress() },
      prefix: '',
    }),
  )) {
    let text = '';
    for await (const chunk of entry.bytes()) text += new TextDecoder('latin1').decode(chunk);
    files.push([entry.path, text]);
  }
  return { files, notes: budget.notes.map(({ code }) => code) };
}

const SOUND = [
  ['pods.txt', 'NAME   READY\n'],
  ['nodes.txt', 'NAME   STATUS\n'],
];

test('regular files come with their bytes, in the order of the archive', async () => {
  expect(await read(makeTar([{ name: 'logs/', type: '5' }, PODS, NODES]))).toEqual({ files: SOUND, notes: [] });
});

test.each([1, 100, 512, 700])('chunks of %i bytes make no difference', async (piece) => {
  expect(await read(makeTar([PODS, makePax({ path: 'nodes.txt' }), { ...NODES, name: 'short' }]), { piece })).toEqual({
    files: SOUND,
    notes: [],
  });
});

test.each([
  [0, 100],
  [0, 65_536],
  [8191, 700],
  [8191, 65_536],
  [8192, 700],
  [8192, 65_536],
  [40_000, 700],
  [40_000, 65_536],
])('a file of %i bytes, in chunks of %i, is whole and does not keep the next from coming', async (size, piece) => {
  const body = 'x'.repeat(size);
  const files = [{ name: 'a', body }, { name: 'b', body }, PODS];
  expect(await read(makeTar(files), { piece })).toEqual({
    files: files.map(({ name, body: text }) => [name, text]),
    notes: [],
  });
});

test.each<[string, TarFile[]]>([
  ['a folder with a size', [{ name: 'd/', type: '5', size: 512 }]],
  ['a folder of the oldest form with a size', [{ name: 'd/', type: '\0', body: 'x' }]],
  ['a link with a size', [{ name: 'pods', type: '1', linkname: 'pods.txt', size: 700 }]],
  ['a global header', [makePax({ comment: 'x' }, 'g')]],
  ['a PAX header of an attribute', [makePax({ 'SCHILY.xattr.user.x': 'y' })]],
  ['a name in the header that is a folder and a path that is none', []],
])('nothing is lost around %s', async (_name, odd) => {
  expect(await read(makeTar([PODS, ...odd, NODES]))).toEqual({ files: SOUND, notes: [] });
});

test('a header that names a folder under a PAX path that does not is a file', async () => {
  expect(await read(makeTar([PODS, makePax({ path: 'nodes.txt' }), { ...NODES, name: 'nodes/' }]))).toEqual({
    files: SOUND,
    notes: [],
  });
});

test.each<[string, TarFile, string]>([
  [
    'a size of base-256 that begins with 0x81',
    { name: 'x', size: Uint8Array.of(0x81, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0) },
    'archive-damaged',
  ],
  ['a negative size', { name: 'x', size: new Uint8Array(12).fill(255) }, 'archive-damaged'],
  ['a sparse file', { name: 'x', type: 'S', body: 'map' }, 'sparse-skipped'],
  ['a device', { name: 'dev/sda', type: '4' }, 'special-file-skipped'],
  ['a fifo with a size', { name: 'pipe', type: '6', size: 9999 }, 'special-file-skipped'],
])('%s is noted and the others are read', async (_name, odd, code) => {
  expect(await read(makeTar([PODS, odd, NODES]))).toEqual({ files: SOUND, notes: [code] });
});

test('links inside are second names; those outside or to nothing make one note with their number', async () => {
  const budget = createBudget();
  const link = (name: string, linkname: string): TarFile => ({ name, type: '2', linkname });
  const archive = makeTar([
    link('a', 'pods.txt'),
    link('b', '/etc/passwd'),
    link('c', '../x'),
    link('d', 'missing'),
    PODS,
  ]);
  for await (const entry of entriesOf(
    readTar(inPieces(archive, 999), {
      watch: { budget, progress: startProgress(), path: 'in.tgz' },
      prefix: 'in.tgz!/',
    }),
  )) {
    expect(entry.path).toBe('in.tgz!/pods.txt');
  }
  expect(budget.notes).toEqual([
    { code: 'link-outside', path: 'in.tgz', message: '3 links lead outside the bundle or to nothing: in.tgz!/b, ...' },
  ]);
});

test('an entry that nobody reads is skipped', async () => {
  const big = makeTar([{ name: 'big.log', body: new Uint8Array(3_000_000).fill(120) }, PODS, NODES]);
  const budget = createBudget();
  const paths: string[] = [];
  for await (const entry of entriesOf(
    readTar(inPieces(big, 65_536), {
      watch: { budget, progress: startProgress() },
      prefix: '',
    }),
  ))
    paths.push(entry.path);
  expect(paths).toEqual(['big.log', 'pods.txt', 'nodes.txt']);
});

test('an entry that is read only in part is skipped from there on', async () => {
  const big = makeTar([{ name: 'big.log', body: new Uint8Array(3_000_000).fill(120) }, PODS, NODES]);
  const budget = createBudget();
  const paths: string[] = [];
  for await (const entry of entriesOf(
    readTar(inPieces(big, 65_536), {
      watch: { budget, progress: startProgress() },
      prefix: '',
    }),
  )) {
    paths.push(entry.path);
    for await (const chunk of entry.bytes()) if (chunk.length > 0) break;
  }
  expect(paths).toEqual(['big.log', 'pods.txt', 'nodes.txt']);
  expect(budget.notes).toEqual([]);
});

test('who stops early closes the source', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield makeEntry(PODS);
    } finally {
      closed = true;
    }
  }
  for await (const entry of entriesOf(
    readTar(source(), {
      watch: { budget: createBudget(), progress: startProgress() },
      prefix: '',
    }),
  )) {
    expect(entry.path).toBe('pods.txt');
    break;
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(true);
});

test('of an archive that is cut anywhere, all complete files are read, and the beginning of the next', async () => {
  const body = 'line of a log\n'.repeat(90);
  const archive = makeTar([PODS, { name: 'agent.log', body }, NODES]);
  for (let length = 1; length < archive.length - 1024; length += 13) {
    const { files, notes } = await read(archive.subarray(0, length));
    expect(notes).toEqual(['archive-damaged']);
    expect(files.length).toBe([512, 1536, 4096 - 512].filter((start) => length >= start).length);
    expect(files[0]?.[1] ?? '').toBe('NAME   READY\n'.slice(0, Math.max(0, length - 512)));
    if (files.length > 1) expect(files[1]?.[1]).toBe(body.slice(0, Math.max(0, length - 1536)));
  }
});

test('a body that claims far more than there is ends where the archive ends', async () => {
  expect(
    await read(concat([makeEntry(PODS), makeEntry({ name: 'huge.log', body: 'begin\n', size: 7_000_000_000 })])),
  ).toEqual({
    files: [
      ['pods.txt', 'NAME   READY\n'],
      ['huge.log', `begin\n${'\0'.repeat(506)}`],
    ],
    notes: ['archive-damaged'],
  });
});

test('a source that says nothing for too long is given up', async () => {
  async function* source(): AsyncGenerator<Uint8Array> {
    yield makeEntry(PODS);
    await new Promise(() => undefined);
  }
  const budget = createBudget({ stallMilliseconds: 50 });
  const paths: string[] = [];
  for await (const entry of entriesOf(readTar(source(), { watch: { budget, progress: startProgress() }, prefix: '' })))
    paths.push(entry.path);
  expect(paths).toEqual(['pods.txt']);
  expect(budget.notes.map(({ code }) => code)).toEqual(['stalled']);
});

test('the number of entries is limited', async () => {
  expect(await read(makeTar([PODS, NODES, NODES]), { limits: { entries: 2 } })).toEqual({
    files: SOUND,
    notes: ['limit-entries'],
  });
});

test('a big global header is no burden for the entries after it', async () => {
  const files = Array.from({ length: 300 }, (_, at) => [makePax({ path: `pod-${at}.log` }), PODS]).flat();
  const archive = makeTar([makePax({ comment: 'x'.repeat(3_000_000) }, 'g'), ...files]);
  const { files: read300, notes } = await read(archive);
  expect(read300).toHaveLength(300);
  expect(notes).toEqual(['limit-meta']);
}, 5000);

test('twenty thousand entries are read in order', async () => {
  const archive = makeTar(
    Array.from({ length: 20_000 }, (_, at) => ({ name: `pods/pod-${at}.log`, body: at % 2 ? `line ${at}\n` : '' })),
  );
  const { files, notes } = await read(archive);
  expect(files).toHaveLength(20_000);
  expect(files[19_999]).toEqual(['pods/pod-19999.log', 'line 19999\n']);
  expect(notes).toEqual([]);
}, 20_000);

test('twenty thousand PAX headers on top of each other are taken in', async () => {
  const { files } = await read(
    makeTar([...Array.from({ length: 20_000 }, (_, at) => makePax({ path: `a${at}` })), PODS]),
  );
  expect(files).toEqual([['a19999', 'NAME   READY\n']]);
}, 20_000);

test('an archive changed at random always settles', async () => {
  const sound = makeTar([
    PODS,
    makePax({ path: 'logs/agent.log' }),
    { name: 'x', body: 'text '.repeat(300) },
    { name: 'd/', type: '5' },
    NODES,
  ]);
  const change = fc.tuple(fc.nat({ max: sound.length / 512 - 1 }), fc.nat({ max: 511 }), fc.nat({ max: 255 }));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), async (changes, repaired) => {
      const archive = sound.slice();
      for (const [block, at, value] of changes) {
        archive[block * 512 + at] = value;
        if (repaired) seal(archive.subarray(block * 512, block * 512 + 512));
      }
      const { files, notes } = await read(archive, { limits: { stallMilliseconds: 1500 } });
      expect(files.length).toBeLessThanOrEqual(8);
      expect(notes).not.toContain('stalled');
    }),
    { numRuns: 2000, seed: 20240207 },
  );
}, 30_000);
