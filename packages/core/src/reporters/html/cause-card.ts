import type { JudgedCause } from '../../findings/finding.ts';
import { commandBlock } from './command-block.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';
import { quoteList } from './quote-block.ts';

/** The rival causes side by side, each with its verdict and what it rests on. */
export const causeCards = (causes: readonly JudgedCause[], page: HtmlPage): Markup =>
  tag(
    'ul',
    { class: 'causes' },
    causes.map((cause) => tag('li', { class: `cause ${cause.verdict}` }, cardContent(cause, page))),
  );

const cardContent = (cause: JudgedCause, page: HtmlPage): readonly Markup[] => [
  verdictLine(cause, page),
  tag('p', { class: 'title' }, cause.title),
  ...reasons(cause, page),
  ...evidenceFold(cause, page),
];

/** The verdict and the id of a cause. */
export const verdictLine = ({ id, verdict, resolved }: JudgedCause, { words }: HtmlPage): Markup =>
  tag(
    'p',
    { class: 'verdict' },
    tag('span', { class: `badge ${verdict}` }, words.verdict[verdict]),
    resolved ? tag('span', { class: 'tag' }, words.resolvedCause) : undefined,
    ' ',
    tag('code', {}, id),
  );

function reasons({ capped, because, collect, verdict }: JudgedCause, page: HtmlPage): readonly Markup[] {
  const { words } = page;
  return [
    ...capped.map((cap) => tag('p', { class: 'weak' }, `${words.only}: ${words.cap[cap]}`)),
    ...because.map(({ rule, cause }) =>
      tag('p', {}, `${words.because} `, tag('code', {}, cause === undefined ? rule : `${rule}#${cause}`)),
    ),
    ...(verdict === 'possible' && collect.length > 0
      ? [tag('p', {}, `${words.collect}:`), ...collect.map(({ command }) => commandBlock(command, page))]
      : []),
  ];
}

/** What speaks for a cause, or against one that is excluded. */
function evidenceFold({ verdict, evidence, counterEvidence }: JudgedCause, page: HtmlPage): readonly Markup[] {
  const quotes = verdict === 'excluded' ? counterEvidence : evidence;
  if (quotes.length === 0) return [];
  return [tag('details', {}, tag('summary', {}, `${page.html.evidence} (${quotes.length})`), quoteList(quotes, page))];
}
