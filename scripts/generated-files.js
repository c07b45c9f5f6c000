// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runNode } from './run-command.js';

const FOLDER = 'packages/core/src';
const GENERATED = /(^|[\\/])facts[\\/](fact|fact-fields)\.ts$|\.generated\.[^\\/]+$/;

/** The committed files that a new run of the generator would change. */
export async function checkGeneratedFiles() {
  const before = await generatedFiles();
  const { code, output } = await runNode([join('scripts', 'generate.js')]);
  if (code !== 0) return [output];
  const after = await generatedFiles();
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path} was not current; it is now: look at it and commit it`);
}

/** @returns {Promise<Map<string, string>>} path -> text */
async function generatedFiles() {
  const paths = (await readdir(join(ROOT, FOLDER), { recursive: true })).filter((path) => GENERATED.test(path));
  const texts = await Promise.all(paths.map((path) => readFile(join(ROOT, FOLDER, path), 'utf8')));
  return new Map(paths.map((path, at) => [join(FOLDER, path), texts[at] ?? '']));
}
