import { explain, isLoss, type Limits } from '@referto/core';
import { explainTextReporter } from '@referto/core/reporters';
import { anonymizingOf, type Anonymizing } from '../anonymizing.ts';
import type { ExitCode } from '../exit-code.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { readSuppressions, type Suppressing } from '../suppressions.ts';
import type { Terminal } from '../terminal.ts';
import { writeDocument, type Documenting } from '../write-document.ts';
import { sourcesOf } from './analyze.ts';

/** What `explain` was asked to do. */
export interface ExplainRequest extends Documenting, Anonymizing {
  readonly bundle: string;
  /** `RULE` or `RULE#CAUSE`. */
  readonly rule: string;
  readonly rules: readonly string[];
  readonly quiet: boolean;
  readonly capturedAt?: number;
  readonly limit?: Partial<Limits>;
  readonly suppressing: Suppressing;
}

/** `explain BUNDLE RULE[#CAUSE]`: why a rule says what it says, condition by condition. */
export async function runExplain(request: ExplainRequest, terminal: Terminal): Promise<ExitCode> {
  const { bundle, rule, locale, quiet, capturedAt } = request;
  const packs = await rulePacks(request.rules);
  const suppressions = await readSuppressions(request.suppressing, [bundle], terminal);
  const anonymizing = await anonymizingOf(request);
  const sources = await sourcesOf(
    { paths: [bundle], grouping: 'together', quiet, ...(request.limit && { limit: request.limit }) },
    terminal,
  );
  const { source, options } = sources[0]!;
  const progress = createProgressLine(terminal, quiet);
  const explanation = await explain(source, rule, {
    ...options,
    ...anonymizing,
    rules: packs,
    locale,
    ...(suppressions && { suppressions }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
  }).finally(() => progress?.clear());
  terminal.signal?.throwIfAborted();
  await writeDocument(explanation, { ...request, text: explainTextReporter }, terminal);
  return explanation.notes.some(isLoss) ? 3 : 0;
}
