import type { Evidence } from '../../findings/finding.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Content, type Markup } from './markup.ts';

/** A place and its line, as they are in the bundle. */
export const quoteBlock = (quote: Evidence, page: HtmlPage): Markup =>
  tag(
    'figure',
    { class: 'quote' },
    tag(
      'figcaption',
      {},
      tag('code', {}, placeOf(quote)),
      quote.quoted ? tag('span', { class: 'weak' }, page.words.quoted) : undefined,
    ),
    tag('pre', { tabindex: 0 }, numberedLines(quote)),
    contextFold(quote, page),
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

/** The quote once more, between the lines that stand around it. */
function contextFold(quote: Evidence, { around, html }: HtmlPage): Content {
  const { before, after } = around(quote);
  if (before.length + after.length === 0) return undefined;
  return tag(
    'details',
    { class: 'around' },
    tag('summary', {}, html.around),
    tag(
      'pre',
      { tabindex: 0 },
      before.map(({ line, text }) => numberedLine(line, text)),
      tag('mark', {}, numberedLines(quote)),
      after.map(({ line, text }) => numberedLine(line, text)),
    ),
  );
}

const numberedLines = ({ text, line, endLine }: Evidence): readonly Markup[] =>
  text.split('\n').map((part, at) => numberedLine(Math.min(line + at, endLine), part));

const numberedLine = (line: number, text: string): Markup =>
  tag('span', { class: 'line' }, tag('b', {}, String(line)), ' ', text, '\n');
