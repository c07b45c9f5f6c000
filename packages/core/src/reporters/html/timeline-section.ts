import type { Timeline, TimelineEntry, TimelineRole } from '../../findings/timeline/timeline.ts';
import { againWords, whenOf } from '../timeline-entry.ts';
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
      tag(
        'table',
        {},
        tag(
          'tbody',
          {},
          entries.map((entry) => entryRow(entry, page)),
        ),
      ),
    ),
    omitted > 0 ? tag('p', {}, words.more(omitted)) : undefined,
  );
}

const entryRow = (entry: TimelineEntry, { timeline }: { timeline: TimelineWords }): Markup =>
  tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, [entry.time?.slice(0, 10) ?? '', ' ', whenOf(entry)]),
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
