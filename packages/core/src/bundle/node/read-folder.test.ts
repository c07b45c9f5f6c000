import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBudget } from '../create-budget.ts';
import { readTexts } from '../make-tar.test.support.ts';
import { openBundle } from '../open-bundle.ts';
import { readFolder } from './read-folder.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(path: string, text: string | Uint8Array = `text of ${path}\n`): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

async function pathsOf(): Promise<{ readonly paths: readonly string[]; readonly notes: readonly unknown[] }> {
  const budget = createBudget();
  const paths: string[] = [];
  for await (const { path } of (await openBundle(folder, { budget })).members()) paths.push(path);
  return { paths, notes: budget.notes };
}

test('files are sorted by code unit, hidden ones and odd names among them', async () => {
  for (const path of ['b.txt', 'B.txt', 'a/z.txt', 'a.txt', '.hidden', 'logs [1]/{x}*.log', 'è.txt']) put(path);
  expect(await pathsOf()).toEqual({
    paths: ['.hidden', 'B.txt', 'a.txt', 'a/z.txt', 'b.txt', 'logs [1]/{x}*.log', 'è.txt'],
    notes: [],
  });
});

test.skipIf(process.platform === 'win32')(
  'a name with a backslash or an escape is read and shown as a label (needs POSIX)',
  async () => {
    put('logs\\agent\u001b[2J.log', 'Running\n');
    const budget = createBudget();
    expect(await readTexts(await openBundle(folder, { budget }))).toEqual([['logs/agent^[[2J.log', 'Running']]);
  },
);

test.skipIf(process.platform === 'win32')(
  'links inside are second names, links outside are one note, loops end (needs POSIX)',
  async () => {
    const outside = mkdtempSync(join(tmpdir(), 'referto-outside-'));
    writeFileSync(join(outside, 'secret.txt'), 'secret\n');
    put('logs/agent.log');
    symlinkSync('logs/agent.log', join(folder, 'current.log'));
    symlinkSync('.', join(folder, 'logs', 'loop'));
    symlinkSync(outside, join(folder, 'elsewhere'));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'secret.txt'));
    symlinkSync('missing', join(folder, 'dangling'));
    expect(await pathsOf()).toEqual({
      paths: ['logs/agent.log'],
      notes: [{ code: 'link-outside', message: '3 links lead outside the bundle or to nothing: dangling, ...' }],
    });
    rmSync(outside, { recursive: true });
  },
);

test.skipIf(process.platform === 'win32')('a fifo and a socket are never opened (needs POSIX)', async () => {
  put('pods.txt');
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const server = createServer().listen(join(folder, 'socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  const started = Date.now();
  expect(await pathsOf()).toEqual({
    paths: ['pods.txt'],
    notes: [{ code: 'special-file-skipped', message: '2 devices, fifos or sockets were not opened: pipe, ...' }],
  });
  expect(Date.now() - started).toBeLessThan(1000);
  server.close();
});

test.skipIf(process.platform === 'win32')(
  'a fifo that takes the place of a file does not block (needs POSIX)',
  async () => {
    const file = put('pods.txt');
    put('services.txt');
    const budget = createBudget();
    const read: string[] = [];
    for await (const entry of readFolder({ folder, prefix: '', budget })) {
      if (read.length === 0) {
        rmSync(join(folder, 'services.txt'));
        execFileSync('mkfifo', [join(folder, 'services.txt')]);
      }
      for await (const chunk of entry.bytes()) read.push(`${entry.path} ${chunk.length}`);
    }
    expect(file.endsWith('pods.txt')).toBe(true);
    expect(read).toEqual(['pods.txt 17']);
    expect(budget.notes).toMatchObject([{ code: 'file-changed', path: 'services.txt' }]);
  },
);

test.skipIf(process.platform === 'win32')(
  'a link that takes the place of a file is not followed (needs POSIX)',
  async () => {
    put('a.txt');
    put('b.txt');
    const budget = createBudget();
    const read: string[] = [];
    for await (const entry of readFolder({ folder, prefix: '', budget })) {
      rmSync(join(folder, 'b.txt'), { force: true });
      symlinkSync('/etc/hostname', join(folder, 'b.txt'));
      for await (const chunk of entry.bytes()) read.push(`${entry.path} ${chunk.length}`);
    }
    expect(read).toEqual(['a.txt 14']);
    expect(budget.notes).toMatchObject([{ code: 'file-changed', path: 'b.txt', message: 'the file became a link' }]);
  },
);

test('a file that vanishes and one that grows are noted, the others are read', async () => {
  for (const path of ['a.txt', 'b.txt', 'c.txt']) put(path);
  const budget = createBudget();
  const read: string[] = [];
  for await (const entry of readFolder({ folder, prefix: '', budget })) {
    rmSync(join(folder, 'b.txt'), { force: true });
    for await (const chunk of entry.bytes()) {
      read.push(`${entry.path} ${chunk.length}`);
      if (entry.path === 'c.txt' && read.length < 4) appendFileSync(join(folder, 'c.txt'), 'more\n');
    }
  }
  expect(read.slice(0, 2)).toEqual(['a.txt 14', 'c.txt 14']);
  expect(budget.notes.map(({ code, path }) => `${code} ${path}`)).toEqual(['file-changed b.txt', 'file-changed c.txt']);
});

test('an empty folder is a bundle without members, and says so', async () => {
  expect(await pathsOf()).toEqual({
    paths: [],
    notes: [{ code: 'input-empty', message: 'there is no file in the input' }],
  });
});

test('the number of entries is limited', async () => {
  for (let count = 0; count < 9; count += 1) put(`pod-${count}.log`);
  const budget = createBudget({ entries: 5 });
  expect(await readTexts(await openBundle(folder, { budget }))).toHaveLength(5);
  expect(budget.notes).toMatchObject([{ code: 'limit-entries' }]);
});
