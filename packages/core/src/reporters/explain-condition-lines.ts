import type {
  ExplainedCapture,
  ExplainedCondition,
  ExplainedGroup,
  ExplainedQuestion,
  LeftOut,
} from '../findings/explanation.ts';
import { questionWords } from './asked-words.ts';
import { factLines, variablesWords } from './explain-fact-lines.ts';
import { deeper, type ExplainPage } from './explain-page.ts';
import { hang } from './wrap.ts';

/** A part of a rule (`when`, `unless` ...) with its answer, and below it its conditions. */
export function partLines(
  part: string,
  condition: ExplainedCondition | undefined,
  page: ExplainPage,
): readonly string[] {
  if (!condition) return [];
  const conditions = condition.type === 'question' ? [condition] : condition.conditions;
  const group = condition.type !== 'question' && conditions.length > 1 ? `, ${page.explain.group[condition.type]}` : '';
  return [
    `${page.indent}${part}: ${page.explain.answer[condition.answer]}${group}`,
    ...conditions.flatMap((one) => conditionLines(one, deeper(page))),
  ];
}

const conditionLines = (condition: ExplainedCondition, page: ExplainPage): readonly string[] =>
  condition.type === 'question' ? questionLines(condition, page) : groupLines(condition, page);

const groupLines = ({ type, answer, conditions }: ExplainedGroup, page: ExplainPage): readonly string[] => [
  `${page.indent}${page.explain.answer[answer]}  ${page.explain.group[type]}`,
  ...conditions.flatMap((one) => conditionLines(one, deeper(page))),
];

function questionLines(question: ExplainedQuestion, page: ExplainPage): readonly string[] {
  const { explain, indent, width } = page;
  const below = deeper(page);
  const values = variablesWords(question.variables, page);
  return [
    ...hang(`${indent}${explain.answer[question.answer]}  `, questionWords(question, explain), width),
    ...(values === '' ? [] : hang(`${below.indent}${explain.where} `, values, width)),
    ...allFactLines(question, below),
    ...missingLines(question, below),
    ...(question.leftOut ? hang(below.indent, leftOutWords(question, question.leftOut, page), width) : []),
  ];
}

const SHOWN = 4;

/** The first that meet it and the first that do not. */
function allFactLines(question: ExplainedQuestion, page: ExplainPage): readonly string[] {
  const { explain, indent } = page;
  const met = question.facts.filter(({ answer }) => answer === 'met');
  const others = question.facts.filter(({ answer }) => answer !== 'met');
  const more = {
    met: question.more.met + Math.max(0, met.length - SHOWN),
    others: question.more.others + Math.max(0, others.length - SHOWN),
  };
  return [
    ...factLines(met.slice(0, SHOWN), question, page),
    ...(more.met > 0 ? [`${indent}${explain.moreMet(more.met)}`] : []),
    ...factLines(others.slice(0, SHOWN), question, page),
    ...(more.others > 0 ? [`${indent}${explain.moreOthers(more.others)}`] : []),
  ];
}

/** What an answer without facts rests on, and what would be needed for one. */
function missingLines(question: ExplainedQuestion, page: ExplainPage): readonly string[] {
  const { explain, words, style, indent, width } = page;
  const { want, looked, listings, counted, collect } = question;
  const places = looked.slice(0, SHOWN).map((capture) => captureWords(capture, page));
  return [
    ...(counted ? [`${indent}${explain.counted(counted.seen, counted.total)}`] : []),
    ...listings.flatMap(({ path, line, kind }) => hang(indent, `${explain.listing}: ${path}:${line} (${kind})`, width)),
    ...(want ? hang(indent, [explain.missing[want], ...lookedAt(places, page)].join('; '), width) : []),
    ...(collect === undefined ? [] : [`${indent}${words.collect}: ${style('command', collect.replace(/\s+/g, ' '))}`]),
  ];
}

const lookedAt = (places: readonly string[], { explain }: ExplainPage): readonly string[] =>
  places.length === 0 ? [] : [`${explain.looked} ${places.join(', ')}`];

function captureWords({ path, line, kind, complete, why }: ExplainedCapture, { explain }: ExplainPage): string {
  const doubt = complete === 'yes' ? '' : `, ${why ?? explain.notComplete}`;
  return `${path}:${line} (${kind}${doubt})`;
}

function leftOutWords({ kind }: ExplainedQuestion, left: LeftOut, { explain }: ExplainPage): string {
  const fields = left.fields.map(({ field, lacking, values }) =>
    [`${field}: ${[...values, ...(lacking > 0 ? [explain.notTold(lacking)] : [])].join(', ')}`].join(''),
  );
  return `${explain.leftOut(left)} ${kind}: ${fields.join('; ')}`;
}
