import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createProgressLine } from './progress-line.ts';

const AT = { path: 'logs/agent.log', files: 3, lines: 1000, bytes: 50 * 1024 * 1024 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const terminalOf = (isTTY: boolean, env: Record<string, string> = {}) => {
  const stderr = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  return { stdin: new PassThrough(), stdout: new PassThrough(), stderr, env };
};

test('on a terminal it tells after a second what is read, how much and how fast, and is gone in the end', () => {
  const terminal = terminalOf(true);
  const line = createProgressLine(terminal, false);
  line?.show(AT);
  expect(terminal.stderr.read()).toBeNull();
  vi.advanceTimersByTime(2000);
  line?.show(AT);
  expect(terminal.stderr.read()).toBe('\r\u001B[2Kreading … 3 files, 50 MiB at 25 MiB/s  logs/agent.log');
  line?.clear();
  expect(terminal.stderr.read()).toBe('\r\u001B[2K');
});

test('it tells five times a second at most', () => {
  const terminal = terminalOf(true);
  const line = createProgressLine(terminal, false);
  vi.advanceTimersByTime(1000);
  for (let at = 0; at < 100; at++) {
    line?.show(AT);
    vi.advanceTimersByTime(10);
  }
  expect(String(terminal.stderr.read()).split('\r')).toHaveLength(6);
});

test('a line is never longer than the terminal is wide, and nothing in a path acts', () => {
  const terminal = terminalOf(true);
  const line = createProgressLine(terminal, false);
  vi.advanceTimersByTime(1000);
  line?.show({ ...AT, path: `\u001B[31m${'x'.repeat(200)}` });
  const [, , shown = ''] = /^(\r\u001B\[2K)(.*)$/.exec(String(terminal.stderr.read())) ?? [];
  expect(shown.length).toBeLessThan(80);
  expect(shown).toContain('^[[31m');
});

test.each([
  ['nobody watches', terminalOf(false), false],
  ['it is to be quiet', terminalOf(true), true],
  ['a pipeline watches', terminalOf(true, { CI: 'true' }), false],
  ['the terminal cannot take a line back', terminalOf(true, { TERM: 'dumb' }), false],
])('there is none where %s', (_name, terminal, quiet) => {
  expect(createProgressLine(terminal, quiet)).toBeUndefined();
});
