import type { Evidence } from '../../findings/finding.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';

/** A place and its line, as they are in the bundle. */
export const quoteBlock = (quote: Evidence, { words }: HtmlPage): Markup =>
  tag(
    'figure',
    { class: 'quote' },
    tag(
      'figcaption',
      {},
      tag('code', {}, placeOf(quote)),
      quote.quoted ? tag('span', { class: 'weak' }, words.quoted) : undefined,
    ),
    tag('pre', { tabindex: 0 }, numberedLines(quote)),
  );

/** Several pieces of evidence: the first ones quoted, of the rest only the places. */
export function quoteList(evidence: readonly Evidence[], page: HtmlPage): readonly Markup[] {
  const shown = evidence.filter(isFirst).slice(0, page.quotes);
  const rest = evidence.filter((quote) => !shown.includes(quote));
  const places = rest.slice(0, PLACES).map(placeOf).join(', ');
  const more = rest.length > PLACES ? ` ${page.words.more(rest.length - PLACES)}` : '';
  return [
    ...shown.map((quote) => quoteBlock(quote, page)),
    ...(rest.length === 0
      ? []
      : [tag('p', { class: 'places' }, `${shown.length === 0 ? page.words.at : page.words.alsoAt} ${places}${more}`)]),
  ];
}

export const placeOf = ({ path, line, endLine }: Evidence): string =>
  endLine > line ? `${path}:${line}-${endLine}` : `${path}:${line}`;

const PLACES = 12;

/** Entries that differ by their times and counts say the same. */
const isFirst = ({ text }: Evidence, at: number, all: readonly Evidence[]): boolean =>
  all.findIndex((one) => gistOf(one.text) === gistOf(text)) === at;

const gistOf = (text: string): string => text.replace(/\d+/g, '0');

const numberedLines = ({ text, line, endLine }: Evidence): readonly Markup[] =>
  text
    .split('\n')
    .map((part, at) =>
      tag('span', { class: 'line' }, tag('b', {}, String(Math.min(line + at, endLine))), ' ', part, '\n'),
    );
