import type { Evidence } from '../findings/finding.ts';
import type { Page } from './page.ts';

/** Quoted evidence: the place, then its text with the number of each line. */
export function quoteLines(evidence: readonly Evidence[], page: Page, indent: string): readonly string[] {
  const shown = evidence.slice(0, QUOTES);
  const rest = evidence.length - shown.length;
  return [
    ...shown.flatMap((quote, at) => [
      ...(follows(shown[at - 1], quote) ? [] : [`${indent}${placeOf(quote, page)}`]),
      ...textLines(quote, page, indent),
    ]),
    ...(rest > 0 ? [`${indent}${page.words.moreEvidence(rest)}`] : []),
  ];
}

/** `path:line` of a piece of evidence. */
export function placeOf(quote: Evidence, { style, words }: Page): string {
  const place = style('place', `${quote.path}:${quote.line}`);
  return quote.quoted ? `${place} ${words.quoted}` : place;
}

const QUOTES = 6;

/** The next lines of the file quoted just before need no new heading. */
const follows = (before: Evidence | undefined, quote: Evidence): boolean =>
  before !== undefined &&
  before.path === quote.path &&
  before.quoted === quote.quoted &&
  quote.line === before.endLine + 1;

function textLines(quote: Evidence, { style }: Page, indent: string): readonly string[] {
  const digits = Math.max(3, String(quote.endLine).length);
  return quote.text.split('\n').map((text, at) => {
    const number = Math.min(quote.line + at, quote.endLine);
    return `${indent}${style('mark', '▸')} ${String(number).padStart(digits)} │ ${text}`;
  });
}
