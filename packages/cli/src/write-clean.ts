import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { packTar, type CleanBundle, type CleanFile, type PackedFile } from '@referto/core';
import { UsageError } from './usage-error.ts';
import { beforeRename, isDevice, isFolder, whileThere } from './write-file.ts';

/** Writes a clean bundle: an archive or a folder, as the name says; one file as it was one. */
export async function writeClean(bundle: CleanBundle, writing: Writing): Promise<void> {
  if (ARCHIVE.test(writing.output)) return writeArchive(bundle, writing);
  if (bundle.container === 'text' && !/[\\/]$/.test(writing.output)) return writeSingle(bundle, writing);
  return writeFolder(bundle, writing);
}

interface Writing {
  readonly output: string;
  readonly signal: AbortSignal | undefined;
}

const ARCHIVE = /\.(?:tar|tar\.gz|tgz)$/i;

/** Refuses, before anything is read, a folder that holds something. */
export async function checkCleanOutput(output: string): Promise<void> {
  if (ARCHIVE.test(output) || !(await isFolder(output))) return;
  if ((await readdir(output)).length > 0) throw new UsageError(`${output} is a folder that is not empty`);
}

async function writeArchive(bundle: CleanBundle, { output, signal }: Writing): Promise<void> {
  const options = signal ? { signal } : {};
  await beforeRename(output, (unfinished) =>
    whileThere(`${unfinished}.file`, async (beside) => {
      const bytes = Readable.from(packTar(packed(bundle, beside)), { objectMode: false });
      const file = createWriteStream(unfinished, { flags: 'wx' });
      if (/\.tar$/i.test(output)) await pipeline(bytes, file, options);
      else await pipeline(bytes, createGzip(), file, options);
    }),
  );
}

/** An archive states the size of a file before its bytes, so each is written beside it first. */
async function* packed(bundle: CleanBundle, beside: string): AsyncGenerator<PackedFile> {
  for await (const file of bundle.files()) {
    await pipeline(Readable.from(bytesOf(file)), createWriteStream(beside));
    const { size } = await stat(beside);
    yield { path: file.path, size, bytes: createReadStream(beside) };
  }
}

async function writeSingle(bundle: CleanBundle, { output, signal }: Writing): Promise<void> {
  for await (const file of bundle.files()) {
    if (await isDevice(output)) await writeLines(file, { path: output, flags: 'w', signal });
    else await beforeRename(output, (unfinished) => writeLines(file, { path: unfinished, signal }));
  }
}

/** Under another name until it is whole. The paths are labels, which lead nowhere but below the folder. */
async function writeFolder(bundle: CleanBundle, { output, signal }: Writing): Promise<void> {
  const folder = output.replace(/[\\/]+$/, '');
  await beforeRename(folder, async (unfinished) => {
    await mkdir(unfinished);
    for await (const file of bundle.files()) {
      const path = join(unfinished, ...file.path.split('/'));
      await mkdir(dirname(path), { recursive: true });
      await writeLines(file, { path, signal });
    }
    await rm(folder, { recursive: true, force: true });
  });
}

const writeLines = (
  file: CleanFile,
  { path, flags = 'wx', signal }: { path: string; flags?: 'w' | 'wx'; signal: AbortSignal | undefined },
): Promise<void> =>
  pipeline(Readable.from(bytesOf(file)), createWriteStream(path, { flags }), signal ? { signal } : {});

/** A batch of lines at a time. */
async function* bytesOf(file: CleanFile): AsyncGenerator<Buffer> {
  for await (const batch of file.lines()) yield Buffer.from(batch.map((line) => `${line}\n`).join(''));
}
