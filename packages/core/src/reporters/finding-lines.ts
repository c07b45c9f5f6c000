import type { Finding } from '../findings/finding.ts';
import { causeLines } from './cause-lines.ts';
import { objectLines } from './object-lines.ts';
import type { Page } from './page.ts';
import { quoteLines, type Quoted } from './quote-lines.ts';
import { hang } from './wrap.ts';

/** One finding; its first line alone says what it is: `error  rule-id  title`. */
export function findingLines(finding: Finding, page: Page): readonly string[] {
  const { words, style, width } = page;
  const quoted: Quoted = new Set();
  const over = finding.status === 'resolved';
  const label = over ? style('resolved', words.resolved) : style(finding.severity, words.severity[finding.severity]);
  return [
    `${label}  ${finding.rule}  ${style('title', finding.title)}`,
    ...(over ? hang('  ', words.wasSeverity[finding.severity], width) : []),
    ...(finding.seen ? [] : hang('  ', words.unseen, width)),
    ...objectLines(finding.objects, page),
    ...quoteLines(finding.evidence, { page, indent: '  ', quoted }),
    ...finding.causes.flatMap((cause) => ['', ...causeLines(cause, page, quoted)]),
    ...tailLines(finding, page),
  ];
}

function tailLines({ remarks, references, status }: Finding, { words, width }: Page): readonly string[] {
  const lines = [
    ...(status === 'resolved' ? [] : remarks.flatMap((text) => hang(`  ${words.remark}  `, text, width))),
    ...references.map((url) => `  ${words.reference}  ${url}`),
  ];
  return lines.length > 0 ? ['', ...lines] : [];
}
