import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DERIVED_LITERALS } from './captures/text/derived-literals.ts';
import { readSource } from './read-source.ts';
import { readRules } from './rules/node/read-rules.ts';
import { wantedTexts } from './rules/wanted-texts.ts';

const bundles = fileURLToPath(new URL('../../../fixtures/bundles/', import.meta.url));

const rules = await readRules(fileURLToPath(new URL('../../rules/rules/', import.meta.url)), {
  name: '@referto/rules',
  version: '0.0.0',
});

test.each(readdirSync(bundles))('%s tells the same whether every line is looked at or few', async (name) => {
  const wanted = wantedTexts([rules], DERIVED_LITERALS);
  const read = async (plain: boolean) => {
    const { facts, notes, read: files } = await readSource(`${bundles}${name}/bundle`, { wanted, plain });
    const captures = files.members.map((member) => ({ captures: member.captures, lines: member.lines }));
    return { facts: facts.all, notes, captures, quiet: files.quiet };
  };
  expect(await read(false)).toEqual(await read(true));
});
