import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pack } from 'tar-stream';
import { bundlesOf, type Grouping } from './bundles-of.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'referto-paths-'));
  const archive = pack();
  archive.entry({ name: 'pods.txt' }, 'NAME   READY\n');
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  const tar = Buffer.concat(chunks);
  writeFileSync(join(folder, 'monday.tar'), tar);
  writeFileSync(join(folder, 'tuesday.tgz'), gzipSync(tar));
  writeFileSync(join(folder, 'node.zip'), Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]));
  writeFileSync(join(folder, 'old.log.gz'), gzipSync('a log that was rotated\n'));
  for (const name of ['pods.txt', 'agent.log']) writeFileSync(join(folder, name), `${name}\n`);
  mkdirSync(join(folder, 'nodes'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each<[string, Grouping, string[], string[][]]>([
  [
    'loose files and folders are one bundle',
    undefined,
    ['pods.txt', 'nodes', 'agent.log'],
    [['pods.txt', 'nodes', 'agent.log']],
  ],
  [
    'each archive is its own',
    undefined,
    ['monday.tar', 'tuesday.tgz', 'node.zip'],
    [['monday.tar'], ['tuesday.tgz'], ['node.zip']],
  ],
  ['a compressed log is a loose file', undefined, ['old.log.gz', 'pods.txt'], [['old.log.gz', 'pods.txt']]],
  [
    'bundles keep the order in which they were named',
    undefined,
    ['monday.tar', 'pods.txt', 'tuesday.tgz', 'agent.log'],
    [['monday.tar'], ['pods.txt', 'agent.log'], ['tuesday.tgz']],
  ],
  ['--together makes one', 'together', ['monday.tar', 'pods.txt'], [['monday.tar', 'pods.txt']]],
  ['--each makes as many as there are', 'each', ['pods.txt', 'nodes'], [['pods.txt'], ['nodes']]],
])('%s', async (_name, grouping, paths, bundles) => {
  const inFolder = (name: string): string => join(folder, name);
  expect(await bundlesOf(paths.map(inFolder), grouping)).toEqual(bundles.map((bundle) => bundle.map(inFolder)));
});

test('every path that is not there is named', async () => {
  const paths = ['pods.txt', 'first', 'second'].map((name) => join(folder, name));
  await expect(bundlesOf(paths, undefined)).rejects.toThrow(/first\n.*second/);
});
