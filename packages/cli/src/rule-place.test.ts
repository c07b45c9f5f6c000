import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rulePlace } from './rule-place.ts';
import { runMain } from './run-main.test.kit.ts';

const RULE = (id: string): string => `id: ${id}
title: The proxy refuses
severity: error
appears:
  - event: { is: { message: { contains: proxy refused } } }
causes:
  - id: closed
    title: It is closed
    solutions: [ { id: open, title: Open it, steps: [ { text: Open it. } ] } ]
references: [ https://example.com/proxy ]
`;

let folder = '';
let before = '';
beforeAll(() => {
  before = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'referto-place-'));
  write('node_modules/proxy-rules/package.json', {
    name: 'proxy-rules',
    version: '3.1.4',
    main: 'index.js',
    referto: { rules: 'knowledge' },
  });
  write('node_modules/proxy-rules/index.js', 'throw new Error("its code ran")');
  write('node_modules/proxy-rules/knowledge/proxy/refuses.yaml', RULE('proxy/refuses'));
  write('node_modules/@house/rules/package.json', { name: '@house/rules', version: '1.0.0', referto: { rules: '.' } });
  write('node_modules/plain/package.json', { name: 'plain', version: '1.0.0' });
  write('node_modules/outside/package.json', {
    name: 'outside',
    version: '1.0.0',
    referto: { rules: '../proxy-rules' },
  });
  write('node_modules/linked/package.json', { name: 'linked', version: '1.0.0', referto: { rules: 'rules' } });
  symlinkSync(join(folder, 'node_modules/proxy-rules/knowledge'), join(folder, 'node_modules/linked/rules'));
  write('node_modules/nowhere/package.json', { name: 'nowhere', version: '1.0.0', referto: { rules: 'rules' } });
  write('node_modules/broken/package.json', '{ "name": ');
  write('own/proxy/refuses.yaml', RULE('proxy/refuses'));
  write('taken/aks-extensions/agent-no-response.yaml', RULE('aks-extensions/agent-no-response'));
  write('deep/here.txt', '');
  process.chdir(join(folder, 'deep'));
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

describe('rulePlace', () => {
  test('takes a folder under its own name', async () => {
    expect(await rulePlace('../own')).toMatchObject({ name: 'own', version: '0.0.0' });
  });

  test('takes a package that is installed above, under its name and version', async () => {
    const place = await rulePlace('proxy-rules');
    expect(place).toMatchObject({ name: 'proxy-rules', version: '3.1.4' });
    expect(place.folder).toMatch(/proxy-rules[\\/]knowledge$/);
    expect(await rulePlace('@house/rules')).toMatchObject({ name: '@house/rules' });
  });

  test('takes the folder of a package', async () => {
    expect(await rulePlace('../node_modules/proxy-rules')).toMatchObject({ name: 'proxy-rules', version: '3.1.4' });
  });

  test.each([
    ['no-such-package', /^there is no folder no-such-package, and no package no-such-package in node_modules/],
    ['./no-such-folder', /^there is no folder \.\/no-such-folder$/],
    ['plain', /package\.json names no folder of rules: it needs "referto": \{ "rules": "FOLDER" \}$/],
    ['outside', /names the folder \.\.\/proxy-rules for its rules, which is not inside of the package$/],
    ['linked', /names the folder rules for its rules, which is not inside of the package$/],
    ['nowhere', /names the folder rules for its rules, and there is none$/],
    ['broken', /package\.json is not valid JSON: /],
  ])('refuses %s', async (given, message) => {
    await expect(rulePlace(given)).rejects.toThrow(message);
  });
});

test('rules of packages are listed, and none of their code runs', async () => {
  const { code, out } = await runMain(['rules', 'list', '--rules', 'proxy-rules']);
  expect(code).toBe(0);
  expect(out).toMatch(/^proxy\/refuses +error +The proxy refuses {2}\(proxy-rules 3\.1\.4\)$/m);
  const shown = await runMain(['rules', 'show', 'proxy/refuses', '--rules', 'proxy-rules']);
  expect(shown.out).toMatch(/^proxy\/refuses {2}\(error; of proxy-rules 3\.1\.4\)$/m);
});

test('an id that another pack has is refused, whichever pack that is', async () => {
  const shipped = await runMain(['rules', 'list', '--rules', '../taken']);
  expect(shipped).toMatchObject({ code: 2, out: '' });
  expect(shipped.err).toBe(
    'aks-extensions/agent-no-response.yaml:1:5 id aks-extensions/agent-no-response is taken by a rule of @referto/rules\n',
  );
  const other = await runMain(['rules', 'list', '--rules', 'proxy-rules', '--rules', '../own']);
  expect(other.err).toBe('proxy/refuses.yaml:1:5 id proxy/refuses is taken by a rule of proxy-rules\n');
});
