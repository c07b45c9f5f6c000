import { analyze, type Limits, type Report, type RulePack, type Suppressions } from '@referto/core';
import { showControls, type Locale } from '@referto/core/reporters';
import { anonymizingOf, type Anonymizing } from '../anonymizing.ts';
import { analyzeInPool, type BundleFailure, type BundleJob } from '../bundle-pool.ts';
import { bundlesOf, type BundlePaths, type Grouping } from '../bundles-of.ts';
import { exitCodeOf, worstCode, type ExitCode, type FailOn } from '../exit-code.ts';
import { pairOutputs, type OutputWish } from '../outputs.ts';
import { createProgressLine } from '../progress-line.ts';
import { rulePacks } from '../rule-packs.ts';
import { standardInput } from '../standard-input.ts';
import { readSuppressions, type Suppressing } from '../suppressions.ts';
import { measureSteps } from '../step-times.ts';
import { collectBehind } from '../tune-engine.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { checkOutputs, writeReports } from '../write-reports.ts';

/** What `analyze` was asked to do. */
export interface AnalyzeRequest extends Anonymizing {
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
  /** Lines around each quote. */
  readonly context?: number;
}

/** What a page has room for, unless something else is asked. */
const PAGE_WISHES = { timeline: true as const, context: 2 };

/** `analyze PATH...`: a report for every bundle. */
export async function runAnalyze(request: AnalyzeRequest, terminal: Terminal): Promise<ExitCode> {
  const outputs = pairOutputs(request.outputs);
  const wished = outputs.some(({ format }) => format === 'html') ? { ...PAGE_WISHES, ...request } : request;
  const packs = await rulePacks(request.rules);
  const suppressions = await readSuppressions(request.suppressing, request.paths, terminal);
  // A key that is none is said before anything is read.
  await anonymizingOf(request);
  const bundles = await sourcesOf(request, terminal);
  await checkOutputs(outputs, bundles.length);
  const surroundings = { packs, suppressions, terminal };
  const outcomes =
    bundles.length > 1 && !request.verbose && !request.debug
      ? await analyzeMany(bundles, wished, surroundings)
      : await analyzeInTurn(bundles, wished, surroundings);
  terminal.signal?.throwIfAborted();
  const reports = outcomes.flatMap(({ report }) => report ?? []);
  const { locale, color, timeline = false, context = 0 } = request;
  await writeReports(reports, { outputs, locale, color, terminal, asked: { timeline, context: context > 0 } });
  return worstCode(outcomes.map(({ report, code }) => (report ? exitCodeOf(report, request.failOn) : code)));
}

/** A report, or the code for a bundle that has none. */
type Outcome =
  { readonly report: Report; readonly code?: never } | { readonly report?: never; readonly code: ExitCode };

async function analyzeInTurn(
  bundles: readonly Source[],
  request: AnalyzeRequest,
  surroundings: Surroundings,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const bundle of bundles) outcomes.push({ report: await analyzeOne(bundle, request, surroundings) });
  return outcomes;
}

/** Several bundles at once, each in a process; of one that cannot be analyzed it is said why, and the others go on. */
async function analyzeMany(
  bundles: readonly Source[],
  request: AnalyzeRequest,
  surroundings: Surroundings,
): Promise<readonly Outcome[]> {
  const { terminal } = surroundings;
  const jobs = bundles.map((bundle): BundleJob => ({
    source: bundle.source as BundleJob['source'],
    rules: request.rules,
    anonymizing: anonymizingIn(request),
    options: optionsFor(bundle, request, surroundings),
  }));
  const outcomes: Outcome[] = [];
  for (const [at, { report, failure }] of (await analyzeInPool(jobs, terminal.signal)).entries()) {
    outcomes.push(report ? { report } : { code: codeOf(failure) });
    const named = [jobs[at]?.source].flat().join(' ');
    if (failure) await print(terminal.stderr, `referto: ${showControls(`${named}: ${failure.message}`)}\n`);
  }
  return outcomes;
}

const anonymizingIn = ({ anonymize, anonymizeKey }: AnalyzeRequest): Anonymizing => ({
  ...(anonymize && { anonymize }),
  ...(anonymizeKey !== undefined && { anonymizeKey }),
});

const codeOf = ({ name, code }: BundleFailure): ExitCode => {
  if (name !== 'BundleError') return 70;
  return code === 'unreadable' ? 3 : 2;
};

interface Surroundings {
  readonly packs: readonly RulePack[];
  readonly suppressions: Suppressions | undefined;
  readonly terminal: Terminal;
}

/** What is asked of every bundle alike. */
const optionsFor = (
  { options }: Source,
  { locale, capturedAt, timeline, context }: AnalyzeRequest,
  { suppressions }: Surroundings,
): BundleJob['options'] => ({
  ...options,
  locale,
  ...(suppressions && { suppressions }),
  ...(timeline && { timeline }),
  ...(context !== undefined && { context }),
  ...(capturedAt === undefined ? {} : { capturedAt }),
});

/** The report on one bundle; how far it has come, and where its time went, is told on standard error. */
async function analyzeOne(bundle: Source, request: AnalyzeRequest, surroundings: Surroundings): Promise<Report> {
  const { packs, terminal } = surroundings;
  const progress = createProgressLine(terminal, request.quiet);
  const times = measureSteps(request.debug ? 'rules' : request.verbose ? 'stages' : 'nothing');
  const report = await analyze(bundle.source, {
    ...optionsFor(bundle, request, surroundings),
    ...(await anonymizingOf(request)),
    rules: packs,
    ...(terminal.signal && { signal: terminal.signal }),
    ...(progress && { onProgress: progress.show }),
    onStep(step) {
      times?.onStep(step);
      collectBehind(step);
    },
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
