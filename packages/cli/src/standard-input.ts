import type { AnalyzeOptions } from '@referto/core';
import type { Terminal } from './terminal.ts';

/** Standard input as a bundle: an archive or text, as its content tells. */
export function standardInput(
  { stdin, stderr, signal }: Terminal,
  quiet: boolean,
): { readonly source: AsyncIterable<Uint8Array>; readonly options: Pick<AnalyzeOptions, 'limits'> } {
  if (stdin.isTTY && !quiet) stderr.write(`Paste the text, then end it with ${END} on a line of its own.\n`);
  // Nothing else ends the wait for what nobody types.
  signal?.addEventListener('abort', () => stdin.destroy());
  return { source: stdin, options: { limits: { stallMilliseconds: UNHURRIED } } };
}

const END = process.platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D';

/** Who types, or what feeds a pipe, may take its time; the longest that a timer can be set to. */
const UNHURRIED = 2 ** 31 - 1;
