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

/** `ARGS`, or `ARGS | head -N`, `ARGS | tail -N` or `ARGS | grep -E 'PATTERN'`. */
function runOne(command: string): string {
  const [args = '', filter = ''] = command.split(' | ');
  const printed = execFileSync(process.execPath, [BIN, ...args.split(' ')], { cwd: ROOT, encoding: 'utf8' });
  const shown = filtered(printed.split('\n').slice(0, -1), filter);
  return `$ referto ${command}\n${shown.map((line) => `${line}\n`).join('')}`;
}

function filtered(lines: readonly string[], filter: string): readonly string[] {
  const [, pattern] = /^grep -E '(.+)'$/.exec(filter) ?? [];
  if (pattern !== undefined) return lines.filter((line) => new RegExp(pattern).test(line));
  const count = Number(/\d+/.exec(filter)?.[0] ?? lines.length);
  return filter.startsWith('tail') ? lines.slice(-count) : lines.slice(0, count);
}

test('every console block of the README shows what its commands print (vitest -u writes it)', async () => {
  await expect(rerun(readFileSync(README, 'utf8'))).toMatchFileSnapshot(README);
});

test('the README can be read in a few minutes', () => {
  expect(readFileSync(README, 'utf8').split(/\s+/).length).toBeLessThanOrEqual(900);
});
