import type { Coverage, Report } from '../report/report.ts';
import { LIST_LENGTH, type Page } from './page.ts';
import type { CoverageCount } from './words.ts';
import { hang, wrap } from './wrap.ts';

/** What was read and judged, what was not and why, and the notes. */
export function coverageLines({ bundle, coverage, notes, suppressed }: Report, page: Page): readonly string[] {
  const { words, width } = page;
  const { unread, notJudged } = coverage;
  const known = suppressed && suppressed.findings > 0 ? `; ${words.suppressedCount(suppressed.findings)}` : '';
  return [
    ...wrap(`${bundle.name}: ${words.coverage(coverageCount(coverage))}${known}`, width),
    ...capturedLine(bundle, page),
    ...list(
      unread.map(({ path, reason }) => [words.unread, `${path}: ${reason}`]),
      page,
    ),
    ...list(
      notJudged.map(({ rule, needs }) => [words.notJudged, `${rule}: ${words.needs(needs)}`]),
      page,
    ),
    ...list(
      notes.map(({ code, path, line, message }) => [words.note, `${code}${placeOf(path, line)}: ${message}`]),
      page,
    ),
  ];
}

/** The numbers of what was read and judged. */
export const coverageCount = ({ files, rules, captures, notJudged }: Coverage): CoverageCount => ({
  read: files.read,
  files: files.total,
  captures: captures.length,
  judged: rules.judged,
  rules: rules.total,
  lacking: notJudged.length,
});

function capturedLine({ capturedAt, capturedAtSource }: Report['bundle'], { words, width }: Page): readonly string[] {
  if (capturedAt === undefined || capturedAtSource === undefined) return [];
  return hang('  ', words.captured(capturedAt.replace(/\.000Z$/, 'Z'), capturedAtSource), width);
}

function placeOf(path: string | undefined, line: number | undefined): string {
  if (path === undefined) return '';
  return line === undefined ? ` ${path}` : ` ${path}:${line}`;
}

function list(entries: readonly (readonly [label: string, text: string])[], { words, width }: Page): readonly string[] {
  const shown = entries.slice(0, LIST_LENGTH).flatMap(([label, text]) => hang(`  ${label}  `, text, width));
  return entries.length > LIST_LENGTH ? [...shown, `  ${words.more(entries.length - LIST_LENGTH)}`] : shown;
}
