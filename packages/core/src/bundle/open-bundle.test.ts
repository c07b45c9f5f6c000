import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBudget } from './create-budget.ts';
import { inPieces, makeTar, readTexts } from './make-tar.test.support.ts';
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

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string | Uint8Array): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

async function open(source: BundleSource): Promise<Record<string, unknown>> {
  const budget = createBudget();
  const bundle = await openBundle(source, { budget });
  const texts = await readTexts(bundle);
  const notes = budget.notes.map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
  return { name: bundle.name, container: bundle.container, texts, notes };
}

test('an archive is told by its content, whatever its name', async () => {
  expect(await open(put('ticket.txt', gzip(TAR)))).toEqual({
    name: 'ticket.txt',
    container: 'tar.gz',
    texts: TEXTS,
    notes: [],
  });
  expect(await open(put('ticket.zip', TAR))).toEqual({ name: 'ticket.zip', container: 'tar', texts: TEXTS, notes: [] });
});

test('a folder and an archive of it have the same paths', async () => {
  put('ticket/pods.txt', PODS.body ?? '');
  put('ticket/nodes.txt', NODES.body ?? '');
  expect(await open(folder)).toMatchObject({ container: 'folder', texts: TEXTS.toReversed(), notes: [] });
});

test('a text, plain or compressed, is its own and only member', async () => {
  expect(await open(put('pods.txt', 'NAME\r\nagent'))).toMatchObject({
    container: 'text',
    texts: [['pods.txt', 'NAME\nagent']],
  });
  expect(await open(put('pods.tgz', gzip('NAME\n')))).toMatchObject({
    container: 'text',
    texts: [['pods.tgz', 'NAME']],
    notes: [],
  });
});

test('a stream is told by its content as well', async () => {
  expect(await open(inPieces(gzip(TAR), 10))).toMatchObject({
    name: 'stdin',
    container: 'tar.gz',
    texts: TEXTS,
    notes: [],
  });
  expect(await open(inPieces(TAR, 100))).toMatchObject({ container: 'tar', texts: TEXTS, notes: [] });
  expect(await open(inPieces(new TextEncoder().encode('Error: timed out\n'), 3))).toMatchObject({
    container: 'text',
    texts: [['stdin', 'Error: timed out']],
  });
});

test('a Blob, a File, a web stream and an array of bytes are read alike', async () => {
  const blob = new Blob([gzipSync(TAR)]);
  expect(await open(blob)).toMatchObject({ name: 'memory', container: 'tar.gz', texts: TEXTS });
  expect(await open(blob.stream())).toMatchObject({ name: 'stdin', texts: TEXTS });
  expect(await open(gzip(TAR))).toMatchObject({ name: 'memory', texts: TEXTS });
});

test('files in memory are members by name, sorted', async () => {
  const files = {
    'b.txt': 'Running\n',
    'a.txt': new TextEncoder().encode('\uFEFFPending\n'),
    ['__proto__']: 'odd\n',
    'in.tgz': gzip(TAR),
  };
  expect(await open(files)).toEqual({
    name: 'memory',
    container: 'memory',
    texts: [
      ['__proto__', 'odd'],
      ['a.txt', 'Pending'],
      ['b.txt', 'Running'],
      ...TEXTS.map(([path, text]) => [`in.tgz!/${path}`, text]),
    ],
    notes: [],
  });
});

test('several paths are one bundle, told from the folder they share', async () => {
  const paths = [
    put('ticket/logs/agent.log', 'log\n'),
    put('ticket/pods.txt', 'pods\n'),
    put('ticket/in.tgz', gzip(TAR)),
  ];
  put('ticket/more/deep/nodes.txt', 'nodes\n');
  expect(await open([...paths, join(folder, 'ticket/more'), paths[0] ?? ''])).toEqual({
    name: 'ticket',
    container: 'files',
    texts: [
      ...TEXTS.map(([path, text]) => [`in.tgz!/${path}`, text]),
      ['logs/agent.log', 'log'],
      ['more/deep/nodes.txt', 'nodes'],
      ['pods.txt', 'pods'],
    ],
    notes: [],
  });
});

test('a file named beside its folder is read once', async () => {
  const file = put('ticket/pods.txt', 'pods\n');
  expect(await open([dirname(file), file])).toMatchObject({ texts: [['ticket/pods.txt', 'pods']], notes: [] });
});

test('the members of a file can be read again', async () => {
  const bundle = await openBundle(put('ticket.tgz', gzip(TAR)), { budget: createBudget() });
  expect(await readTexts(bundle)).toEqual(await readTexts(bundle));
});

test('a name can be given', async () => {
  const bundle = await openBundle(inPieces(new TextEncoder().encode('x\n'), 9), {
    budget: createBudget(),
    name: 'paste.txt',
  });
  expect([bundle.name, await readTexts(bundle)]).toEqual(['paste.txt', [['paste.txt', 'x']]]);
});

test('an archive made by tar itself is read', async () => {
  const long = `${'a-long-folder-name/'.repeat(12)}pods.txt`;
  put(`ticket/${long}`, 'deep\n');
  put('ticket/nodes.txt', 'nodes\n');
  for (const format of ['gnu', 'pax', 'ustar', 'v7']) {
    const names = format === 'gnu' || format === 'pax' ? ['ticket'] : ['ticket/nodes.txt'];
    execFileSync('tar', ['czf', 'ticket.tgz', `--format=${format}`, ...names], { cwd: folder });
    const result = await open(join(folder, 'ticket.tgz'));
    expect(result['notes']).toEqual([]);
    const texts = result['texts'] as readonly [string, string][];
    expect(Object.fromEntries(texts)['ticket/nodes.txt']).toBe('nodes');
    if (names[0] === 'ticket') expect(Object.fromEntries(texts)[`ticket/${long}`]).toBe('deep');
  }
});

test.each<[string, () => BundleSource, string]>([
  ['a path where nothing is', () => join(folder, 'missing.tgz'), 'not-found'],
  ['a path below a file', () => join(put('pods.txt', ''), 'deeper'), 'not-found'],
  ['one missing path of several', () => [put('pods.txt', 'x'), join(folder, 'missing')], 'not-found'],
  ['no path', () => [], 'empty-input'],
  ['an empty path', () => '', 'empty-input'],
])('%s cannot be opened', async (_name, source, code) => {
  await expect(openBundle(source(), { budget: createBudget() })).rejects.toMatchObject({ name: 'BundleError', code });
});

test('empty input is read and noted', async () => {
  expect(await open(put('empty.txt', ''))).toMatchObject({ texts: [['empty.txt', '']], notes: ['input-empty'] });
  expect(await open(inPieces(new Uint8Array(0), 1))).toMatchObject({ notes: ['input-empty'] });
  expect(await open(makeTar([{ name: 'd/', type: '5' }]))).toMatchObject({ texts: [], notes: ['input-empty'] });
});

test.each([
  ['ticket.tgz', gzip(makeTar([{ name: 'big.log', body: new Uint8Array(4_000_000).fill(120) }, PODS]))],
  ['big.log', new Uint8Array(4_000_000).fill(120)],
])('who stops early leaves %s closed', async (name, bytes) => {
  const path = put(name, bytes);
  for (let count = 0; count < 20; count += 1) {
    const bundle = await openBundle(count % 2 === 0 ? path : folder, { budget: createBudget() });
    for await (const member of bundle.members()) {
      expect(member.path.endsWith('big.log')).toBe(true);
      if (count < 10) for await (const lines of member.lines()) if (lines.length > 0) break;
      break;
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(openFiles().join('\n')).not.toContain(name);
});

/** Where the process's open files are, as far as they are still open when it is asked. */
function openFiles(): readonly string[] {
  const descriptors = '/proc/self/fd';
  if (process.platform !== 'linux') return [];
  return readdirSync(descriptors).flatMap((descriptor) => {
    try {
      return [readlinkSync(join(descriptors, descriptor))];
    } catch {
      return [];
    }
  });
}
