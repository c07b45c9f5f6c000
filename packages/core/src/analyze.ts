import type { BundleSource } from './bundle/open-bundle.ts';
import { collectingOver } from './collecting-over.ts';
import { DERIVED_LITERALS } from './captures/text/derived-literals.ts';
import { judge } from './findings/judge.ts';
import { readSource, type ReadOptions } from './read-source.ts';
import { createReport } from './report/create-report.ts';
import type { Report } from './report/report.ts';
import type { RulePack } from './rules/rule.ts';
import { wantedTexts } from './rules/wanted-texts.ts';
import { suppressFindings, type Suppressions } from './suppressions/suppress-findings.ts';

export interface AnalyzeOptions extends ReadOptions {
  /** The rules to judge, such as those of `@referto/rules`. */
  readonly rules: readonly RulePack[];
  /** Language of the report's words: `en` (default) or another the packs have. */
  readonly locale?: string;
  /** What is known and does not count. */
  readonly suppressions?: Suppressions;
}

/**
 * Reads a bundle and judges rules over what it says. Bad input never throws: it becomes a note of the report. Throws
 * `BundleError` where there is nothing to open, and the signal's reason where it aborts.
 */
export async function analyze(source: BundleSource, options: AnalyzeOptions): Promise<Report> {
  const { rules, locale = 'en', suppressions, ...reading } = options;
  const read = await readSource(source, { ...reading, wanted: wantedTexts(rules, DERIVED_LITERALS) });
  const judged = judge(rules, read.facts, { locale, collecting: collectingOver(read.facts) });
  const report = createReport({ ...read, judged, rules, locale });
  return suppressions ? suppressFindings(report, suppressions) : report;
}
