import type { ChainLink, ExplainedChain } from '../findings/explanation.ts';
import type { ExplainPage } from './explain-page.ts';
import { objectLines } from './object-lines.ts';
import { LIST_LENGTH } from './page.ts';
import { quoteLines } from './quote-lines.ts';
import { hang } from './wrap.ts';

/** A finding in its incident: what explains it, down to what shows the root, and what follows from it. */
export const chainLines = ({ objects, because, explains }: ExplainedChain, page: ExplainPage): readonly string[] => [
  page.explain.chain,
  ...objectLines(objects, page),
  ...(because.length > 0 ? [`  ${page.words.because}`, ...linkLines(because, page, '  ')] : [`  ${page.explain.root}`]),
  ...(explains.length > 0 ? [`  ${page.words.explains}`, ...linkLines(explains, page, '  ')] : []),
];

function linkLines(links: readonly ChainLink[], page: ExplainPage, indent: string): readonly string[] {
  const { words, width } = page;
  const more = links.length - LIST_LENGTH;
  return [
    ...links.slice(0, LIST_LENGTH).flatMap(({ rule, cause, verdict, title, evidence, next }) => {
      const name = cause === undefined ? rule : `${rule}#${cause}`;
      const said = verdict === undefined ? '' : `${words.verdict[verdict]}  `;
      return [
        ...hang(`${indent}└ ${said}`, `${name}: ${title}`, width),
        ...quoteLines(evidence, { page, indent: `${indent}    `, quoted: new Set() }),
        ...linkLines(next, page, `${indent}  `),
      ];
    }),
    ...(more > 0 ? [`${indent}└ ${words.more(more)}`] : []),
  ];
}
