import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BundleError } from '@referto/core';
import { UsageError } from './usage-error.ts';

/** Writes a file under another name first, so that a half of it is never found under its own. */
export const writeWhole = (file: string, text: string): Promise<void> =>
  beforeRename(file, (unfinished) => writeFile(unfinished, text, { flag: 'wx' }));

/** Lets something be made under another name, and gives it its own when it is whole; nothing is left of what fails. */
export async function beforeRename(file: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID()}.part`);
  try {
    await make(unfinished);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true, recursive: true });
    throw isOurs(error) ? error : cannotWrite(file, error);
  }
}

/** Makes a folder where there is none. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

export const isFolder = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
};

/** It says itself what is wrong. */
const isOurs = (error: unknown): boolean => error instanceof UsageError || error instanceof BundleError;

const cannotWrite = (path: string, error: unknown): UsageError =>
  new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`, {
    cause: error,
  });
