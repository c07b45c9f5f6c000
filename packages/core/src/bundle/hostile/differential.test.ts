import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBudget } from '../create-budget.ts';
import { entriesOf, inPieces } from '../make-tar.test.support.ts';
import { readTar } from '../read-tar.ts';
import { startProgress } from '../stall-guard.ts';
import { generateTar } from './generate-tar.test.kit.ts';

const LONG = process.env['REFERTO_FUZZ'] === 'long';
const COUNT = LONG ? 10_000 : 1000;
const BATCH = 250;
/** GNU tar starts a program for each file of each archive, which takes long. */
const TAR_EVERY = LONG ? 1 : 5;
const TIMEOUT = LONG ? 3_600_000 : 600_000;

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const hasGnuTar = spawnSync('tar', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU tar') ?? false;

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'referto-differential-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Prints `[name, size, sha256]` of every regular file of every archive. */
const PYTHON = `
import hashlib, json, sys, tarfile
for path in sys.argv[1:]:
    with tarfile.open(path, 'r:') as archive:
        print(json.dumps([[m.name, m.size, hashlib.sha256(archive.extractfile(m).read()).hexdigest()] for m in archive if m.isreg() and not m.issparse()]))
`;

type Listed = readonly [name: string, size: number, sha256: string];

async function listOurs(bytes: Uint8Array): Promise<readonly Listed[]> {
  const budget = createBudget();
  const files: Listed[] = [];
  for await (const entry of entriesOf(
    readTar(inPieces(bytes, 1000), {
      watch: { budget, progress: startProgress() },
      prefix: '',
    }),
  )) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of entry.bytes()) {
      hash.update(chunk);
      size += chunk.length;
    }
    files.push([entry.path, size, hash.digest('hex')]);
  }
  return files;
}

test.skipIf(!has('python3'))(
  `${COUNT} archives read as Python reads them (needs python3)`,
  async () => {
    for (let first = 0; first < COUNT; first += BATCH) {
      const paths = Array.from({ length: BATCH }, (_, at) => join(folder, `${first + at}.tar`));
      const archives = paths.map((path, at) => {
        const bytes = generateTar(first + at);
        writeFileSync(path, bytes);
        return bytes;
      });
      const { stdout } = spawnSync('python3', ['-c', PYTHON, ...paths], { encoding: 'utf8', maxBuffer: 2 ** 28 });
      const theirs = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as readonly Listed[]);
      expect(theirs).toHaveLength(BATCH);
      for (const [at, bytes] of archives.entries()) expect(await listOurs(bytes), paths[at]).toEqual(theirs[at]);
      for (const path of paths) rmSync(path);
    }
    console.log(`archives compared with Python: ${COUNT} tried, 0 failed`);
  },
  TIMEOUT,
);

test(
  `${COUNT} archives read as tar-stream reads them`,
  async () => {
    for (let seed = 0; seed < COUNT; seed += 1) {
      const bytes = generateTar(seed);
      expect(await listOurs(bytes), `seed ${seed}`).toEqual(await listTheirs(bytes));
    }
    console.log(`archives compared with tar-stream: ${COUNT} tried, 0 failed`);
  },
  TIMEOUT,
);

/** The archives of the oldest form have no magic. */
const EXTRACT_OPTIONS: Parameters<typeof extract>[0] & { readonly allowUnknownFormat: true } = {
  allowUnknownFormat: true,
};

async function listTheirs(bytes: Uint8Array): Promise<readonly Listed[]> {
  const stream = extract(EXTRACT_OPTIONS);
  stream.end(bytes);
  const files: Listed[] = [];
  for await (const entry of stream) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of entry as AsyncIterable<Uint8Array>) {
      hash.update(chunk);
      size += chunk.length;
    }
    if (FILES.has(entry.header.type ?? '')) files.push([entry.header.name, size, hash.digest('hex')]);
  }
  return files;
}

const FILES = new Set(['file', 'contiguous-file']);

test.skipIf(!hasGnuTar)(
  `${COUNT / TAR_EVERY} archives read as GNU tar reads them (needs GNU tar)`,
  async () => {
    for (let seed = 0; seed < COUNT; seed += TAR_EVERY) {
      const bytes = generateTar(seed);
      const ours = await listOurs(bytes);
      const { stdout } = spawnSync('tar', ['-xf', '-', '--to-command', TELL_FILE], { input: bytes, encoding: 'utf8' });
      const theirs = stdout.split('\n').filter((line) => line !== '');
      expect(
        ours.map(([name, size, sha256]) => `${sha256} ${size} ${name}`),
        `seed ${seed}`,
      ).toEqual(theirs);
    }
    console.log(`archives compared with GNU tar: ${COUNT / TAR_EVERY} tried, 0 failed`);
  },
  TIMEOUT,
);

/** Run by tar for each regular file, with its bytes on standard input; nothing is written. */
const TELL_FILE = 'printf "%s %s %s\\n" "$(sha256sum | cut -d" " -f1)" "$TAR_SIZE" "$TAR_FILENAME"';
