import type { FilledSolution, FilledStep, Finding, JudgedCause } from '../../findings/finding.ts';
import { commandBlock } from './command-block.ts';
import { anchorOf, type HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';

/** What to do about a cause; what stands in the page already is pointed to. */
export function solutionBlocks(cause: JudgedCause, finding: Finding, page: HtmlPage): readonly Markup[] {
  if (cause.solutions.length === 0) return [];
  const saying = JSON.stringify(cause.solutions);
  const told = page.told.get(saying);
  if (told !== undefined) {
    return [tag('p', {}, `${page.html.seeAbove} `, tag('a', { href: `#${told}` }, `${finding.rule}#${cause.id}`), '.')];
  }
  page.told.set(saying, anchorOf(finding.id));
  return cause.solutions.map((solution) => solutionBlock(solution, page));
}

const solutionBlock = ({ title, recommended, steps, verify }: FilledSolution, page: HtmlPage): Markup =>
  tag(
    'section',
    { class: 'solution' },
    tag('h4', {}, title, recommended ? tag('span', { class: 'tag' }, page.words.recommended) : undefined),
    tag(
      'ol',
      {},
      steps.map((step) => tag('li', {}, stepContent(step, page))),
    ),
    verify.length === 0
      ? undefined
      : tag(
          'ul',
          { class: 'verify' },
          verify.map((text) => tag('li', {}, `${page.words.verify}: ${text}`)),
        ),
  );

const stepContent = ({ text, run, file }: FilledStep, page: HtmlPage): readonly Markup[] => [
  ...(text === undefined ? [] : [tag('p', {}, text)]),
  ...(file === undefined ? [] : [tag('p', {}, tag('code', {}, file.name)), commandBlock(file.content, page)]),
  ...(run === undefined ? [] : [commandBlock(run, page)]),
];
