import { anonymizeDocument, anonymizingBy } from './anonymity/anonymize-document.ts';
import type { BundleSource } from './bundle/open-bundle.ts';
import { collectingOver } from './collecting-over.ts';
import { quotingOf } from './context/add-context.ts';
import { judge, textsIn } from './findings/judge.ts';
import { readSource, type ReadOptions } from './read-source.ts';
import { readingForRules } from './reading-for-rules.ts';
import { createReport } from './report/create-report.ts';
import type { Report } from './report/report.ts';
import { compilePacks } from './rules/compile-rule.ts';
import type { RulePack } from './rules/rule.ts';
import { suppressFindings, type Suppressions } from './suppressions/suppress-findings.ts';

export interface AnalyzeOptions extends ReadOptions {
  /** The rules to judge, such as those of `@referto/rules`. */
  readonly rules: readonly RulePack[];
  /** Language of the report's words: `en` (default) or another the packs have. */
  readonly locale?: string;
  /** What is known and does not count. */
  readonly suppressions?: Suppressions;
  /** Told of each step of the analysis once it is done; how long it took is for the caller's clock to say. */
  readonly onStep?: (step: AnalysisStep) => void;
  /** Whether the report has what its findings rest on in the order of time. Default: no. */
  readonly timeline?: boolean;
  /**
   * How many lines before and after each quote the report has, 10 at most. The quoted files are read once more for them; a
   * stream is held in memory up to 64 MiB. None where names get pseudonyms: of what was not parsed no name is known.
   * Default: 0.
   */
  readonly context?: number;
}

/** A step that was done: all was read, facts were made of it, a rule was judged, the report was made. */
export type AnalysisStep =
  | { readonly stage: 'read'; readonly files: number }
  | { readonly stage: 'gather'; readonly facts: number }
  | { readonly stage: 'judge'; readonly rule: string }
  | { readonly stage: 'report'; readonly findings: number };

/**
 * Reads a bundle and judges rules over what it says. Bad input never throws: it becomes a note of the report. Throws
 * `BundleError` where there is nothing to open, and the signal's reason where it aborts.
 */
export async function analyze(source: BundleSource, options: AnalyzeOptions): Promise<Report> {
  const { rules, locale = 'en', suppressions, timeline = false, context = 0, anonymize, onStep, ...reading } = options;
  const quoting = quotingOf(source, anonymize ? 0 : context);
  const compiled = await compilePacks(rules);
  const read = await readSource(quoting.source, {
    ...reading,
    ...readingForRules({ rules, compiled, anonymize }),
    ...(onStep && { onRead: (files) => onStep({ stage: 'read', files }) }),
  });
  onStep?.({ stage: 'gather', facts: read.facts.all.length });
  const judged = judge(compiled, read.facts, {
    texts: textsIn(rules, locale),
    collecting: collectingOver(read.facts),
    timeline,
    ...(onStep && { onRule: (rule) => onStep({ stage: 'judge', rule }) }),
  });
  const bare = createReport({ ...read, judged, rules, locale });
  const { limits, signal } = options;
  const report = await quoting.addTo(bare, { label: read.read.label, mark: read.mark, limits, signal });
  onStep?.({ stage: 'report', findings: report.findings.length });
  const told = suppressions ? suppressFindings(report, suppressions) : report;
  return anonymize ? anonymizeDocument(told, anonymizingBy(anonymize, read)) : told;
}
