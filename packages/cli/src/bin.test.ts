import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../bin/referto.js', import.meta.url));
const REFUSED = fileURLToPath(new URL('../../../fixtures/bundles/private-lookup-public-known/bundle', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-bin-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function end(child: ReturnType<typeof spawn>) {
  const texts = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => (texts.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (texts.err += text));
  const [code] = await once(child, 'close');
  return { code: code as number | null, ...texts };
}

const run = (args: readonly string[]) => end(spawn(process.execPath, [BIN, ...args]));

/** The program's shell around another `main`, to see what it leaves behind when that goes wrong. */
function runAround(name: string, main: string) {
  const place = join(folder, name);
  mkdirSync(join(place, 'bundle'), { recursive: true });
  mkdirSync(join(place, 'bin'));
  cpSync(BIN, join(place, 'bin', 'referto.js'));
  writeFileSync(join(place, 'package.json'), '{"type":"module"}');
  writeFileSync(join(place, 'bundle', 'main.js'), main);
  return end(spawn(process.execPath, [join(place, 'bin', 'referto.js')], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

test('the program prints its report and exits with what it says', async () => {
  const { code, out, err } = await run([REFUSED]);
  expect(out).toMatch(/^error {2}aks-extensions\/agent-no-response/);
  expect({ code, err }).toEqual({ code: 1, err: '' });
});

test.each([
  ['never settles', 'export const main = () => new Promise(() => {});'],
  ['throws', 'export const main = () => { throw new Error("broken"); };'],
  ['rejects', 'export const main = async () => { throw new Error("broken"); };'],
  ['cannot be loaded', 'throw new Error("broken");'],
  [
    'leaves a rejection behind',
    'export const main = async () => { Promise.reject(new Error("broken")); return new Promise(() => {}); };',
  ],
  [
    'throws in a callback',
    'export const main = () => new Promise(() => setTimeout(() => { throw new Error("broken"); }));',
  ],
])('a main that %s leaves 70 behind', async (name, main) => {
  const { code, out, err } = await runAround(name.replaceAll(' ', '-'), main);
  expect({ code, out }).toEqual({ code: 70, out: '' });
  if (name !== 'never settles') expect(err).toContain('internal fault: Error: broken');
});

test('a reader that goes away ends the program quietly', async () => {
  const child = spawn(process.execPath, [BIN, 'facts', REFUSED]);
  child.stdout.destroy();
  const { err, code } = await end(child);
  expect(err).toBe('');
  expect(code).toBe(0);
});

/** A signal that comes before the program listens for it kills it, as it would any. */
const TELLS_WHEN_IT_LISTENS = `data:text/javascript,${encodeURIComponent(
  "process.on('newListener', (name) => { if (name === 'SIGTERM') process.stderr.write('listening\\n'); });",
)}`;

test.skipIf(process.platform === 'win32').each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends with %i (needs POSIX)', async (signal, expected) => {
  const child = spawn(process.execPath, ['--import', TELLS_WHEN_IT_LISTENS, BIN, '-']);
  child.stdin.write('NAME   READY   STATUS\n');
  child.stderr.once('data', () => setTimeout(() => child.kill(signal), 300));
  const { code, out } = await end(child);
  expect({ code, out }).toEqual({ code: expected, out: '' });
});
