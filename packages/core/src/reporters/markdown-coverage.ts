import type { Report } from '../report/report.ts';
import { coverageCount } from './coverage-lines.ts';
import { code, markdownText } from './markdown-text.ts';
import type { MarkdownPage } from './markdown-summary.ts';
import { LIST_LENGTH } from './page.ts';

/** What was read and judged, what was not and why, folded. */
export function markdownCoverage({ coverage, notes }: Report, { words, ticket }: MarkdownPage): readonly string[] {
  const list = (items: readonly string[]): readonly string[] =>
    items.length > LIST_LENGTH
      ? [...items.slice(0, LIST_LENGTH), `- ${words.more(items.length - LIST_LENGTH)}`]
      : items;
  return [
    `<details><summary>${ticket.coverage}</summary>`,
    '',
    markdownText(words.coverage(coverageCount(coverage))),
    '',
    ...list(coverage.unread.map(({ path, reason }) => `- ${words.unread}: ${code(path)}, ${markdownText(reason)}`)),
    ...list(
      coverage.notJudged.map(
        ({ rule, needs }) => `- ${words.notJudged}: ${code(rule)}, ${words.needs(needs.map(code))}`,
      ),
    ),
    ...list(
      notes.map(({ code: note, path, line, message }) => {
        const place = path === undefined ? '' : ` ${code(line === undefined ? path : `${path}:${line}`)}`;
        return `- ${words.note}: ${note}${place}: ${markdownText(message)}`;
      }),
    ),
    '',
    '</details>',
  ];
}
