import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noResponse, report } from './example-report.test.data.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { jsonReporter } from './json.ts';
import { textReporter } from './text.ts';

const COMMANDS = [
  '::error::the disk is full',
  '  ::add-mask::token',
  '\r::stop-commands::x',
  '##vso[task.setvariable variable=PATH]x',
  '##[error]failed',
  'before ##vso[task.complete]',
  '###[group]',
  '##VSO[task.complete]',
];
/** Values that stand for themselves and come from no input. */
const WORDS = new Set(['error', 'active', 'confirmed', 'excluded', 'possible']);
const ACTS = /^\s*::[a-z-]+|##vso\[|##\[/im;

test.each(COMMANDS)('a CI command is broken in every part of a text report: %j', (command) => {
  const printed = textReporter(mapStrings(report, (text) => (WORDS.has(text) ? text : command)));
  expect(printed).not.toMatch(ACTS);
});

test.each(COMMANDS)('a CI command does not act in JSON, and is still the same text: %j', (command) => {
  const hostile = { ...report, findings: [{ ...noResponse, title: command }] };
  const json = jsonReporter(hostile);
  expect(json).not.toMatch(ACTS);
  expect(JSON.parse(json)).toEqual(hostile);
});

test('what is no command stays as it is', () => {
  expect(breakCommands('address ::1\n## heading\nstd::string\n')).toBe('address ::1\n## heading\nstd::string\n');
});

test.each([
  ['\u001B[2J', '^[[2J'],
  ['a\rb\u0007\b\u0000\u007F', 'a^Mb^G^H^@^?'],
  ['\u009B31m', '<U+009B>31m'],
  ['user\u202Egnp.exe', 'user<U+202E>gnp.exe'],
  ['zero\u200Bwidth', 'zero<U+200B>width'],
  ['tag\u{E0041}', 'tag<U+E0041>'],
  ['tab\tand\nline', 'tab\tand\nline'],
])('a character that acts is shown: %j', (text, shown) => {
  expect(showControls(text)).toBe(shown);
});

test('no text at all brings an acting character through a reporter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const hostile = { ...report, findings: [{ ...noResponse, title: text, remarks: [text] }] };
      const printed = textReporter(hostile) + jsonReporter(hostile);
      expect(printed).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/u);
      expect(printed).not.toMatch(ACTS);
    }),
  );
});
