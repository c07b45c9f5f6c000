// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runNode } from './run-command.js';

/** Where the generator writes: types, lists, validators, schemas, and the pages about them. */
const PLACES = [
  {
    folder: 'packages/core/src',
    generated: /(^|[\\/])facts[\\/](fact|fact-fields)\.ts$|\.generated\.[^\\/]+$|\.schema\.json$/,
  },
  { folder: 'docs', generated: /\.md$/ },
];

/** The committed files that a new run of the generators would change. They need a build. */
export async function checkGeneratedFiles() {
  const before = await generatedFiles();
  for (const script of ['generate.js', 'write-rule-docs.js', 'write-library-page.js']) {
    const { code, output } = await runNode([join('scripts', script)]);
    if (code !== 0) return [output];
  }
  const after = await generatedFiles();
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .map((path) => `${path} was not current; it is now: look at it and commit it`);
}

/** @returns {Promise<Map<string, string>>} path -> text */
async function generatedFiles() {
  const texts = new Map();
  for (const { folder, generated } of PLACES) {
    const paths = await readdir(join(ROOT, folder), { recursive: true });
    for (const path of paths.filter((one) => generated.test(one))) {
      texts.set(join(folder, path), await readFile(join(ROOT, folder, path), 'utf8'));
    }
  }
  return texts;
}
