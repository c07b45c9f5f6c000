// @ts-check
// `node scripts/krew.js FOLDER`: the archive that krew installs as `kubectl referto`, and the manifest that names it, both
// for the version that stands in packages/cli/package.json. Needs a build.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { stringify } from 'yaml';
import { ROOT } from './run-command.js';

const CLI = join(ROOT, 'packages/cli');
const { version, description, files } = JSON.parse(await readFile(join(CLI, 'package.json'), 'utf8'));
const folder = process.argv[2] ?? 'krew';
/** Where releases are published; GitHub names it to its workflows. */
const REPOSITORY = process.env['GITHUB_REPOSITORY'] ?? 'OWNER/referto';

const packed = pack();
packed.entry({ name: 'LICENSE', mtime: new Date(0) }, await readFile(join(ROOT, 'LICENSE')));
packed.entry({ name: 'package.json', mtime: new Date(0) }, await readFile(join(CLI, 'package.json')));
for (const path of (await Promise.all(files.filter((one) => !one.startsWith('!')).map(filesIn))).flat().sort()) {
  const mode = path.startsWith('bin/') ? 0o755 : 0o644;
  packed.entry({ name: path, mode, mtime: new Date(0) }, await readFile(join(CLI, path)));
}
packed.finalize();
const chunks = [];
for await (const chunk of packed) chunks.push(chunk);
const archive = gzipSync(Buffer.concat(chunks), { level: 9 });

const name = `kubectl-referto-${version}.tar.gz`;
const manifest = {
  apiVersion: 'krew.googlecontainertools.github.com/v1alpha2',
  kind: 'Plugin',
  metadata: { name: 'referto' },
  spec: {
    version: `v${version}`,
    shortDescription: 'Diagnose a saved support bundle, offline',
    description: `${description}. Needs Node 20.19 or newer.`,
    caveats: 'Node 20.19 or newer has to be on the PATH.',
    platforms: [
      {
        selector: { matchExpressions: [{ key: 'os', operator: 'In', values: ['darwin', 'linux', 'windows'] }] },
        uri: `https://github.com/${REPOSITORY}/releases/download/v${version}/${name}`,
        sha256: createHash('sha256').update(archive).digest('hex'),
        bin: 'bin/referto.js',
      },
    ],
  },
};
await mkdir(folder, { recursive: true });
await writeFile(join(folder, name), archive);
await writeFile(join(folder, 'referto.yaml'), stringify(manifest));

/** Paths below a folder of the package. */
async function filesIn(place) {
  const entries = await readdir(join(CLI, place), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(CLI, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}
