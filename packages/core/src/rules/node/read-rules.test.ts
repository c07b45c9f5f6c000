import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readRules, readRuleTests } from './read-rules.ts';

const RULE = `id: pods/waits
title: A pod waits
severity: info
appears:
  - pod: { of: { status: Pending } }
causes:
  - id: unknown
    title: Nobody knows
    solutions:
      - id: ask
        title: Ask
        steps:
          - text: Ask the pod.
references:
  - https://kubernetes.io/docs/
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rules-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

test('reads the rules of a folder, and their tests apart', async () => {
  await write('pods/waits.yaml', RULE);
  await write('pods/waits.test.yaml', 'finds: []');
  await write('README.md', 'Rules of the house');
  const pack = await readRules(pathToFileURL(folder), { name: 'house', version: '2.0.0' });
  expect(pack).toMatchObject({ name: 'house', version: '2.0.0', rules: [{ id: 'pods/waits' }] });
  expect(await readRuleTests(folder)).toEqual([{ path: 'pods/waits.test.yaml', text: 'finds: []' }]);
});

test('names what is wrong by the path inside the folder', async () => {
  await write('pods/waits.yaml', RULE.replace('info', 'none'));
  await expect(readRules(folder)).rejects.toThrow('pods/waits.yaml:3:11 severity must be one of error, warning, info');
});

test.each([['is empty'], ['does not exist']])('says so where a folder %s', async (what) => {
  const path = what === 'is empty' ? folder : join(folder, 'missing');
  await expect(readRules(path)).rejects.toThrow(`${path}:1:1 holds no rules (FOLDER/NAME.yaml)`);
});
