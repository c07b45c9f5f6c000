// @ts-check
// Writes packages/rules/dist: all rules as one module of plain data. A fault in a rule file ends it with code 2.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run-command.js';

const PACKAGE = join(ROOT, 'packages/rules');
const DIST = join(PACKAGE, 'dist');

const { readRules } = await import(pathToFileURL(join(ROOT, 'packages/core/dist/rules/node/read-rules.js')).href);
const { name, version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));

try {
  const pack = await readRules(join(PACKAGE, 'rules'), { name, version, trusted: true });
  await mkdir(DIST, { recursive: true });
  await writeFile(join(DIST, 'index.js'), moduleOf(pack));
  await copyFile(join(PACKAGE, 'source.d.ts'), join(DIST, 'index.d.ts'));
} catch (error) {
  if (!(error instanceof Error) || error.name !== 'RuleError') throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Parsing JSON is faster than an object in code, and gives no key a meaning. Bundles for scripts have no URL of a module. */
function moduleOf(pack) {
  return `export const rules = JSON.parse(${JSON.stringify(JSON.stringify(pack))});
export const rulesDirectory = new URL('../rules/', import.meta.url ?? 'file:///');
`;
}
