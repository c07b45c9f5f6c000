import { compare, isLoss, type BundleSource, type Comparison, type Limits } from '@referto/core';
import { compareTextReporter } from '@referto/core/reporters';
import { anonymizingOf, type Anonymizing } from '../anonymizing.ts';
import type { ExitCode } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { readSuppressions, type Suppressing } from '../suppressions.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { writeDocument, type Documenting } from '../write-document.ts';
import { sourcesOf } from './analyze.ts';

/** What `compare` was asked to do. */
export interface CompareRequest extends Documenting, Anonymizing {
  readonly before: string;
  readonly after: string;
  readonly rules: readonly string[];
  readonly quiet: boolean;
  readonly limit?: Partial<Limits>;
  readonly suppressing: Suppressing;
}

/** `compare BEFORE AFTER`: what became of every error and cause. */
export async function runCompare(request: CompareRequest, terminal: Terminal): Promise<ExitCode> {
  const { before, after, quiet, locale } = request;
  if (before === '-' || after === '-') throw new UsageError('compare reads two bundles; neither can be standard input');
  const rules = await rulePacks(request.rules);
  const suppressions = await readSuppressions(request.suppressing, [before, after], terminal);
  const anonymizing = await anonymizingOf(request);
  const [earlier, later] = await Promise.all([before, after].map((path) => sourceOf(path, quiet, terminal)));
  const progress = createProgressLine(terminal, quiet);
  const comparison = await compare(earlier!, later!, {
    ...anonymizing,
    rules,
    locale,
    ...(suppressions && { suppressions }),
    ...(request.limit && { limits: request.limit }),
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
  }).finally(() => progress?.clear());
  terminal.signal?.throwIfAborted();
  await writeDocument(comparison, { ...request, text: compareTextReporter }, terminal);
  return exitCodeOf(comparison);
}

async function sourceOf(path: string, quiet: boolean, terminal: Terminal): Promise<BundleSource> {
  const sources = await sourcesOf({ paths: [path], grouping: 'together', quiet }, terminal);
  return sources[0]!.source;
}

/** 3 where part of the input was not read, 1 where anything is left, new or out of sight that is not suppressed, else 0. */
function exitCodeOf({ changes, notes }: Comparison): ExitCode {
  if ([...notes.before, ...notes.after].some(isLoss)) return 3;
  return changes.every(({ change, suppressed }) => change === 'fixed' || suppressed) ? 0 : 1;
}
