import { rmSync } from 'node:fs';
import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BundleError } from '@referto/core';
import { UsageError } from './usage-error.ts';

/**
 * Writes a file under another name first, so that a half of it is never found under its own. A link is followed to what
 * it stands for; a device or a pipe gets the text as it is.
 */
export async function writeWhole(file: string, text: string | Iterable<string>): Promise<void> {
  if (await isDevice(file)) {
    return writeFile(file, text).catch((error: unknown) => Promise.reject(cannotWrite(file, error)));
  }
  await beforeRename(file, (unfinished) => writeFile(unfinished, text, { flag: 'wx' }));
}

/** Whether there is something that is neither a file nor a folder, such as a pipe. */
export async function isDevice(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Lets something be made under another name, and gives it its own when it is whole; nothing is left of what fails. */
export async function beforeRename(file: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  const { randomUUID } = await import('node:crypto');
  const target = await realpath(file).catch(() => file);
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  const forget = removeAtExit(part);
  try {
    await make(part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { force: true, recursive: true });
    throw isOurs(error) ? error : cannotWrite(file, error);
  } finally {
    forget();
  }
}

/** Lets a file be used that is gone afterwards, however that ends. */
export async function whileThere(file: string, use: (file: string) => Promise<void>): Promise<void> {
  const forget = removeAtExit(file);
  try {
    await use(file);
  } finally {
    await rm(file, { force: true });
    forget();
  }
}

/** Who interrupts the program twice ends it at once; gives what calls that off. */
function removeAtExit(part: string): () => void {
  const remove = (): void => rmSync(part, { force: true, recursive: true });
  process.once('exit', remove);
  return () => process.off('exit', remove);
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
