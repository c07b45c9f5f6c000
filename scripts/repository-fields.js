// @ts-check
// `node scripts/repository-fields.js`: writes into the packages where they come from, just before they are published.
// Provenance is refused where a package names another repository than the one that publishes it, and only that one knows
// its own name: GITHUB_SERVER_URL and GITHUB_REPOSITORY, which GitHub sets for its workflows.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './run-command.js';

const FOLDERS = ['packages/core', 'packages/rules', 'packages/cli'];

/**
 * The manifest of a package with `repository`, `homepage` and `bugs`, behind its license.
 * @param {Readonly<Record<string, unknown>>} manifest
 * @param {{ readonly server: string, readonly repository: string, readonly folder: string }} place
 */
export function withRepository(manifest, { server, repository, folder }) {
  const home = `${server.replace(/\/+$/, '')}/${repository}`;
  const fields = {
    repository: { type: 'git', url: `git+${home}.git`, directory: folder },
    homepage: `${home}#readme`,
    bugs: `${home}/issues`,
  };
  return Object.fromEntries(
    Object.entries(manifest).flatMap(([key, value]) =>
      key === 'license' ? [[key, value], ...Object.entries(fields)] : Object.hasOwn(fields, key) ? [] : [[key, value]],
    ),
  );
}

async function main() {
  const { GITHUB_SERVER_URL: server = 'https://github.com', GITHUB_REPOSITORY: repository } = process.env;
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    console.error('GITHUB_REPOSITORY has to say which repository publishes, as OWNER/NAME.');
    process.exitCode = 2;
    return;
  }
  for (const folder of FOLDERS) {
    const file = join(ROOT, folder, 'package.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(
      file,
      `${JSON.stringify(withRepository(manifest, { server, repository, folder }), undefined, 2)}\n`,
    );
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
