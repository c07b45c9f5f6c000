import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { Configuration, Suppressions } from '@referto/core';
import { print, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** Where it stands what is known and does not count. */
export interface Suppressing {
  /** A file, or false: none; absent: `.referto.yaml` in the working directory, if it is there. */
  readonly config?: string | false;
  readonly baseline?: string;
  /** `YYYY-MM-DD` */
  readonly today?: string;
}

/** What is known and does not count. `paths` are the bundles: what lies in them is the customer's, and configures nothing. */
export async function readSuppressions(
  { config, baseline, today }: Suppressing,
  paths: readonly string[],
  terminal: Terminal,
): Promise<Suppressions | undefined> {
  const configuration = await configurationAt(config, paths, terminal);
  const known = await baselineAt(baseline);
  if (!configuration && !known) return undefined;
  return {
    ...(configuration && { configuration }),
    ...(known && { baseline: known }),
    ...(today !== undefined && { today }),
  };
}

/** A day such as `2026-12-31`. */
export function parseDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new UsageError(`--today ${text}: give a day such as 2026-12-31`);
  return text;
}

const OWN = '.referto.yaml';

async function configurationAt(
  config: Suppressing['config'],
  paths: readonly string[],
  terminal: Terminal,
): Promise<Configuration | undefined> {
  if (config === false) return undefined;
  if (config !== undefined) return readConfiguration(config);
  if (!(await stat(OWN).catch(() => undefined))?.isFile()) return undefined;
  if (await liesIn(OWN, paths)) {
    await print(terminal.stderr, `referto: ${OWN} lies in the bundle and is not used; --config ${OWN} uses it\n`);
    return undefined;
  }
  return readConfiguration(OWN);
}

async function readConfiguration(path: string): Promise<Configuration> {
  const text = await textOf(path, '--config');
  return (await import('@referto/core')).loadConfiguration(path, text);
}

async function baselineAt(path: string | undefined): Promise<Suppressions['baseline']> {
  if (path === undefined) return undefined;
  const text = await textOf(path, '--baseline');
  return (await import('@referto/core')).loadBaseline(path, text);
}

async function liesIn(file: string, paths: readonly string[]): Promise<boolean> {
  const folder = dirname(await realpath(file));
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => undefined)));
  return real.some((path) => {
    const way = path === undefined ? '..' : relative(path, folder);
    return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
  });
}

async function textOf(path: string, option: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new UsageError(`${option} ${path}: there is no such file`);
  if (found.size > MAX_SIZE) throw new UsageError(`${option} ${path}: the file is longer than 256 MiB`);
  return readFile(path, 'utf8');
}

const MAX_SIZE = 256 * 1024 * 1024;
