import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
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

const PROTO_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
const yamlMap = PROTO_NAMES.map((name) => `  ${name}: polluted\n`).join('');

/** Names that mean something to every object, wherever a bundle can hold a name. */
const POISONED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    PROTO_NAMES.map((name) => [
      `${name}/${name}.txt`,
      `NAMESPACE   NAME   READY   STATUS    RESTARTS   AGE\n${name}   ${name}   1/1   Running   0   4d\n`,
    ]),
  ),
  'map.yaml': `apiVersion: v1\ndata:\n${yamlMap}kind: ConfigMap\nmetadata:\n  name: x\n  labels:\n${yamlMap.replace(/^/gm, '  ').trimEnd()}\n`,
  'pods.json': `{"kind":"Pod","metadata":{"name":"constructor","labels":{${PROTO_NAMES.map((name) => `"${name}":"polluted"`).join(',')}},"__proto__":{"polluted":true}}}`,
  'agent.log': PROTO_NAMES.map((name) => `{"level":"error","msg":"x","${name}":{"polluted":true}}`).join('\n'),
  'events.txt': `LAST SEEN   TYPE      REASON        OBJECT          MESSAGE\n1m          Warning   constructor   pod/__proto__   toString\n`,
};

/** Fails as soon as something writes to a prototype. */
const FROZEN = `data:text/javascript,${encodeURIComponent('for (const one of [Object, Array, Function, Map, Set, String, RegExp]) Object.freeze(one.prototype);')}`;

test.skipIf(!isBuilt).each([[['--disable-proto=throw']], [['--disable-proto=delete']], [['--import', FROZEN]]])(
  'no name of a bundle reaches a prototype under %j (needs a build)',
  async (flags) => {
    const bundle = join(folder, `poisoned-${flags[0]?.replace(/\W/g, '')}`);
    for (const [path, text] of Object.entries(POISONED)) {
      mkdirSync(join(bundle, path, '..'), { recursive: true });
      writeFileSync(join(bundle, path), text);
    }
    for (const command of [['analyze', '--json'], ['facts']]) {
      const [name = '', ...rest] = command;
      const plain = await referto([name, bundle, ...rest]);
      expect(plain.code).toBe(0);
      expect(plain.out).toContain(name === 'facts' ? 'polluted' : '"total": 10');
      expect(await run([NODE, ...flags, BIN, name, bundle, ...rest])).toEqual(plain);
    }
  },
);

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
