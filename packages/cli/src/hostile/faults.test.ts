import { spawn } from 'node:child_process';
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
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, BUNDLE, isBuilt, referto, run, works } from './run-cli.test.kit.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'referto-faults-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const POSIX = process.platform !== 'win32';
const canMount = works(['unshare', '-rm', 'true']);
const isRoot = process.getuid?.() === 0;
const hasFull = existsSync('/dev/full');

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

  test.skipIf(!POSIX || isRoot)('a file that may not be read (needs a user that is not root)', async () => {
    const bundle = join(folder, 'bundle');
    mkdirSync(bundle);
    writeFileSync(join(bundle, 'closed.txt'), 'x');
    writeFileSync(join(bundle, 'open.txt'), 'NAME   STATUS\n');
    chmodSync(join(bundle, 'closed.txt'), 0);
    const { code, out } = await referto([bundle]);
    expect({ code, out }).toEqual({ code: 3, out: expect.stringContaining('closed.txt') });
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

  test('archives that are cut: a report, a note, and 3', async () => {
    const packed = gzipSync(readFileSync(join(BUNDLE, 'kubectl', 'describe-nodes.txt')));
    for (let cut = 1; cut <= 5; cut += 1) {
      const file = join(folder, `cut-${cut}.gz`);
      writeFileSync(file, packed.subarray(0, Math.floor((packed.length * cut) / 6)));
      const { code, out } = await referto([file, '--json']);
      expect(code, `cut ${cut}`).toBe(3);
      expect(JSON.parse(out)).toMatchObject({ notes: [{ code: 'gzip-damaged' }] });
    }
  });

  test('a limit that is reached: a note, and 3', async () => {
    const { code, out } = await referto([BUNDLE, '--json', '--limit', 'entries=2']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ notes: [{ code: 'limit-entries' }] });
  });
});
