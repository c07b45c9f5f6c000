import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BIN, BUNDLE, isBuilt, referto, ROOT, run, works, type Ended } from './run-cli.test.kit.ts';

const ARGS = [BUNDLE, '--json', '--fail-on', 'never'];
const NODE = process.execPath;

let folder = '';
let usual: Ended;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'referto-isolation-'));
  usual = isBuilt ? await referto(ARGS) : { code: 0, out: '', err: '' };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Replaces everything that could reach another machine, or start a program, by something that throws. */
const NO_WAY_OUT = `data:text/javascript,${encodeURIComponent(`
  import { createRequire, syncBuiltinESMExports } from 'node:module';
  const require = createRequire('file:///');
  const refuse = () => { process.stderr.write('reached out\\n'); process.exit(99); };
  for (const name of ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'child_process']) {
    const module = require(name);
    for (const key of ['connect', 'createConnection', 'request', 'get', 'createSocket', 'spawn', 'exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']) if (key in module) module[key] = refuse;
  }
  const dns = require('dns');
  for (const key of Object.keys(dns)) if (/^(lookup|resolve|reverse)/.test(key)) dns[key] = refuse;
  globalThis.fetch = refuse;
  syncBuiltinESMExports();
`)}`;

/** Node 20 knows the permission model under another name. */
const PERMISSION = Number(process.versions.node.split('.')[0]) < 22 ? '--experimental-permission' : '--permission';
const canUnshare = works(['unshare', '-rn', 'true']);
const canTrace = works(['strace', '-f', 'true']);

describe.skipIf(!isBuilt)('the same bytes (needs a build)', () => {
  test('it says something', () => {
    expect(usual).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(usual.out)).toMatchObject({ schemaVersion: 1 });
  });

  test.skipIf(!canUnshare)('without a network (needs unshare)', async () => {
    expect(await run(['unshare', '-rn', NODE, BIN, ...ARGS])).toEqual(usual);
  });

  test('where reaching out or starting a program would end it', async () => {
    expect(await run([NODE, '--import', NO_WAY_OUT, BIN, ...ARGS])).toEqual(usual);
  });

  test('where it may only read itself and the bundle', async () => {
    const ended = await run([NODE, '--no-warnings', PERMISSION, `--allow-fs-read=${ROOT}*`, BIN, ...ARGS]);
    expect(ended).toEqual(usual);
  });

  test.each([['--disable-proto=throw'], ['--disable-proto=delete'], ['--disallow-code-generation-from-strings']])(
    'under %s',
    async (flag) => {
      expect(await run([NODE, flag, BIN, ...ARGS])).toEqual(usual);
    },
  );

  test.each([{ TZ: 'Asia/Tokyo' }, { TZ: 'America/Los_Angeles' }, { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }])(
    'under %j',
    async (env) => {
      expect(await referto(ARGS, { env: { ...process.env, ...env } })).toEqual(usual);
    },
  );

  test('whenever the files were written', async () => {
    const copy = join(folder, 'bundle');
    cpSync(BUNDLE, copy, { recursive: true });
    utimesSync(join(copy, 'az-error.txt'), new Date(0), new Date(0));
    expect(await referto([copy, ...ARGS.slice(1)])).toEqual(usual);
  });
});

test.skipIf(!isBuilt || !canTrace || process.platform !== 'linux')(
  'what stands outside a bundle is never opened, whatever its links and names say (needs strace)',
  async () => {
    const bundle = join(folder, 'linked');
    cpSync(BUNDLE, bundle, { recursive: true });
    const outside = join(folder, 'outside-the-bundle.txt');
    writeFileSync(outside, 'secret');
    symlinkSync(outside, join(bundle, 'link.txt'));
    symlinkSync(folder, join(bundle, 'up'));
    symlinkSync('link.txt', join(bundle, 'to-link.txt'));
    const trace = join(folder, 'trace');
    await run(['strace', '-f', '-e', 'trace=open,openat', '-o', trace, NODE, BIN, bundle, '--fail-on', 'never']);
    const opened = readFileSync(trace, 'utf8');
    expect(opened).toContain('az-error.txt');
    expect(opened).not.toMatch(/outside-the-bundle|\/link\.txt|linked\/up/);
  },
);
