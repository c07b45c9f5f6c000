import type { Evidence, FilledSolution, FilledStep, Finding, JudgedCause } from '../findings/finding.ts';
import { code, fenced, markdownText } from './markdown-text.ts';
import { nameOf } from './object-lines.ts';
import { LIST_LENGTH } from './page.ts';
import type { TicketWords } from './ticket-words.ts';
import type { Words } from './words.ts';

/** What every part of a Markdown report needs to write itself. */
export interface MarkdownPage {
  readonly words: Words;
  readonly ticket: TicketWords;
}

/** How many lines are quoted before the details. */
const QUOTES = 2;

/** The short form: the error, its cause, the decisive quotes, and the next step. */
export function markdownSummary(finding: Finding, page: MarkdownPage): readonly string[] {
  const { words } = page;
  const over = finding.status === 'resolved';
  const shown = finding.causes.filter(isShown);
  const decisive = decisiveQuotes(finding, shown);
  return [
    [code(finding.rule), ...objectsOf(finding, words)].join(' · '),
    '',
    ...(over ? [markdownText(words.wasSeverity[finding.severity]), ''] : []),
    ...(finding.seen ? [] : [markdownText(words.unseen), '']),
    ...shown.flatMap((cause) => [causeLine(cause, page), '']),
    ...decisive.flatMap((quote) => quoted(quote, page)),
    ...(over ? [] : nextStep(finding, page)),
  ];
}

/** What a finding is, in one line. */
export const findingHeading = ({ status, severity, title }: Finding, { words }: MarkdownPage): string =>
  `${status === 'resolved' ? words.resolved : words.severity[severity]}: ${markdownText(title)}`;

/** Whether the bundle speaks for a cause. */
export const isShown = ({ verdict }: JudgedCause): boolean => verdict === 'confirmed' || verdict === 'likely';

/** A cause in one line. */
export function causeLine(
  { id, title, verdict, resolved, capped, because }: JudgedCause,
  { words }: MarkdownPage,
): string {
  const over = resolved ? ` ${words.resolvedCause}` : '';
  const why = capped.map((cap) => `; ${words.only}: ${markdownText(words.cap[cap])}`).join('');
  const explained = because.map(({ rule, cause }) => ` · ${words.because} ${code(cause ? `${rule}#${cause}` : rule)}`);
  return `**${words.verdict[verdict]}**${over} ${code(id)}: ${markdownText(title)}${why}${explained.join('')}`;
}

/** A place, and what stands there as it is. */
export const quoted = ({ path, line, text, quoted: isQuote }: Evidence, { words }: MarkdownPage): readonly string[] => [
  `${code(`${path}:${line}`)}${isQuote ? ` ${words.quoted}` : ''}`,
  '',
  ...fenced(text, 'text'),
  '',
];

/** A step of a solution: its words, its file, its command. */
export const stepLines = ({ text, run, file }: FilledStep): readonly string[] => [
  ...(text === undefined ? [] : [markdownText(text), '']),
  ...(file === undefined ? [] : [`${code(file.name)}:`, '', ...fenced(file.content), '']),
  ...(run === undefined ? [] : [...fenced(run, 'sh'), '']),
];

function objectsOf({ objects }: Finding, words: Words): readonly string[] {
  if (objects.length === 0) return [];
  const rest = objects.length > LIST_LENGTH ? [words.more(objects.length - LIST_LENGTH)] : [];
  return [[...objects.slice(0, LIST_LENGTH).map((object) => code(nameOf(object))), ...rest].join(', ')];
}

/** A line that shows the error, and one that shows its first cause. */
function decisiveQuotes({ evidence }: Finding, [first]: readonly JudgedCause[]): readonly Evidence[] {
  const [shows, ...others] = evidence;
  const own = notIn(evidence, first?.evidence ?? []);
  return [...(shows ? [shows] : []), ...own, ...others]
    .filter(({ text }, at, quotes) => quotes.findIndex((one) => one.text.trim() === text.trim()) === at)
    .slice(0, QUOTES);
}

/** Quotes of places that are not quoted yet. */
export const notIn = (shown: readonly Evidence[], quotes: readonly Evidence[]): readonly Evidence[] =>
  quotes.filter((quote) => !shown.some(({ path, line }) => path === quote.path && line === quote.line));

/** What to do about the first cause that is shown; else what would settle it. */
function nextStep({ causes }: Finding, { ticket }: MarkdownPage): readonly string[] {
  const solution = firstSolution(causes.filter((cause) => isShown(cause) && !cause.resolved));
  if (solution) {
    const [step] = solution.steps.filter(({ run }) => run !== undefined);
    return [
      `**${ticket.next}:** ${markdownText(solution.title)}`,
      '',
      ...(step?.run === undefined ? [] : [...fenced(step.run, 'sh'), '']),
    ];
  }
  const commands = [...new Set(causes.flatMap(({ collect }) => collect.map(({ command }) => command)))].slice(0, 3);
  return commands.length === 0 ? [] : [`**${ticket.settle}:**`, '', ...fenced(commands.join('\n'), 'sh'), ''];
}

function firstSolution(causes: readonly JudgedCause[]): FilledSolution | undefined {
  const solutions = causes[0]?.solutions ?? [];
  return solutions.find(({ recommended }) => recommended) ?? solutions[0];
}
