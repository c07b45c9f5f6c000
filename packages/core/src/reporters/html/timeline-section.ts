import type { Timeline, TimelineEntry, TimelineRole } from '../../findings/timeline/timeline.ts';
import { againWords, headingOf, whenOf } from '../timeline-entry.ts';
import type { TimelineWords } from '../timeline-words.ts';
import { anchorOf, type HtmlPage } from './html-page.ts';
import { tag, type Content, type Markup } from './markup.ts';
import { timelineAxis } from './timeline-axis.ts';

/** What the findings rest on, on one axis, and as a table. */
export function timelineSection({ entries, omitted }: Timeline, page: HtmlPage & { timeline: TimelineWords }): Markup {
  const { words } = page;
  return tag(
    'section',
    { id: 'timeline', 'aria-labelledby': 'timeline-heading' },
    tag('h2', { id: 'timeline-heading' }, page.html.timeline),
    timelineAxis(entries, page),
    tag(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': 'timeline-heading' },
      tag('table', {}, groupsOf(entries, page)),
    ),
    omitted > 0 ? tag('p', {}, words.more(omitted)) : undefined,
  );
}

interface TimelinePage {
  readonly timeline: TimelineWords;
}

/** The entries of each day, then those of which only the age is known, then the rest. */
function groupsOf(entries: readonly TimelineEntry[], page: TimelinePage): readonly Markup[] {
  const groups = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const heading = headingOf(entry, page.timeline);
    groups.set(heading, [...(groups.get(heading) ?? []), entry]);
  }
  return [...groups].map(([heading, group]) =>
    tag(
      'tbody',
      {},
      tag('tr', {}, tag('th', { class: 'day', colspan: 3, scope: 'rowgroup' }, heading)),
      group.map((entry) => entryRow(entry, page)),
    ),
  );
}

const entryRow = (entry: TimelineEntry, { timeline }: TimelinePage): Markup =>
  tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, whenOf(entry)),
    tag('td', { class: 'what' }, timeline.what[entry.what]),
    tag(
      'td',
      {},
      entry.text,
      tag('br'),
      tag('code', {}, `${entry.path}:${entry.line}`),
      againWords(entry, timeline),
      tag('br'),
      rolesOf(entry.findings, timeline),
    ),
  );

const rolesOf = (roles: readonly TimelineRole[], timeline: TimelineWords): Content =>
  roles.map(({ finding, rule, cause, speaks }) => [
    speaks === 'end' ? `${timeline.end} ` : '',
    tag('a', { href: `#${anchorOf(finding)}` }, cause === undefined ? rule : `${rule}#${cause}`),
    ' ',
  ]);
