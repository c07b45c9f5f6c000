import { explain, isLoss, type Explanation } from '@referto/core';
import { explainTextReporter, jsonDocument, type Locale } from '@referto/core/reporters';
import { styleFor } from '../colors.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Format } from '../outputs.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';
import { WIDTH } from '../write-reports.ts';
import { sourcesOf } from './analyze.ts';

/** What `explain` was asked to do. */
export interface ExplainRequest {
  readonly bundle: string;
  /** `RULE` or `RULE#CAUSE`. */
  readonly rule: string;
  readonly format: Format;
  readonly output?: string;
  readonly rules: readonly string[];
  readonly locale: Locale;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly capturedAt?: number;
}

/** `explain BUNDLE RULE[#CAUSE]`: why a rule says what it says, condition by condition. */
export async function runExplain(request: ExplainRequest, terminal: Terminal): Promise<ExitCode> {
  const { bundle, rule, locale, quiet, capturedAt, output } = request;
  const packs = await rulePacks(request.rules);
  const sources = await sourcesOf({ paths: [bundle], grouping: 'together', quiet }, terminal);
  const { source, options } = sources[0]!;
  const progress = createProgressLine(terminal, quiet);
  const explanation = await explain(source, rule, {
    ...options,
    rules: packs,
    locale,
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
  }).finally(() => progress?.clear());
  terminal.signal?.throwIfAborted();
  if (output !== undefined && output !== '-') await writeWhole(output, render(explanation, request));
  else await print(terminal.stdout, render(explanation, request, terminal));
  return explanation.notes.some(isLoss) ? 3 : 0;
}

/** A terminal gets colors, and prose no wider than it is. */
function render(explanation: Explanation, { format, locale, color }: ExplainRequest, terminal?: Terminal): string {
  if (format === 'json') return jsonDocument(explanation);
  const style = terminal && styleFor(terminal, color);
  const width = Math.min(WIDTH, terminal?.stdout.columns ?? WIDTH);
  return explainTextReporter(explanation, { locale, width, ...(style && { style }) });
}
