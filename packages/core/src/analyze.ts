import { createBudget } from './bundle/create-budget.ts';
import type { Limits } from './bundle/budget.ts';
import { openBundle, type BundleSource } from './bundle/open-bundle.ts';
import { collectCommand } from './captures/collect-commands.ts';
import { gatherFacts } from './captures/gather-facts.ts';
import { readAll } from './captures/read-all.ts';
import { readCaptures, type Progress } from './captures/read-captures.ts';
import { DERIVED_LITERALS } from './captures/text/derived-literals.ts';
import { judge } from './findings/judge.ts';
import { createReport } from './report/create-report.ts';
import type { Report } from './report/report.ts';
import type { RulePack } from './rules/rule.ts';
import { wantedText } from './rules/wanted-text.ts';

export interface AnalyzeOptions {
  /** The rules to judge, such as those of `@referto/rules`. */
  readonly rules: readonly RulePack[];
  /** Language of the report's words: `en` (default) or another the packs have. */
  readonly locale?: string;
  /** When the captures were taken, in milliseconds since 1970; without it ages stay relative. */
  readonly capturedAt?: number;
  /** Name of the bundle in the report. */
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Reads a bundle and judges rules over what it says. Bad input never throws: it becomes a note of the report. Throws
 * `BundleError` where there is nothing to open, and the signal's reason where it aborts.
 */
export async function analyze(source: BundleSource, options: AnalyzeOptions): Promise<Report> {
  const { rules, locale = 'en', capturedAt, name, limits, signal, onProgress } = options;
  const budget = createBudget(limits);
  const bundle = await openBundle(source, { budget, ...(name === undefined ? {} : { name }) });
  const wanted = wantedText(rules, DERIVED_LITERALS);
  const captures = readCaptures(bundle, {
    budget,
    wanted,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  const read = await readAll(captures, budget);
  const facts = gatherFacts(read.members, { label: read.label, ...(capturedAt === undefined ? {} : { capturedAt }) });
  const judged = judge(rules, facts, { locale, collect: collectCommand });
  return createReport({ bundle, read, facts, judged, rules, locale, capturedAt, notes: budget.notes });
}
