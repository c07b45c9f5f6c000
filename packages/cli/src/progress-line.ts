import type { Progress } from '@referto/core';
import type { Terminal } from './terminal.ts';

/** A line on standard error that tells how far reading has come. */
export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** Shows progress where somebody watches: after a second, five times a second. */
export function createProgressLine({ stderr, env }: Terminal, quiet: boolean): ProgressLine | undefined {
  if (quiet || !stderr.isTTY || env['CI'] !== undefined || env['TERM'] === 'dumb') return undefined;
  let next = performance.now() + 1000;
  let shown = false;
  return {
    show: ({ files, lines }) => {
      const now = performance.now();
      if (now < next) return;
      next = now + 200;
      shown = true;
      stderr.write(`\r\u001B[2Kreading … ${files} files, ${lines} lines`);
    },
    clear: () => {
      if (shown) stderr.write('\r\u001B[2K');
      shown = false;
    },
  };
}
