import { anonymizeDocument, anonymizingBy } from './anonymity/anonymize-document.ts';
import type { AnalyzeOptions } from './analyze.ts';
import type { BundleSource } from './bundle/open-bundle.ts';
import { collectingOver } from './collecting-over.ts';
import { compareRules } from './findings/compare/compare-rules.ts';
import { foldChanges } from './findings/compare/fold-changes.ts';
import { textsIn } from './findings/judge.ts';
import { numberSecrets } from './facts/mark-secret.ts';
import { worldOf } from './findings/world.ts';
import { readSource, type SourceRead } from './read-source.ts';
import { readingForRules } from './reading-for-rules.ts';
import type { Comparison } from './report/comparison.ts';
import { labeledNotes, reportHead, type ReportHead } from './report/report-head.ts';
import { suppressChanges } from './suppressions/suppress-changes.ts';
import type { Suppressions } from './suppressions/suppress-findings.ts';
import { compilePacks } from './rules/compile-rule.ts';

/** When and under which name each of the two bundles was taken; the rest is theirs together. */
export interface CompareBundlesOptions extends Omit<AnalyzeOptions, 'capturedAt' | 'name'> {
  readonly before?: Pick<AnalyzeOptions, 'capturedAt' | 'name'>;
  readonly after?: Pick<AnalyzeOptions, 'capturedAt' | 'name'>;
  /** What is known and does not count; without `today` the day on which the later captures were taken decides. */
  readonly suppressions?: Suppressions;
}

/**
 * Says what became of every error and cause between two bundles of one cluster: fixed, still there, new, or out of sight.
 * Bad input never throws: it becomes a note. Throws `BundleError` where there is nothing to open, and the signal's reason
 * where it aborts.
 */
export async function compare(
  before: BundleSource,
  after: BundleSource,
  options: CompareBundlesOptions,
): Promise<Comparison> {
  const {
    rules,
    locale = 'en',
    before: ofBefore = {},
    after: ofAfter = {},
    anonymize,
    suppressions,
    ...asked
  } = options;
  const reading = { mark: numberSecrets(), ...asked };
  const compiled = await compilePacks(rules);
  const forRules = (): ReturnType<typeof readingForRules> => readingForRules({ rules, compiled, anonymize });
  const earlier = await readSource(before, { ...reading, ...ofBefore, ...forRules() });
  const later = await readSource(after, { ...reading, ...ofAfter, ...forRules() });
  const head = (read: SourceRead): ReportHead => reportHead({ ...read, rules, locale });
  const { bundle, ...common } = head(earlier);
  const changes = compareRules(
    compiled,
    { before: worldOf(earlier.facts), after: worldOf(later.facts) },
    { texts: textsIn(rules, locale), collecting: collectingOver(later.facts) },
  );
  const last = head(later).bundle;
  const asOf = suppressions?.today ?? last.capturedAt?.slice(0, 10);
  const comparison: Comparison = {
    ...common,
    before: bundle,
    after: last,
    changes: foldChanges(suppressions ? suppressChanges(changes, suppressions, asOf) : changes),
    notes: { before: labeledNotes(earlier), after: labeledNotes(later) },
  };
  return anonymize ? anonymizeDocument(comparison, anonymizingBy(anonymize, earlier, later)) : comparison;
}
