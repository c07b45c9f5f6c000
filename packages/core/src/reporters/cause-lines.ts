import type { FilledSolution, FilledStep, JudgedCause, Verdict } from '../findings/finding.ts';
import type { Page } from './page.ts';
import { placesOf, quoteLines, type Quoted } from './quote-lines.ts';
import { suppressionText } from './suppression-text.ts';
import { hang } from './wrap.ts';

/** A cause with its verdict, what shows it, and what to do or to collect. */
export function causeLines(cause: JudgedCause, page: Page, quoted: Quoted): readonly string[] {
  const heading = headingLines(cause, page);
  if (cause.verdict === 'excluded') return heading;
  return [
    ...heading,
    ...quoteLines(cause.evidence, { page, indent: INDENT, quoted }),
    ...reasonLines(cause, page),
    ...(cause.suppressed
      ? hang(`${INDENT}${page.words.suppressed}  `, suppressionText(cause.suppressed, page.words), page.width)
      : []),
    ...(cause.resolved ? [] : adviceLines(cause, page)),
  ];
}

const INDENT = '    ';
const PLACES = 3;

function headingLines(cause: JudgedCause, page: Page): readonly string[] {
  const { words, style, width } = page;
  const label = words.verdict[cause.verdict].padEnd(verdictWidth(words.verdict));
  const places = cause.verdict === 'excluded' ? placesOf(cause.counterEvidence, page, PLACES) : '';
  const over = cause.resolved ? ` ${words.resolvedCause}` : '';
  const [first = '', ...rest] = hang(`  ${label}  `, `${cause.id}: ${cause.title}${over}`, width);
  const dressed = first.replace(label, style(cause.resolved ? 'resolved' : cause.verdict, label));
  const lines = [dressed, ...rest];
  return places === '' ? lines : [...lines.slice(0, -1), `${lines.at(-1)}   ${places}`];
}

const verdictWidth = (names: Readonly<Record<Verdict, string>>): number =>
  Math.max(...Object.values(names).map((name) => name.length));

function reasonLines({ capped, because }: JudgedCause, { words, width }: Page): readonly string[] {
  return [
    ...capped.flatMap((cap) => hang(`${INDENT}${words.only}  `, words.cap[cap], width)),
    ...because.map(
      ({ rule, cause }) => `${INDENT}${words.because}  ${cause === undefined ? rule : `${rule}#${cause}`}`,
    ),
  ];
}

/** The commands whose output would settle a cause. */
export const collectLines = ({ collect, title }: JudgedCause, page: Page): readonly string[] =>
  collect.flatMap(({ command, why }) => [
    // What settles just this cause needs no word on what it settles.
    ...(why === title ? [`${INDENT}${page.words.collect}`] : hang(`${INDENT}${page.words.collect}  `, why, page.width)),
    ...verbatim(command, `${INDENT}  `, page),
  ]);

function adviceLines(cause: JudgedCause, page: Page): readonly string[] {
  const { words, width } = page;
  const collect = collectLines(cause, page);
  if (cause.verdict !== 'possible') return [...collect, ...cause.solutions.flatMap((one) => solutionLines(one, page))];
  return [...collect, ...cause.solutions.flatMap(({ title }) => hang(`${INDENT}${words.ifSo}  `, title, width))];
}

function solutionLines(solution: FilledSolution, page: Page): readonly string[] {
  const { words, width } = page;
  const recommended = solution.recommended ? `${words.recommended} ` : '';
  return [
    ...hang(`${INDENT}${words.solution}  `, `${recommended}${solution.title}`, width),
    ...solution.steps.flatMap((step, at) => stepLines(step, at + 1, page)),
    ...solution.verify.flatMap((text) => hang(`${INDENT}  ${words.verify}  `, text, width)),
  ];
}

function stepLines({ text, run, file }: FilledStep, number: number, page: Page): readonly string[] {
  const indent = ' '.repeat(INDENT.length + 2 + `${number}. `.length);
  const heading = `${INDENT}  ${number}. `;
  const lines = [
    ...(text === undefined && file === undefined ? [`${indent}${page.words.run}`] : []),
    ...(text === undefined ? [] : hang(indent, text, page.width)),
    ...(file === undefined ? [] : [`${indent}${file.name}:`, ...verbatim(file.content, `${indent}  `, page)]),
    ...(run === undefined ? [] : verbatim(run, indent, page)),
  ];
  return lines.map((line, at) => (at === 0 ? `${heading}${line.slice(indent.length)}` : line));
}

/** Commands and files as they are: a broken line would no longer be the command. */
const verbatim = (text: string, indent: string, { style }: Page): readonly string[] =>
  text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : `${indent}${style('command', line)}`));
