import type { Finding } from '../findings/finding.ts';
import { causeLines } from './cause-lines.ts';
import { objectLines } from './object-lines.ts';
import type { Page } from './page.ts';
import { quoteLines, type Quoted } from './quote-lines.ts';
import { hang } from './wrap.ts';

/** The first line of a finding, which alone says what it is: `error  rule-id  title`. */
export function findingHeading({ status, severity, rule, title }: Finding, { words, style }: Page): string {
  const label = status === 'resolved' ? style('resolved', words.resolved) : style(severity, words.severity[severity]);
  return `${label}  ${rule}  ${style('title', title)}`;
}

/** All else of a finding but its references: what it is about, its causes, and remarks. */
export const findingBody = (finding: Finding, page: Page, quoted: Quoted): readonly string[] => [
  ...subjectLines(finding, page, quoted),
  ...finding.causes.flatMap((cause) => ['', ...causeLines(cause, page, quoted)]),
  ...remarkLines(finding, page),
];

/** Of what a finding is, and what shows it. */
export function subjectLines(finding: Finding, page: Page, quoted: Quoted): readonly string[] {
  const { words, width } = page;
  return [
    ...(finding.status === 'resolved' ? hang('  ', words.wasSeverity[finding.severity], width) : []),
    ...(finding.seen ? [] : hang('  ', words.unseen, width)),
    ...objectLines(finding.objects, page),
    ...quoteLines(finding.evidence, { page, indent: '  ', quoted }),
  ];
}

/** What else there is to say of a finding that is not over. */
export function remarkLines({ remarks, status }: Finding, { words, width }: Page): readonly string[] {
  if (status === 'resolved' || remarks.length === 0) return [];
  return ['', ...remarks.flatMap((text) => hang(`  ${words.remark}  `, text, width))];
}
