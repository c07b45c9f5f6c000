import type { FilledSolution, Finding, FoundObject, JudgedCause } from '../../findings/finding.ts';
import { LIST_LENGTH } from '../page.ts';
import { suppressionText } from '../suppression-text.ts';
import { nameOf } from '../object-lines.ts';
import { causeCards, verdictLine } from './cause-card.ts';
import { commandBlock } from './command-block.ts';
import { anchorOf, type HtmlPage } from './html-page.ts';
import { tag, type Content, type Markup } from './markup.ts';
import { quoteBlock, quoteList } from './quote-block.ts';
import { solutionBlocks } from './solution-block.ts';

/** A finding: at a glance the error, its cause, a decisive line and the next step; then all causes and all steps. */
export function findingSection(finding: Finding, page: HtmlPage, parts: { level: 2 | 3; chain: Content }): Markup {
  const shown = finding.causes.filter(isShown);
  return tag(
    'article',
    {
      id: anchorOf(finding.id),
      class: `finding ${finding.status === 'resolved' || finding.suppressed ? 'resolved' : finding.severity}`,
      'data-severity': finding.status === 'resolved' ? 'resolved' : finding.severity,
    },
    headingOf(finding, page, parts.level),
    shown.map((cause) => [verdictLine(cause, page), tag('p', { class: 'title' }, cause.title)]),
    decisiveQuote(finding, shown, page),
    finding.status === 'resolved' ? undefined : nextStep(finding, shown, page),
    parts.chain,
    evidenceFold(finding, page),
    tag('h4', {}, page.html.causes),
    causeCards(finding.causes, page),
    finding.status === 'resolved' ? undefined : whatToDo(finding, shown, page),
    tail(finding, page),
  );
}

const isShown = ({ verdict }: JudgedCause): boolean => verdict === 'confirmed' || verdict === 'likely';

function headingOf(finding: Finding, page: HtmlPage, level: 2 | 3): Content {
  const { status, severity, rule, title, objects, seen, suppressed } = finding;
  const { words } = page;
  const over = status === 'resolved';
  return [
    tag(
      'header',
      {},
      tag('p', { class: 'rule' }, badgeOf(status, severity, page), ' ', tag('code', {}, rule)),
      tag(`h${level}`, {}, title),
      objects.length === 0 ? undefined : tag('p', { class: 'objects' }, objectList(objects, page)),
    ),
    over ? tag('p', { class: 'weak' }, words.wasSeverity[severity]) : undefined,
    suppressed ? tag('p', { class: 'weak' }, `${words.suppressed}: ${suppressionText(suppressed, words)}`) : undefined,
    seen ? undefined : tag('p', { class: 'weak' }, words.unseen),
  ];
}

const badgeOf = (status: Finding['status'], severity: Finding['severity'], { words }: HtmlPage): Markup =>
  status === 'resolved'
    ? tag('span', { class: 'badge resolved' }, words.resolved)
    : tag('span', { class: `badge ${severity}` }, words.severity[severity]);

const objectList = (objects: readonly FoundObject[], { words }: HtmlPage): Content => [
  `${words.objects} `,
  objects.slice(0, LIST_LENGTH).flatMap((object, at) => [at === 0 ? '' : ', ', tag('code', {}, nameOf(object))]),
  objects.length > LIST_LENGTH ? ` ${words.more(objects.length - LIST_LENGTH)}` : '',
];

/** The line that shows the first cause, where the error's own line does not; else the error's. */
function decisiveQuote({ evidence }: Finding, [first]: readonly JudgedCause[], page: HtmlPage): Content {
  const own = first?.evidence.find(
    ({ path, line }) => !evidence.some((quote) => quote.path === path && quote.line === line),
  );
  const quote = own ?? first?.evidence[0] ?? evidence[0];
  return quote && quoteBlock(quote, page);
}

/** The first step of what to do, or what to collect where no cause is shown. */
function nextStep({ causes }: Finding, shown: readonly JudgedCause[], page: HtmlPage): Content {
  const solutions = shown.find(({ resolved }) => !resolved)?.solutions ?? [];
  const solution = solutions.find(({ recommended }) => recommended) ?? solutions[0];
  if (solution) return firstStep(solution, page);
  const commands = [...new Set(causes.flatMap(({ collect }) => collect.map(({ command }) => command)))].slice(0, 3);
  if (commands.length === 0) return undefined;
  return tag(
    'div',
    { class: 'next' },
    tag('p', {}, tag('b', {}, `${page.html.collectNext}:`)),
    commands.map((command) => commandBlock(command, page)),
  );
}

/** Its first command; where it has none, its first step in words. */
function firstStep({ title, steps }: FilledSolution, page: HtmlPage): Markup {
  const run = steps.find((step) => step.run !== undefined)?.run;
  const text = steps[0]?.text;
  return tag(
    'div',
    { class: 'next' },
    tag('p', {}, tag('b', {}, `${page.html.whatToDo}: `), title),
    run !== undefined ? commandBlock(run, page) : text !== undefined && tag('p', {}, text),
  );
}

const evidenceFold = ({ evidence }: Finding, page: HtmlPage): Content =>
  evidence.length === 0
    ? undefined
    : tag('details', {}, tag('summary', {}, `${page.html.evidence} (${evidence.length})`), quoteList(evidence, page));

function whatToDo(finding: Finding, shown: readonly JudgedCause[], page: HtmlPage): Content {
  const active = shown.filter(({ resolved, solutions }) => !resolved && solutions.length > 0);
  if (active.length === 0) return undefined;
  return tag(
    'details',
    {},
    tag('summary', {}, page.html.whatToDo),
    active.map((cause) => [
      active.length > 1 ? verdictLine(cause, page) : undefined,
      solutionBlocks(cause, finding, page),
    ]),
  );
}

const tail = (finding: Finding, page: HtmlPage): Content => {
  const remarks = finding.status === 'resolved' ? [] : finding.remarks;
  const references = referencesOf(finding, page);
  if (remarks.length + references.length === 0) return undefined;
  return tag(
    'ul',
    { class: 'tail' },
    remarks.map((text) => tag('li', {}, `${page.words.remark}: ${text}`)),
    references.map((url) => tag('li', {}, `${page.words.reference} `, linkTo(url))),
  );
};

/** Where a report has so many findings that it only names places, the pages on a rule are named once. */
function referencesOf({ id, rule, references }: Finding, { quotes, told }: HtmlPage): readonly string[] {
  if (quotes === 0 && told.has(rule)) return [];
  told.set(rule, anchorOf(id));
  return references;
}

/** Only web addresses become links. */
const linkTo = (url: string): Content =>
  /^https?:\/\//.test(url) ? tag('a', { href: url, rel: 'noreferrer noopener' }, url) : url;
