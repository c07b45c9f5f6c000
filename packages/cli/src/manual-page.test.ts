import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { manualPage } from './manual-page.ts';
import { createProgram } from './program.ts';

const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} };
const program = createProgram(terminal, () => undefined);
const page = manualPage(program, '1.2.3');

test('the manual has a part for each command, and the exit codes', () => {
  for (const command of program.commands.filter((one) => one.name() !== 'help')) {
    expect(page).toContain(`.SH referto ${command.name()}`);
  }
  expect(page).toContain('.TP\n.B 70\nInternal fault.');
});

test('no line of text is a request, and hyphens stay hyphens', () => {
  const requests = page.split('\n').filter((line) => /^[.']/.test(line));
  expect(requests.every((line) => /^\.(?:TH|SH|TP|B|BR|I|RI|br)\b/.test(line))).toBe(true);
  expect(page).toContain('\\-\\-fail\\-on');
});
