export { analyze, type AnalysisStep, type AnalyzeOptions } from './analyze.ts';
export { compare, type CompareBundlesOptions } from './compare.ts';
export { explain } from './explain.ts';
export { readFacts, readBundleFacts } from './read-facts.ts';
export { numberPseudonyms, type Pseudonym } from './anonymity/pseudonyms.ts';
export { bashScript } from './collection/bash-script.ts';
export {
  planCollection,
  type CollectionPlan,
  type PlanOptions,
  type PlannedCapture,
  type RefusedCapture,
} from './collection/plan-collection.ts';
export { powershellScript } from './collection/powershell-script.ts';
export { redact, type CleanBundle, type CleanFile, type RedactOptions } from './redact.ts';
export { createBudget } from './bundle/create-budget.ts';
export { DEFAULT_LIMITS, type Budget, type Limits } from './bundle/budget.ts';
export type { Bundle, Container, Member } from './bundle/bundle.ts';
export type { Line } from './bundle/line.ts';
export { isLoss, type Note, type NoteCode } from './bundle/note.ts';
export { BundleError } from './bundle/bundle-error.ts';
export { openBundle, type BundleSource } from './bundle/open-bundle.ts';
export { packTar, type PackedFile } from './bundle/pack-tar.ts';
export type { Progress } from './captures/read-captures.ts';
export { secretMark, type MarkSecret } from './facts/mark-secret.ts';
export type { Fact, Origin } from './facts/fact.ts';
export type * from './findings/compare/change.ts';
export type * from './findings/explanation.ts';
export type * from './findings/finding.ts';
export type * from './findings/timeline/timeline.ts';
export type { Comparison } from './report/comparison.ts';
export type { Explanation } from './report/explanation.ts';
export type { Coverage, Report } from './report/report.ts';
export { didYouMean } from './rules/did-you-mean.ts';
export { lintRules, type LintOptions } from './rules/lint/lint-rules.ts';
export { loadRules } from './rules/load-rules.ts';
export { RuleError, type RuleProblem } from './rules/rule-error.ts';
export { ruleSkeleton } from './rules/rule-skeleton.ts';
export { rulePage } from './rules/rule-page.ts';
export type * from './rules/rule.ts';
export { UnknownRuleError } from './rules/unknown-rule-error.ts';
export { loadBaseline, type Baseline } from './suppressions/load-baseline.ts';
export { loadConfiguration, type Configuration } from './suppressions/load-configuration.ts';
export { suppressFindings, type Suppressions } from './suppressions/suppress-findings.ts';
export { heardInCases, silenceProblems, type HeardRule } from './testing/test-silence.ts';
export { testRule, type RuleTestOptions, type RuleTestResult } from './testing/test-rule.ts';
