import type { Finding } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { markdownCoverage } from './markdown-coverage.ts';
import { incidentsOf } from './incidents.ts';
import { markdownIncident } from './markdown-incident.ts';
import { code, markdownText } from './markdown-text.ts';
import { ticketWordsOf, type TicketWords } from './ticket-words.ts';
import { suppressionText } from './suppression-text.ts';
import { wordsOf, type Locale, type Words } from './words.ts';

export interface MarkdownOptions {
  /** Language of the words around the rules' own; the report's where it is not given. */
  readonly locale?: Locale;
}

/**
 * A report as a comment for a ticket, in GitHub Flavored Markdown: of each finding the error, its cause, the decisive
 * quotes and what to do next; the rest is folded.
 */
export function markdownReporter(report: Report, options: MarkdownOptions = {}): string {
  const locale = options.locale ?? report.locale;
  const page = { words: wordsOf(locale), ticket: ticketWordsOf(locale) };
  const shown = mapStrings(report, showControls);
  const told = shown.findings.filter(({ suppressed }) => !suppressed);
  const lines = [
    `**${page.ticket.reportOf} ${code(shown.bundle.name)}** ${countsOf(told, page.ticket)}`,
    '',
    ...(shown.findings.length === 0 ? [markdownText(page.words.nothingFound), ''] : []),
    ...incidentsOf(told).flatMap((incident) => markdownIncident(incident, page)),
    ...suppressedList(shown.findings, page.words),
    ...markdownCoverage(shown, page),
  ];
  return breakCommands(`${lines.join('\n')}\n`);
}

/** What is known, by name. */
function suppressedList(findings: readonly Finding[], words: Words): readonly string[] {
  const items = findings.flatMap(({ rule, title, suppressed }) =>
    suppressed
      ? [
          `- ${words.suppressed}: ${code(rule)} ${markdownText(title)} (${markdownText(suppressionText(suppressed, words))})`,
        ]
      : [],
  );
  return items.length === 0 ? [] : [...items, ''];
}

function countsOf(findings: readonly Finding[], words: TicketWords): string {
  const active = findings.filter(({ status }) => status === 'active');
  const count = (severity: Finding['severity']): number => active.filter((one) => one.severity === severity).length;
  return words.counts({
    errors: count('error'),
    warnings: count('warning'),
    resolved: findings.length - active.length,
  });
}
