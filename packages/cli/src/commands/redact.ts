import { isLoss, redact, type Limits } from '@referto/core';
import { rules } from '@referto/rules';
import { anonymizingOf, type Anonymizing } from '../anonymizing.ts';
import type { ExitCode } from '../exit-code.ts';
import { noteLine } from '../note-line.ts';
import { print, type Terminal } from '../terminal.ts';
import { checkCleanOutput, writeClean } from '../write-clean.ts';
import { sourcesOf } from './analyze.ts';

/** What `redact` was asked to do. */
export interface RedactRequest extends Anonymizing {
  readonly bundle: string;
  readonly output: string;
  readonly quiet: boolean;
  readonly limit?: Partial<Limits>;
}

/** `redact BUNDLE -o CLEAN`: the bundle without its secrets, and without its names where that is asked for. */
export async function runRedact(request: RedactRequest, terminal: Terminal): Promise<ExitCode> {
  const { bundle, output, quiet } = request;
  await checkCleanOutput(output);
  const anonymizing = await anonymizingOf(request);
  const sources = await sourcesOf(
    { paths: [bundle], grouping: 'together', quiet, ...(request.limit && { limit: request.limit }) },
    terminal,
  );
  const { source, options } = sources[0]!;
  const clean = await redact(source, {
    ...options,
    ...anonymizing,
    rules: [rules],
    ...(terminal.signal && { signal: terminal.signal }),
  });
  await writeClean(clean, { output, signal: terminal.signal });
  if (!quiet) await print(terminal.stderr, clean.notes.map(noteLine).join(''));
  return clean.notes.some(isLoss) ? 3 : 0;
}
