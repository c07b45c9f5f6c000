import { analyze, type Report } from '@referto/core';
import type { Locale } from '@referto/core/reporters';
import { bundlesOf, type BundlePaths, type Grouping } from '../bundles-of.ts';
import { exitCodeOf, worstCode, type ExitCode, type FailOn } from '../exit-code.ts';
import { pairOutputs, type OutputWish } from '../outputs.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { standardInput } from '../standard-input.ts';
import { readSuppressions, type Suppressing } from '../suppressions.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { checkOutputs, writeReports } from '../write-reports.ts';

/** What `analyze` was asked to do. */
export interface AnalyzeRequest {
  readonly paths: readonly string[];
  readonly outputs: readonly OutputWish[];
  readonly rules: readonly string[];
  readonly locale: Locale;
  readonly failOn: FailOn;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly grouping: Grouping;
  readonly capturedAt?: number;
  readonly suppressing: Suppressing;
}

/** `analyze PATH...`: a report for every bundle. */
export async function runAnalyze(request: AnalyzeRequest, terminal: Terminal): Promise<ExitCode> {
  const outputs = pairOutputs(request.outputs);
  const packs = await rulePacks(request.rules);
  const suppressions = await readSuppressions(request.suppressing, request.paths, terminal);
  const bundles = await sourcesOf(request, terminal);
  await checkOutputs(outputs, bundles.length);
  const progress = createProgressLine(terminal, request.quiet);
  const { locale, capturedAt } = request;
  const reports: Report[] = [];
  for (const bundle of bundles) {
    const options = {
      ...bundle.options,
      rules: packs,
      locale,
      ...(suppressions && { suppressions }),
      ...(capturedAt === undefined ? {} : { capturedAt }),
      ...(terminal.signal && { signal: terminal.signal }),
      ...(progress && { onProgress: progress.show }),
    };
    reports.push(await analyze(bundle.source, options).finally(() => progress?.clear()));
  }
  terminal.signal?.throwIfAborted();
  await writeReports(reports, { outputs, locale, color: request.color, terminal });
  return worstCode(reports.map((report) => exitCodeOf(report, request.failOn)));
}

type Source = ReturnType<typeof standardInput> | { readonly source: BundlePaths | string; readonly options: object };

/** What is read: standard input, or the bundles that the paths make. */
export async function sourcesOf(
  { paths, grouping, quiet }: Pick<AnalyzeRequest, 'paths' | 'grouping' | 'quiet'>,
  terminal: Terminal,
): Promise<readonly Source[]> {
  if (paths.length === 0) throw new UsageError('give the path of a bundle, or - to read standard input');
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('- (standard input) is a bundle of its own and stands alone');
    return [standardInput(terminal, quiet)];
  }
  const bundles = await bundlesOf(paths, grouping);
  return bundles.map((bundle) => ({ source: bundle.length === 1 ? bundle[0] : bundle, options: {} }));
}
