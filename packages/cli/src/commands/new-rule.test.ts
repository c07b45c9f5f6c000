import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMain } from '../run-main.test.kit.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-new-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const create = (id: string, ...more: readonly string[]) => runMain(['rules', 'new', id, '--into', folder, ...more]);

test('a new rule has its files and the schemas they name, and the lint refuses them until they are filled in', async () => {
  const { code, out } = await create('dns/coredns-crash', '--locale', 'it');
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(6);
  expect(readdirSync(join(folder, 'dns')).toSorted()).toEqual([
    'coredns-crash.it.yaml',
    'coredns-crash.test.yaml',
    'coredns-crash.yaml',
  ]);
  const [first] = readFileSync(join(folder, 'dns/coredns-crash.yaml'), 'utf8').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=../rule.schema.json');
  expect(JSON.parse(readFileSync(join(folder, 'rule.schema.json'), 'utf8'))).toMatchObject({ title: 'Rule' });
  const lint = await runMain(['rules', 'lint', folder]);
  expect(lint.code).toBe(1);
  expect(lint.out).toContain(`${join(folder, 'dns/coredns-crash.yaml')}:3:8 title is not filled in\n`);
});

test('nothing is ever overwritten', async () => {
  await create('net/proxy');
  writeFileSync(join(folder, 'net/proxy.yaml'), 'mine');
  const { code, err } = await create('net/proxy', '--locale', 'it');
  expect(err).toContain('is there already; nothing was written');
  expect(code).toBe(2);
  expect(readFileSync(join(folder, 'net/proxy.yaml'), 'utf8')).toBe('mine');
  expect(readdirSync(join(folder, 'net'))).not.toContain('proxy.it.yaml');
});

test.each([
  ['an id without a folder', ['proxy'], 'an id is FOLDER/NAME'],
  ['a way out of the folder', ['../proxy'], 'an id is FOLDER/NAME'],
  ['a folder of the program', ['kubernetes/pod-missing'], 'belongs to @referto/rules; choose one of your own'],
  ['a language that is none', ['net/other', '--locale', 'italiano'], 'a language is it, pt-BR'],
])('%s is refused', async (_, [id = '', ...more], message) => {
  const { code, err } = await create(id, ...more);
  expect(err).toContain(message);
  expect(code).toBe(2);
});
