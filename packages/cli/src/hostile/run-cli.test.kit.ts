import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The program as it is started. */
export const BIN: string = fileURLToPath(new URL('../../bin/referto.js', import.meta.url));

/** The folder of the repository, and a bundle with findings in it. */
export const ROOT: string = fileURLToPath(new URL('../../../..', import.meta.url));
export const BUNDLE: string = fileURLToPath(new URL('../../../../fixtures/bundles/example/bundle', import.meta.url));

/** Whether the program was built. */
export const isBuilt: boolean = existsSync(fileURLToPath(new URL('../../dist/main.js', import.meta.url)));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. */
export async function run(command: readonly [string, ...string[]], options: object = {}): Promise<Ended> {
  const [file, ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  const texts = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

/** Runs the program. */
export const referto = (args: readonly string[], options: object = {}): Promise<Ended> =>
  run([process.execPath, BIN, ...args], options);

/** Whether a command is there and may do what it is for. */
export const works = (command: readonly [string, ...string[]]): boolean =>
  spawnSync(command[0], command.slice(1), { stdio: 'ignore' }).status === 0;
