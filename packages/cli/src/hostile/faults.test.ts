import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { packTar, type PackedFile } from '@referto/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, BUNDLE, isBuilt, referto, run, works } from './run-cli.test.kit.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'referto-faults-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const POSIX = process.platform !== 'win32';
const canMount = works(['unshare', '-rm', 'true']);
/** Permissions do not bind root, who starts the program as another user, if that one may read it. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const isBound = POSIX && spawnSync(process.execPath, [BIN, '--version'], { ...NOBODY, stdio: 'ignore' }).status === 0;
const CUTS = 50;
const hasFull = existsSync('/dev/full');

const DESCRIBED = readFileSync(join(BUNDLE, 'kubectl', 'describe-nodes.txt'), 'utf8');
/** Does not compress: 20 KB stay 20 KB. */
const NOISE = Array.from({ length: 300 }, (_, at) => createHash('sha512').update(`${at}`).digest('base64')).join('\n');

async function tarOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  async function* packed(): AsyncGenerator<PackedFile> {
    for (const [path, text] of Object.entries(files)) {
      const bytes = Buffer.from(text);
      yield { path, size: bytes.length, bytes: Readable.from([bytes]) };
    }
  }
  return Buffer.concat(await Readable.from(packTar(packed())).toArray());
}

const inGroups = <T>(values: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size));

describe.skipIf(!isBuilt)('what goes wrong outside has a message and an exit code (needs a build)', () => {
  test('a folder that is not there', async () => {
    const { code, err } = await referto([BUNDLE, '-o', join(folder, 'none', 'report.txt')]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^referto: .*report\.txt cannot be written: ENOENT/),
    });
  });

  test.skipIf(!hasFull)('a full device as output (needs /dev/full)', async () => {
    const { code, err } = await referto([BUNDLE, '-o', '/dev/full']);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(/^referto: \/dev\/full cannot be written: ENOSPC/),
    });
    expect(existsSync('/dev/full')).toBe(true);
  });

  test.skipIf(!hasFull)('a full device as standard output (needs /dev/full)', async () => {
    const { code, out } = await run(['sh', '-c', `"${process.execPath}" "${BIN}" "${BUNDLE}" 2>&1 >/dev/full`]);
    expect({ code, out }).toEqual({
      code: 2,
      out: expect.stringMatching(/^referto: the output cannot be written: .*ENOSPC/),
    });
  });

  test.skipIf(!canMount)(
    'a disk that is full while it is written, and nothing is left on it (needs unshare)',
    async () => {
      const script = `mount -t tmpfs -o size=4k none "${folder}" && cd "${folder}" && "${process.execPath}" "${BIN}" "${BUNDLE}" --json -o report.json; echo "code $?"; ls -A`;
      const { out, err } = await run(['unshare', '-rm', 'sh', '-c', script]);
      expect(err).toMatch(/^referto: .*report\.json cannot be written: ENOSPC/);
      expect(out).toBe('code 2\n');
    },
  );

  test('a report that is there already is replaced only by a whole one', async () => {
    const file = join(folder, 'report.json');
    writeFileSync(file, 'the one before');
    await referto([BUNDLE, '--json', '-o', file, '--rules', join(folder, 'none')]);
    expect(readFileSync(file, 'utf8')).toBe('the one before');
    await referto([BUNDLE, '--json', '-o', file]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 1 });
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  test.skipIf(!POSIX)('a link as output stays a link (needs POSIX)', async () => {
    writeFileSync(join(folder, 'real.txt'), '');
    symlinkSync('real.txt', join(folder, 'link.txt'));
    await referto([BUNDLE, '-o', join(folder, 'link.txt')]);
    expect(readFileSync(join(folder, 'real.txt'), 'utf8')).toMatch(/^error /);
  });

  test.skipIf(!isBound)('a file and a folder that may not be read (needs a user that is not root)', async () => {
    chmodSync(folder, 0o755);
    const bundle = join(folder, 'bundle');
    mkdirSync(bundle);
    writeFileSync(join(bundle, 'closed.txt'), 'x');
    writeFileSync(join(bundle, 'open.txt'), 'NAME   STATUS\n');
    chmodSync(join(bundle, 'closed.txt'), 0);
    mkdirSync(join(bundle, 'locked'), 0o000);
    const { code, out } = await referto([bundle, '--json'], NOBODY);
    chmodSync(join(bundle, 'locked'), 0o700);
    expect({ code, notes: (JSON.parse(out) as { notes: unknown }).notes }).toEqual({
      code: 3,
      notes: ['closed.txt', 'locked'].map((path) => expect.objectContaining({ code: 'unreadable', path })),
    });
  });

  test.skipIf(!isBound)('a folder that may not be written to (needs a user that is not root)', async () => {
    chmodSync(folder, 0o555);
    const { code, err } = await referto([BUNDLE, '-o', join(folder, 'report.txt')], NOBODY);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/report\.txt cannot be written: EACCES/) });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!POSIX).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s while it reads: %i, and no file is left (needs POSIX)', async (signal, expected) => {
    const child = spawn(process.execPath, [BIN, '-', '--json', '-o', join(folder, 'report.json')]);
    child.stdin.write('NAME   READY   STATUS\n');
    setTimeout(() => child.kill(signal), 1500);
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(expected);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('an archive cut in fifty places: a report, a note, and 3', async () => {
    const packed = gzipSync(await tarOf({ 'describe-nodes.txt': DESCRIBED, 'noise.txt': NOISE }));
    expect(packed.length).toBeGreaterThan(18_000);
    const cuts = Array.from({ length: CUTS }, (_, at) => Math.floor((packed.length * (at + 1)) / (CUTS + 1)));
    for (const some of inGroups(cuts, 5)) {
      const ended = await Promise.all(
        some.map(async (length) => {
          const file = join(folder, `cut-${length}.tar.gz`);
          writeFileSync(file, packed.subarray(0, length));
          return { length, ...(await referto([file, '--json'])) };
        }),
      );
      for (const { length, code, out } of ended) {
        expect(code, `cut after ${length}`).toBe(3);
        const { notes } = JSON.parse(out) as { notes: readonly { code: string }[] };
        expect(
          notes.map((note) => note.code),
          `cut after ${length}`,
        ).toContain('gzip-damaged');
      }
    }
    console.log(`cut archives through the program: ${CUTS} tried, 0 failed`);
  });

  test('a limit that is reached: a note, and 3', async () => {
    const { code, out } = await referto([BUNDLE, '--json', '--limit', 'entries=2']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ notes: [{ code: 'limit-entries' }] });
  });
});
