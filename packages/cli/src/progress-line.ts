import type { Progress } from '@referto/core';
import { showControls } from '@referto/core/reporters';
import type { Terminal } from './terminal.ts';

/** A line on standard error that tells how far reading has come. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** Shows progress where somebody watches: after a second, five times a second. */
export function createProgressLine({ stderr, env }: Terminal, quiet: boolean): ProgressLine | undefined {
  if (quiet || !stderr.isTTY || env['CI'] !== undefined || env['TERM'] === 'dumb') return undefined;
  const started = performance.now();
  let next = started + 1000;
  let shown = false;
  return {
    show: (progress) => {
      const now = performance.now();
      if (now < next) return;
      next = now + 200;
      shown = true;
      stderr.write(`\r\u001B[2K${fitting(lineOf(progress, now - started), stderr.columns ?? 80)}`);
    },
    clear: () => {
      if (shown) stderr.write('\r\u001B[2K');
      shown = false;
    },
  };
}

const lineOf = ({ files, bytes, path }: Progress, milliseconds: number): string =>
  `reading … ${files} files, ${mebibytes(bytes)} MiB at ${mebibytes((bytes * 1000) / milliseconds)} MiB/s  ${showControls(path)}`;

const mebibytes = (bytes: number): string => String(Math.round(bytes / (1024 * 1024)));

/** A line that breaks could not be taken back. */
const fitting = (line: string, columns: number): string =>
  line.length < columns ? line : `${line.slice(0, Math.max(columns - 2, 1))}…`;
