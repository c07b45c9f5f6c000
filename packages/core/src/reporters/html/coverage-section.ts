import type { Report } from '../../report/report.ts';
import { coverageCount } from '../coverage-lines.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Content, type Markup } from './markup.ts';

/** How many entries of a list stand in the page. */
const ENTRIES = 200;

/** What was read and judged, what was not and why, and the notes. */
export function coverageSection({ coverage, notes }: Report, page: HtmlPage): Markup {
  const { words, html } = page;
  return tag(
    'section',
    { id: 'coverage', 'aria-labelledby': 'coverage-heading' },
    tag('h2', { id: 'coverage-heading' }, html.coverage),
    tag('p', {}, words.coverage(coverageCount(coverage))),
    listOf(
      coverage.unread.map(({ path, reason }) => [`${words.unread} `, tag('code', {}, path), `: ${reason}`]),
      page,
    ),
    listOf(notJudged(coverage, page), page),
    listOf(
      notes.map(({ code, path, line, message }) => [
        `${words.note} ${code} `,
        path === undefined ? '' : tag('code', {}, line === undefined ? path : `${path}:${line}`),
        ` ${message}`,
      ]),
      page,
    ),
    capturesFold(coverage.captures, page),
  );
}

/** Rules that need the same are told together. */
function notJudged({ notJudged: rules }: Report['coverage'], { words }: HtmlPage): readonly Content[] {
  const groups = new Map<string, string[]>();
  for (const { rule, needs } of rules)
    groups.set(words.needs(needs), [...(groups.get(words.needs(needs)) ?? []), rule]);
  return [...groups].map(([needs, group]) => [
    `${words.notJudged} `,
    group.flatMap((rule, at) => [at === 0 ? '' : ', ', tag('code', {}, rule)]),
    `: ${needs}`,
  ]);
}

function listOf(entries: readonly Content[], { words }: HtmlPage): Content {
  if (entries.length === 0) return undefined;
  return tag(
    'ul',
    {},
    entries.slice(0, ENTRIES).map((entry) => tag('li', {}, entry)),
    entries.length > ENTRIES ? tag('li', {}, words.more(entries.length - ENTRIES)) : undefined,
  );
}

const capturesFold = (captures: Report['coverage']['captures'], page: HtmlPage): Content =>
  captures.length === 0
    ? undefined
    : tag(
        'details',
        {},
        tag('summary', {}, `${page.html.captures} (${captures.length})`),
        listOf(
          captures.map(({ path, line, kind, command, complete, why }) => [
            tag('code', {}, `${path}:${line}`),
            ` ${command ?? kind} (${page.html.complete[complete]}${why === undefined ? '' : `: ${why}`})`,
          ]),
          page,
        ),
      );
