import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProgram } from '../program.ts';
import { completionScript, SHELLS } from './completion.ts';

const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
const program = createProgram(terminal, () => undefined);

test.each(SHELLS)('the script for %s knows every command and every option', (shell) => {
  const script = completionScript(program, shell);
  for (const command of program.commands.filter((one) => one.name() !== 'help')) {
    expect(script).toContain(command.name());
    for (const { long } of command.options) if (long) expect(script).toContain(long.replace(/^--/, ''));
  }
});

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

describe.skipIf(!isThere('bash'))('bash (needs bash)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'referto-completion-'));
    writeFileSync(join(folder, 'ticket.tgz'), '');
    writeFileSync(join(folder, 'completion.sh'), completionScript(program, 'bash'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What bash offers where the last of the words is being typed. */
  function offered(...words: readonly string[]): readonly string[] {
    const typed = ['referto', ...words].map((word) => `'${word}'`).join(' ');
    const asked = `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _referto`;
    const run = `source ./completion.sh; ${asked}; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', run], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  }

  test('completes commands, also those below a command', () => {
    expect(offered('exp')).toEqual(['explain']);
    expect(offered('rules', 'sh')).toEqual(['show']);
  });

  test('completes options of the command, and of the one that runs where none is named', () => {
    expect(offered('facts', '--cap')).toEqual(['--captured-at']);
    expect(offered('--fail')).toEqual(['--fail-on']);
    expect(offered('facts', '--fail')).toEqual([]);
  });

  test('completes values and files', () => {
    expect(offered('analyze', '--format', 'sa')).toEqual(['sarif']);
    expect(offered('--locale', '')).toEqual(['en', 'it']);
    expect(offered('tick')).toEqual(['ticket.tgz']);
    expect(offered('completion', 'z')).toEqual(['zsh']);
  });
});

test.skipIf(!isThere('zsh'))('zsh reads its script (needs zsh)', () => {
  const { status, stderr } = spawnSync('zsh', ['-n'], { input: completionScript(program, 'zsh'), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.skipIf(!isThere('fish'))('fish completes commands and values (needs fish)', () => {
  const asked = `${completionScript(program, 'fish')}\ncomplete -C 'referto exp'; complete -C 'referto analyze --locale '`;
  const { stdout } = spawnSync('fish', ['--no-config', '-c', asked], { encoding: 'utf8' });
  expect(stdout.split('\n').map((line) => line.split('\t')[0])).toEqual(expect.arrayContaining(['explain', 'it']));
});
