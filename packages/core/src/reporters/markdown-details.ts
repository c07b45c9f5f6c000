import type { FilledSolution, Finding, JudgedCause } from '../findings/finding.ts';
import { causeLine, isShown, notIn, quoted, stepLines, type MarkdownPage } from './markdown-summary.ts';
import { code, fenced, markdownText } from './markdown-text.ts';
import { webAddress } from './web-address.ts';

/** How many lines a cause quotes. */
const QUOTES = 10;

/** The long form, folded: all evidence, all causes, all steps. */
export function markdownDetails(finding: Finding, label: string, page: MarkdownPage): readonly string[] {
  const { words } = page;
  const over = finding.status === 'resolved';
  return [
    `<details><summary>${label.replace(/[&<>]/g, '')}</summary>`,
    '',
    ...finding.evidence.slice(0, QUOTES).flatMap((quote) => quoted(quote, page)),
    ...finding.causes.filter(isShown).flatMap((cause) => shownCause(cause, finding, page)),
    ...otherCauses(finding.causes, page),
    ...(over ? [] : finding.remarks.flatMap((text) => [`${words.remark}: ${markdownText(text)}`, ''])),
    ...finding.references.flatMap((url) => [`${words.reference}: ${reference(url)}`, '']),
    '</details>',
    '',
  ];
}

function reference(url: string): string {
  const address = webAddress(url);
  return address === undefined ? code(url) : `<${address}>`;
}

const shownCause = (cause: JudgedCause, { evidence, status }: Finding, page: MarkdownPage): readonly string[] => [
  causeLine(cause, page),
  '',
  ...notIn(evidence, cause.evidence)
    .slice(0, QUOTES)
    .flatMap((quote) => quoted(quote, page)),
  ...(status === 'resolved' || cause.resolved
    ? []
    : cause.solutions.flatMap((solution) => solutionLines(solution, page))),
];

function solutionLines(
  { title, recommended, steps, verify }: FilledSolution,
  { words }: MarkdownPage,
): readonly string[] {
  return [
    `**${words.solution}** ${recommended ? `${words.recommended} ` : ''}${markdownText(title)}`,
    '',
    ...steps.flatMap((step, at) => numbered(`${at + 1}. `, stepLines(step))),
    ...verify.flatMap((text) => [`${words.verify}: ${markdownText(text)}`, '']),
  ];
}

/** Lines as one item of a numbered list. */
const numbered = (label: string, lines: readonly string[]): readonly string[] =>
  lines.map((line, at) => (at === 0 ? `${label}${line}` : line === '' ? '' : `${' '.repeat(label.length)}${line}`));

/** What the bundle does not speak for: with what speaks against it, or what would settle it. */
function otherCauses(causes: readonly JudgedCause[], page: MarkdownPage): readonly string[] {
  const others = causes.filter((cause) => !isShown(cause));
  if (others.length === 0) return [];
  return [
    `${page.ticket.otherCauses}:`,
    '',
    ...others.flatMap((cause) => numbered('- ', [causeLine(cause, page), '', ...reasons(cause, page)])),
  ];
}

const reasons = (
  { verdict, counterEvidence, collect }: JudgedCause,
  { words, ticket }: MarkdownPage,
): readonly string[] =>
  verdict === 'excluded'
    ? counterEvidence.slice(0, 3).flatMap(({ path, line }) => [`${ticket.against}: ${code(`${path}:${line}`)}`, ''])
    : collect.flatMap(({ command }) => [`${words.collect}:`, '', ...fenced(command, 'sh'), '']);
