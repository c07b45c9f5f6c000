import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What a compiled program prints as JSON. It runs in a process of its own: what it needs in memory is then its own need,
 * and it may die.
 */
export async function runProgram<T>(
  name: string,
  args: readonly string[] = [],
  { env = {}, flags = [] }: { readonly env?: NodeJS.ProcessEnv; readonly flags?: readonly string[] } = {},
): Promise<T> {
  const child = spawn(process.execPath, [...flags, programFile(name), ...args], { env: { ...process.env, ...env } });
  const texts = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (texts.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (texts.err += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}: ${texts.err}`);
  return JSON.parse(texts.out) as T;
}

/** Whether the tests were compiled. */
export const isBuilt = (name: string): boolean => existsSync(programFile(name));

const programFile = (name: string): string =>
  fileURLToPath(new URL(`../../../dist/bundle/hostile/${name}.test.kit.js`, import.meta.url));
