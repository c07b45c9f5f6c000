// @ts-check
// Writes packages/cli/bundle: the program with all it needs in a few files, which start fast and install alone. Beside it
// the licenses of what is inside, in dist/schemas the schemas that the program prints, and in dist/rule-cases the cases of
// its rules.
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { rolldown } from 'rolldown';
import { ROOT } from './run-command.js';

const CLI = join(ROOT, 'packages/cli');
const CORE = join(ROOT, 'packages/core');
const BUNDLE = join(CLI, 'bundle');
const SCHEMAS = join(CLI, 'dist/schemas');

await rm(BUNDLE, { recursive: true, force: true });
const built = await rolldown({
  input: { main: join(CLI, 'dist/main.js'), 'bundle-worker': join(CLI, 'dist/bundle-worker.js') },
  platform: 'node',
  external: [/^node:/, 'recheck'],
});
const { output } = await built.write({
  dir: BUNDLE,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // What most runs do not need is a file of its own: what shares one with what they need would be read as well.
  codeSplitting: {
    groups: [
      { name: 'yaml', test: /[\\/]node_modules[\\/]yaml[\\/]/ },
      { name: 'validators', test: /validate\.generated\.js$/ },
      { name: 'errors', test: /(?:bundle-error|rule-error|unknown-rule-error|did-you-mean)\.js$/ },
    ],
  },
  // Shorter text is read faster; names stay as they are, for profiles and traces.
  minify: { compress: false, mangle: false, codegen: true },
});
await built.close();
await writeFile(join(BUNDLE, 'LICENSES.txt'), await licensesOf(output.flatMap((chunk) => chunk.moduleIds ?? [])));

await mkdir(SCHEMAS, { recursive: true });
for (const path of await readdir(join(CORE, 'src'), { recursive: true })) {
  if (path.endsWith('.schema.json'))
    await copyFile(join(CORE, 'src', path), join(SCHEMAS, path.split(sep).at(-1) ?? path));
}

/** The cases of the rules, in which the rules of others have to be silent. */
const CASES = join(CLI, 'dist/rule-cases');
const RULES = join(ROOT, 'packages/rules/rules');
await rm(CASES, { recursive: true, force: true });
await cp(RULES, CASES, { recursive: true, filter: (path) => !/(?<!\.test)\.yaml$/.test(path) });

/**
 * The licenses of the packages that the modules come from, ours left out.
 * @param {readonly string[]} modules
 */
async function licensesOf(modules) {
  const folders = [...new Set(modules.map(packageOf).filter((folder) => folder !== undefined))].sort();
  const texts = await Promise.all(folders.map(licenseOf));
  return `The program holds parts of these packages:\n\n${texts.join('\n\n')}\n`;
}

/** @param {string} file */
function packageOf(file) {
  const [, folder] = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file) ?? [];
  return folder;
}

/** @param {string} folder */
async function licenseOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? `License: ${license}` : (await readFile(join(folder, file), 'utf8')).trim();
  return `## ${name} ${version}\n\n${text}`;
}
