import { analyze, type Limits, type Report, type RulePack, type Suppressions } from '@referto/core';
import type { Locale } from '@referto/core/reporters';
import { bundlesOf, type BundlePaths, type Grouping } from '../bundles-of.ts';
import { exitCodeOf, worstCode, type ExitCode, type FailOn } from '../exit-code.ts';
import { pairOutputs, type OutputWish } from '../outputs.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { standardInput } from '../standard-input.ts';
import { readSuppressions, type Suppressing } from '../suppressions.ts';
import { measureSteps } from '../step-times.ts';
import { print, type Terminal } from '../terminal.ts';
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
  readonly limit?: Partial<Limits>;
  readonly suppressing: Suppressing;
  readonly verbose?: true;
  readonly debug?: true;
  /** Also the timeline. */
  readonly timeline?: true;
}

/** `analyze PATH...`: a report for every bundle. */
export async function runAnalyze(request: AnalyzeRequest, terminal: Terminal): Promise<ExitCode> {
  const outputs = pairOutputs(request.outputs);
  const packs = await rulePacks(request.rules);
  const suppressions = await readSuppressions(request.suppressing, request.paths, terminal);
  const bundles = await sourcesOf(request, terminal);
  await checkOutputs(outputs, bundles.length);
  const reports: Report[] = [];
  for (const bundle of bundles) {
    reports.push(await analyzeOne(bundle, request, { packs, suppressions, terminal }));
  }
  terminal.signal?.throwIfAborted();
  await writeReports(reports, { outputs, locale: request.locale, color: request.color, terminal });
  return worstCode(reports.map((report) => exitCodeOf(report, request.failOn)));
}

interface Surroundings {
  readonly packs: readonly RulePack[];
  readonly suppressions: Suppressions | undefined;
  readonly terminal: Terminal;
}

/** The report on one bundle; how far it has come, and where its time went, is told on standard error. */
async function analyzeOne(
  { source, options }: Source,
  { locale, capturedAt, quiet, verbose, debug, timeline }: AnalyzeRequest,
  { packs, suppressions, terminal }: Surroundings,
): Promise<Report> {
  const progress = createProgressLine(terminal, quiet);
  const times = measureSteps(debug ? 'rules' : verbose ? 'stages' : 'nothing');
  const report = await analyze(source, {
    ...options,
    rules: packs,
    locale,
    ...(suppressions && { suppressions }),
    ...(timeline && { timeline }),
    ...(capturedAt === undefined ? {} : { capturedAt }),
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
    ...(times && { onStep: times.onStep }),
  }).finally(() => progress?.clear());
  for (const line of times?.lines() ?? []) await print(terminal.stderr, `${line}\n`);
  return report;
}

type Source = ReturnType<typeof standardInput> | { readonly source: BundlePaths | string; readonly options: object };

/** What is read: standard input, or the bundles that the paths make. */
export async function sourcesOf(
  { paths, grouping, quiet, limit = {} }: Pick<AnalyzeRequest, 'paths' | 'grouping' | 'quiet' | 'limit'>,
  terminal: Terminal,
): Promise<readonly Source[]> {
  if (paths.length === 0) throw new UsageError('give the path of a bundle, or - to read standard input');
  if (paths.includes('-')) {
    if (paths.length > 1) throw new UsageError('- (standard input) is a bundle of its own and stands alone');
    const { source, options } = standardInput(terminal, quiet);
    return [{ source, options: { limits: { ...options.limits, ...limit } } }];
  }
  const bundles = await bundlesOf(paths, grouping);
  return bundles.map((bundle) => ({ source: bundle.length === 1 ? bundle[0] : bundle, options: { limits: limit } }));
}
