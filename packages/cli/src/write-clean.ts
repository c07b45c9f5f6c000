import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { DEFAULT_LIMITS, packTar, type CleanBundle, type CleanFile, type PackedFile } from '@referto/core';
import { UsageError } from './usage-error.ts';
import { beforeRename, isFolder, writeWhole } from './write-file.ts';

/** Writes a clean bundle: an archive or a folder, as the name says; one file as it was one. */
export async function writeClean(
  bundle: CleanBundle,
  { output, signal }: { output: string; signal: AbortSignal | undefined },
): Promise<void> {
  if (ARCHIVE.test(output)) return writeArchive(bundle, { output, signal });
  if (bundle.container === 'text' && !/[\\/]$/.test(output)) return writeSingle(bundle, output);
  return writeFolder(bundle, output);
}

const ARCHIVE = /\.(?:tar|tar\.gz|tgz)$/i;

/** Refuses, before anything is read, a folder that holds something. */
export async function checkCleanOutput(output: string): Promise<void> {
  if (ARCHIVE.test(output) || !(await isFolder(output))) return;
  if ((await readdir(output)).length > 0) throw new UsageError(`${output} is a folder that is not empty`);
}

async function writeArchive(
  bundle: CleanBundle,
  { output, signal }: { output: string; signal: AbortSignal | undefined },
): Promise<void> {
  const bytes = Readable.from(packTar(packed(bundle)), { objectMode: false });
  const options = signal ? { signal } : {};
  await beforeRename(output, async (unfinished) => {
    const file = createWriteStream(unfinished, { flags: 'wx' });
    if (/\.tar$/i.test(output)) await pipeline(bytes, file, options);
    else await pipeline(bytes, createGzip(), file, options);
  });
}

/** An archive states the size of a file before its bytes, so each is held as a whole. */
async function* packed(bundle: CleanBundle): AsyncGenerator<PackedFile> {
  for await (const file of bundle.files()) yield { path: file.path, bytes: Buffer.from(await textOf(file)) };
}

async function writeSingle(bundle: CleanBundle, output: string): Promise<void> {
  for await (const file of bundle.files()) await writeWhole(output, await textOf(file));
}

/** Under another name until it is whole. The paths are labels, which lead nowhere but below the folder. */
async function writeFolder(bundle: CleanBundle, output: string): Promise<void> {
  const folder = output.replace(/[\\/]+$/, '');
  await beforeRename(folder, async (unfinished) => {
    await mkdir(unfinished);
    for await (const file of bundle.files()) {
      const path = join(unfinished, ...file.path.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, await textOf(file), { flag: 'wx' });
    }
    await rm(folder, { recursive: true, force: true });
  });
}

async function textOf(file: CleanFile): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const batch of file.lines()) {
    const text = batch.map((line) => `${line}\n`).join('');
    length += text.length;
    if (length > DEFAULT_LIMITS.spoolBytes) throw new UsageError(`${file.path} is too large to be written again`);
    parts.push(text);
  }
  return parts.join('');
}
