import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bashScript } from './bash-script.ts';
import type { CollectionPlan } from './plan-collection.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collect-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a program in the place of a real one. */
const program = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
  chmodSync(join(folder, name), 0o755);
};
/** Prints its words, each behind a zero, which no word holds. */
const ECHO = '#!/bin/sh\nprintf "\\\\0%s" "$@"\n';

const planOf = (...commands: readonly (readonly string[])[]): CollectionPlan => ({
  bundle: 'ticket',
  refused: [],
  captures: commands.map((words, at) => ({
    command: words.join(' '),
    words,
    file: `${String(at + 1).padStart(3, '0')}-kubectl.txt`,
    why: ['it is asked'],
  })),
});

interface Collected {
  readonly files: Readonly<Record<string, string>>;
  readonly manifest: { readonly captures: readonly Record<string, unknown>[] } & Record<string, unknown>;
}

/** Runs a script where only the given programs are, and reads what it packed. */
function run(plan: CollectionPlan): Collected {
  const script = join(folder, 'collect.sh');
  writeFileSync(script, bashScript(plan));
  const env = { PATH: `${folder}:/usr/bin:/bin`, TMPDIR: folder };
  execFileSync('bash', [script], { cwd: folder, env, stdio: 'pipe' });
  const archive = readdirSync(folder).find((name) => name.endsWith('.tar.gz'))!;
  execFileSync('tar', ['-xzf', archive], { cwd: folder });
  const root = join(folder, archive.replace('.tar.gz', ''));
  const captures = readdirSync(join(root, 'captures'));
  return {
    files: Object.fromEntries(captures.map((name) => [name, readFileSync(join(root, 'captures', name), 'utf8')])),
    manifest: JSON.parse(readFileSync(join(root, 'referto-collect.json'), 'utf8')),
  };
}

describe.skipIf(process.platform === 'win32')('in a real bash (needs POSIX)', () => {
  test('each command is run once, and what it prints stands below it in a file of its own', () => {
    program('kubectl', ECHO);
    const { files, manifest } = run(planOf(['kubectl', 'get', 'pods', '-A'], ['kubectl', 'describe', 'nodes']));
    expect(files).toEqual({
      '001-kubectl.txt': '$ kubectl get pods -A\n\0get\0pods\0-A',
      '002-kubectl.txt': '$ kubectl describe nodes\n\0describe\0nodes',
    });
    expect(manifest).toMatchObject({ 'referto-collect': 1, shell: 'bash', bundle: 'ticket' });
    expect(manifest.captures).toEqual([
      expect.objectContaining({ command: 'kubectl get pods -A', file: 'captures/001-kubectl.txt', exitCode: 0 }),
      expect.objectContaining({ command: 'kubectl describe nodes', file: 'captures/002-kubectl.txt', exitCode: 0 }),
    ]);
  });

  test('a program that is not there, and one that fails, are told of and keep nothing from the rest', () => {
    program('kubectl', '#!/bin/sh\necho "Error from server (NotFound): pods not found" >&2\nexit 1\n');
    program('host', '#!/bin/sh\necho warning >&2\necho found\n');
    const { files, manifest } = run(planOf(['helm-x', 'list'], ['kubectl', 'get', 'pod', 'x'], ['host', 'a']));
    expect(files).toEqual({
      '001-kubectl.txt': '$ helm-x list\nbash: helm-x: command not found\n',
      '002-kubectl.txt': '$ kubectl get pod x\nError from server (NotFound): pods not found\n',
      '003-kubectl.txt': '$ host a\nfound\n',
      '003-kubectl.stderr.txt': 'warning\n',
    });
    expect(manifest.captures.map(({ exitCode }) => exitCode)).toEqual([127, 1, 0]);
  });

  test('no word can act, whatever a bundle calls its objects', () => {
    program('kubectl', ECHO);
    const nasty = fc.sample(
      fc.string({ unit: 'binary', minLength: 1 }).filter((word) => isPassable(word)),
      150,
    );
    const words = [...NASTY, ...nasty];
    const { files, manifest } = run(planOf(...words.map((word) => ['kubectl', 'describe', 'pod', word])));
    const given = Object.values(files).map((text) => text.split('\0').slice(1));
    expect(given).toEqual(words.map((word) => ['describe', 'pod', word]));
    expect(manifest.captures).toHaveLength(words.length);
    expect(readdirSync(folder)).not.toContain('pwned');
  });

  test('a bundle and a title that would end a comment do not', () => {
    program('kubectl', ECHO);
    const [capture] = planOf(['kubectl', 'get', 'pods']).captures;
    const plan = {
      bundle: "'; touch pwned; '\n",
      refused: [],
      captures: [{ ...capture!, why: ['x\ntouch pwned', 'x\rtouch pwned', 'x\u2028touch pwned'] }],
    };
    expect(run(plan).manifest['bundle']).toBe("'; touch pwned; '");
    expect(readdirSync(folder)).not.toContain('pwned');
  });
});

const NASTY = [
  "it's",
  "'; touch pwned; '",
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned #',
  '\\',
  "\\'",
  '!!',
  '*',
  '~',
  'a b\tc',
  'x\ny',
  '%s%n',
  '${PATH}',
  '& touch pwned',
  '| touch pwned',
  '--as=admin',
  '’ touch pwned ‘',
];

/** A program is given no word with a zero in it. */
const isPassable = (word: string): boolean => !word.includes('\0');
