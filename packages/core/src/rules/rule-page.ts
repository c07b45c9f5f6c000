import { conditionList } from './page-condition.ts';
import { code, codeBlock, indented, prose } from './page-text.ts';
import type { Cause, Condition, Rule, RuleTexts, Solution, Step } from './rule.ts';
import { translateRule } from './translate-rule.ts';

/** All that a rule knows as a page of Markdown, with its words in another language if they are given. */
export function rulePage(rule: Rule, texts?: RuleTexts): string {
  const {
    id,
    title,
    severity,
    inferred,
    causes,
    remarks = [],
    references,
    ...parts
  } = texts ? translateRule(rule, texts) : rule;
  const sections = [
    `# ${prose(title)}`,
    `${code(id)}, ${severity}`,
    '## How it appears',
    conditionList(parts.appears),
    ...(inferred ? ['It is also reported where only one of its causes is found.'] : []),
    ...conditions('It only looks like it with any of', parts.unless),
    ...conditions('It is over with any of these, if newer', parts['resolved-by']),
    '## Causes',
    ...causes.flatMap(causeSections),
    ...(remarks.length > 0 ? ['## Remarks', ...remarks.map(prose)] : []),
    '## References',
    references.map((reference) => `- <${reference}>`).join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function causeSections({ id, title, when, unless, because, solutions, ...parts }: Cause): readonly string[] {
  return [
    `### ${prose(title)}`,
    `${code(id)}${when ? '' : ': as sure as the error itself.'}`,
    ...conditions('What speaks for it, all of', when),
    ...conditions('What excludes it, any of', unless),
    ...(parts['no-unless'] === undefined ? [] : [`Nothing excludes it: ${prose(parts['no-unless'])}`]),
    ...conditions('What shows that it is over, any of these, if newer', parts['resolved-by']),
    ...conditions('What may be behind it', because),
    ...solutions.flatMap(solutionSections),
  ];
}

const conditions = (heading: string, list: readonly Condition[] | undefined): readonly string[] =>
  list ? [`${heading}:`, conditionList(list)] : [];

function solutionSections({ title, recommended, steps, verify }: Solution): readonly string[] {
  return [
    `#### ${prose(title)}${recommended ? ' (recommended)' : ''}`,
    steps.map((step, index) => `${index + 1}. ${indented(stepText(step), 3)}`).join('\n'),
    ...(verify ? ['It worked, if:', verify.map((text) => `- ${indented(prose(text), 2)}`).join('\n')] : []),
  ];
}

function stepText({ text, run, file }: Step): string {
  const parts = [
    ...(text === undefined ? [] : [prose(text)]),
    ...(run === undefined ? [] : [codeBlock(run, 'sh')]),
    ...(file === undefined ? [] : [code(file.name), codeBlock(file.content)]),
  ];
  return parts.join('\n\n');
}
