import type { Line } from '../../bundle/line.ts';
import { columnsOf } from './broken-lines.ts';

/**
 * The width at which a terminal broke these lines of a log; undefined where it broke none. No line passes it, and what
 * follows a line of full width seldom looks like an entry of its own.
 */
export function logWidth(lines: readonly Line[]): number | undefined {
  let width = 0;
  for (const { text } of lines) width = Math.max(width, columnsOf(text));
  if (width < MIN_WIDTH || width > MAX_WIDTH) return undefined;
  const full = lines.flatMap(({ text }, at) => (columnsOf(text) === width ? [at] : []));
  const rests = full.flatMap((at) => lines[at + 1] ?? []);
  const anew = rests.filter(({ text }) => beginsEntry(text)).length;
  if (USUAL.has(width)) return anew * 2 <= rests.length ? width : undefined;
  const different = new Set(full.map((at) => lines[at]?.text)).size;
  const behind = new Set(full.map((at) => at + 1));
  const heads = lines.filter((_, at) => !behind.has(at));
  return different >= 3 && anew === 0 && mostBegin(heads) ? width : undefined;
}

const MIN_WIDTH = 60;
const MAX_WIDTH = 400;
const USUAL = new Set([80, 100, 120, 132, 140, 160, 180, 200]);

const mostBegin = (lines: readonly Line[]): boolean =>
  lines.filter(({ text }) => beginsEntry(text)).length * 2 > lines.length;

/** Whether a line has what only an entry begins with: a time, a level, a record, what kubectl puts in front. */
export const beginsEntry = (text: string): boolean => BEGINS.test(text);

const BEGINS =
  /^(?:\[pod\/|\{\s?"[A-Za-z@]|\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:|\d\d\/\d\d\/\d{4} |\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b|[IWEF]\d{4} \d\d:|time=|ts=|level=|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{1,3}(?:\.\d{1,3}){3} - )/;
