import type { Finding, JudgedCause } from '../findings/finding.ts';
import { causeLines, collectLines } from './cause-lines.ts';
import { remarkLines, subjectLines } from './finding-lines.ts';
import type { Page } from './page.ts';
import type { Quoted } from './quote-lines.ts';
import { hang } from './wrap.ts';

/** What only follows from another finding: the causes that do in full, the others by their names. */
export function followerBody(finding: Finding, page: Page, quoted: Quoted): readonly string[] {
  const { words } = page;
  const [held, others] = parted(finding.causes, ({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
  const [excluded, open] = parted(others, ({ verdict }) => verdict === 'excluded');
  const names = [...namesAs(words.open, open, page), ...namesAs(words.excluded, excluded, page)];
  const more = [...names, ...open.flatMap((cause) => collectLines(cause, page))];
  return [
    ...subjectLines(finding, page, quoted),
    ...held.flatMap((cause) => ['', ...causeLines(cause, page, quoted)]),
    ...(more.length > 0 ? ['', ...more] : []),
    ...remarkLines(finding, page),
  ];
}

const parted = (
  causes: readonly JudgedCause[],
  isFirst: (cause: JudgedCause) => boolean,
): readonly [readonly JudgedCause[], readonly JudgedCause[]] => [
  causes.filter(isFirst),
  causes.filter((cause) => !isFirst(cause)),
];

const namesAs = (label: string, causes: readonly JudgedCause[], { width }: Page): readonly string[] =>
  causes.length === 0 ? [] : hang(`  ${label}  `, causes.map(({ id }) => id).join(', '), width);
