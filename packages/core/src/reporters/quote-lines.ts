import type { Evidence } from '../findings/finding.ts';
import { LIST_LENGTH, type Page } from './page.ts';
import { plainStyle } from './style.ts';
import { hang } from './wrap.ts';

/** What a finding has quoted so far, so that nothing is quoted twice. */
export type Quoted = Set<string>;

/** Quoted evidence: the place, then its text with the number of each line. What says the same again gives its place only. */
export function quoteLines(
  evidence: readonly Evidence[],
  { page, indent, quoted }: { readonly page: Page; readonly indent: string; readonly quoted: Quoted },
): readonly string[] {
  const shown: Evidence[] = [];
  const again: Evidence[] = [];
  for (const quote of evidence) {
    const isNew = !quoted.has(gistOf(quote)) && shown.length < QUOTES;
    (isNew ? shown : again).push(quote);
    if (isNew) quoted.add(gistOf(quote));
  }
  const label = shown.length > 0 ? page.words.alsoAt : page.words.at;
  return [
    ...shown.flatMap((quote, at) => [
      ...(follows(shown[at - 1], quote) ? [] : [`${indent}${placeOf(quote, page)}`]),
      ...textLines(quote, page, indent),
    ]),
    ...(again.length > 0 ? hang(`${indent}${label} `, placesOf(again, page), page.width) : []),
  ];
}

/** `path:line` of several pieces of evidence, of the first of many; without colors, which would be wrapped with them. */
export const placesOf = (evidence: readonly Evidence[], page: Page, most: number = LIST_LENGTH): string =>
  [
    ...evidence.slice(0, most).map((quote) => placeOf(quote, { ...page, style: plainStyle })),
    ...(evidence.length > most ? [page.words.more(evidence.length - most)] : []),
  ].join(', ');

const QUOTES = 6;

/** Log entries that differ by their times and counts say the same. */
const gistOf = ({ text }: Evidence): string => text.replace(/\d+/g, '0');

/** The next lines of the file quoted just before need no new heading. */
const follows = (before: Evidence | undefined, quote: Evidence): boolean =>
  before !== undefined &&
  before.path === quote.path &&
  before.quoted === quote.quoted &&
  quote.line === before.endLine + 1;

function placeOf({ path, line, quoted }: Evidence, { style, words }: Page): string {
  const place = style('place', `${path}:${line}`);
  return quoted ? `${place} ${words.quoted}` : place;
}

function textLines(quote: Evidence, { style }: Page, indent: string): readonly string[] {
  const digits = Math.max(3, String(quote.endLine).length);
  return quote.text.split('\n').map((text, at) => {
    const number = Math.min(quote.line + at, quote.endLine);
    return `${indent}${style('mark', '▸')} ${String(number).padStart(digits)} │ ${text}`;
  });
}
