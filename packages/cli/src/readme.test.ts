import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BIN = fileURLToPath(new URL('../bin/referto.js', import.meta.url));
const README = fileURLToPath(new URL('../../../README.md', import.meta.url));

const CONSOLE = /^```console\n([^]*?)^```$/gm;

/** The README with every `console` block as its commands print it today. */
const rerun = (text: string): string =>
  text.replace(CONSOLE, (_block, lines: string) => `\`\`\`console\n${commandsOf(lines).map(runOne).join('')}\`\`\``);

const commandsOf = (lines: string): readonly string[] =>
  lines.split('\n').flatMap((line) => (line.startsWith('$ referto ') ? [line.slice('$ referto '.length)] : []));

const runOne = (args: string): string =>
  `$ referto ${args}\n${execFileSync(process.execPath, [BIN, ...args.split(' ')], { cwd: ROOT, encoding: 'utf8' })}`;

test('every console block of the README shows what its commands print (vitest -u writes it)', async () => {
  await expect(rerun(readFileSync(README, 'utf8'))).toMatchFileSnapshot(README);
});

test('the README can be read in a few minutes', () => {
  const prose = readFileSync(README, 'utf8').replaceAll(CONSOLE, '');
  expect(prose.split(/\s+/).length).toBeLessThanOrEqual(900);
});
