import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { styleFor } from './colors.ts';

const terminal = (isTTY: boolean, env: Record<string, string>) => {
  const stream = Object.assign(new PassThrough(), { isTTY });
  return { stdin: new PassThrough(), stdout: stream, stderr: stream, env };
};

test.each<[string, boolean, Record<string, string>, boolean, boolean]>([
  ['a terminal has colors', true, {}, true, true],
  ['a pipe has none', false, {}, true, false],
  ['--no-color wins', true, { FORCE_COLOR: '1' }, false, false],
  ['NO_COLOR wins', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['an empty NO_COLOR says nothing', true, { NO_COLOR: '' }, true, true],
  ['FORCE_COLOR colors a pipe', false, { FORCE_COLOR: '1' }, true, true],
  ['FORCE_COLOR=0 takes them away', true, { FORCE_COLOR: '0' }, true, false],
  ['a dumb terminal has none', true, { TERM: 'dumb' }, true, false],
])('%s', (_name, isTTY, env, wanted, colored) => {
  expect(styleFor(terminal(isTTY, env), wanted)?.('error', 'x') ?? 'x').toBe(colored ? '\u001B[1;31mx\u001B[0m' : 'x');
});
