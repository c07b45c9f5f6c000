import type { BoundVariable, ExplainedFact, ExplainedField, ExplainedQuestion } from '../findings/explanation.ts';
import { testsWords } from './asked-words.ts';
import type { ExplainPage } from './explain-page.ts';
import { hang } from './wrap.ts';

/**
 * Facts on a line each, then how their fields stand to the question, and why they count or not. Of those of which the
 * same is to be said, the first is shown, and the places of the others.
 */
export function factLines(
  facts: readonly ExplainedFact[],
  question: ExplainedQuestion,
  page: ExplainPage,
): readonly string[] {
  const alike = new Map<string, ExplainedFact[]>();
  for (const fact of facts) {
    const said = [standing(fact, page), fact.quoted, ...remarks(fact, question, page)].join('\n');
    alike.set(said, [...(alike.get(said) ?? []), fact]);
  }
  return [...alike.values()].flatMap((same) => [...firstLines(same[0]!, question, page), ...placeLines(same, page)]);
}

function firstLines(fact: ExplainedFact, question: ExplainedQuestion, page: ExplainPage): readonly string[] {
  const { words, style, indent, width } = page;
  const place = style('place', placeOf(fact));
  const sample = fact.quoted ? ` ${words.quoted}` : '';
  const text = fact.text === '' ? '' : ` │ ${shortened(fact.text)}`;
  return [
    `${indent}${standing(fact, page).padEnd(labelWidth(page))}${place}${sample}${text}`,
    ...remarks(fact, question, page).flatMap((remark) => hang(under(page), remark, width)),
  ];
}

function placeLines(same: readonly ExplainedFact[], page: ExplainPage): readonly string[] {
  const [first, ...others] = [...new Set(same.map(placeOf))];
  if (first === undefined || others.length === 0) return [];
  return hang(`${under(page)}${page.words.alsoAt} `, listed(others, page), page.width);
}

const placeOf = ({ path, line }: ExplainedFact): string => `${path}:${line}`;

const standing = ({ speaks, answer }: ExplainedFact, { explain }: ExplainPage): string =>
  explain.stands[speaks === 'not' ? answer : speaks];

const under = (page: ExplainPage): string => `${page.indent}${' '.repeat(labelWidth(page))}`;

/** Variables with their values: `region = eastus, pod = web-0`. */
export const variablesWords = (variables: readonly BoundVariable[], page: ExplainPage): string =>
  variables.map(({ name, values }) => `${name} = ${listed(values, page)}`).join('; ');

function listed(values: readonly string[], { words }: ExplainPage): string {
  const shown = values.slice(0, VALUES).join(', ');
  return values.length > VALUES ? `${shown} ${words.more(values.length - VALUES)}` : shown;
}

const VALUES = 5;
const LONGEST = 120;

const labelWidth = ({ explain: { stands } }: ExplainPage): number =>
  Math.max(...Object.values(stands).map((label) => label.length)) + 2;

/** One line of at most so many characters; the report quotes the whole. */
const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
};

function remarks(fact: ExplainedFact, question: ExplainedQuestion, page: ExplainPage): readonly string[] {
  const { explain, words } = page;
  const { capture } = fact;
  const known = new Set(question.variables.flatMap(({ name, values }) => (values.length === 1 ? [name] : [])));
  const bound = variablesWords(
    fact.bound.filter(({ name }) => !known.has(name)),
    page,
  );
  return [
    fieldsOf(fact, question, page),
    ...(fact.answer === 'met' && bound !== '' ? [`${explain.where} ${bound}`] : []),
    ...(fact.unmetFor ? [explain.unmetFor[fact.unmetFor]] : []),
    ...fact.capped.map((cap) => `${explain.capped}: ${words.cap[cap]}`),
    ...(fact.silent === undefined ? [] : [explain.silent[fact.silent] + whyOf(fact.silent, capture.why)]),
    ...(fact.weight === undefined ? [] : [explain.weight[fact.weight]]),
  ].filter((text) => text !== '');
}

const whyOf = (silent: ExplainedFact['silent'], why: string | undefined): string =>
  silent === 'capture-not-complete' && why !== undefined ? ` (${why})` : '';

/** All fields of what meets the question; of what does not, those that are the reason. */
function fieldsOf({ answer, fields }: ExplainedFact, { of, tests }: ExplainedQuestion, page: ExplainPage): string {
  const asked = [...of, ...tests];
  const shown = fields.flatMap((field, at) => {
    if (answer === 'met') return [fieldWords(field, page)];
    if (field.answer === 'unmet' || field.answer === 'not-comparable')
      return [`${fieldWords(field, page)} (${page.explain.asked}: ${testsWords(asked[at]!, page.explain)})`];
    return at < of.length || field.answer === 'met' ? [] : [fieldWords(field, page)];
  });
  return shown.join('; ');
}

function fieldWords({ field, answer, value }: ExplainedField, { explain }: ExplainPage): string {
  const shown = value === '' ? explain.empty : shortened(value ?? '');
  const how = answer === 'met' || answer === 'unmet' ? '' : explain.field[answer];
  return `${field}: ${[shown, how].filter((words) => words !== '').join(', ')}`;
}
