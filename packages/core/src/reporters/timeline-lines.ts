import type { Timeline, TimelineEntry, TimelineRole } from '../findings/timeline/timeline.ts';
import type { Page } from './page.ts';
import { againWords, headingOf, whenOf } from './timeline-entry.ts';
import type { TimelineWords } from './timeline-words.ts';
import { hang } from './wrap.ts';

interface TimelinePage extends Page {
  readonly timeline: TimelineWords;
}

/** What findings rest on, on one axis: a heading for each day, then for what has only an age, then for the rest. */
export function timelineLines({ entries, omitted }: Timeline, page: TimelinePage): readonly string[] {
  const { words, timeline, style } = page;
  const lines: string[] = [style('title', timeline.title)];
  let heading = '';
  for (const entry of entries) {
    const own = headingOf(entry, timeline);
    if (own !== heading) lines.push('', `  ${own}`);
    heading = own;
    lines.push(...entryLines(entry, page));
  }
  return [...lines, ...(omitted > 0 ? [`  ${words.more(omitted)}`] : []), ''];
}

const WHEN = 19;

function entryLines(entry: TimelineEntry, page: TimelinePage): readonly string[] {
  const { timeline, style, width } = page;
  const what = timeline.what[entry.what].padEnd(Math.max(...Object.values(timeline.what).map((word) => word.length)));
  const start = `  ${whenOf(entry).padEnd(WHEN)}  ${what}  `;
  const indent = ' '.repeat(start.length);
  const text = entry.text.replace(/\s+/g, ' ').trim();
  const room = Math.max(width - start.length, LEAST);
  return [
    `${start}${text.length > room ? `${text.slice(0, room - 1)}…` : text}`,
    `${indent}${style('place', `${entry.path}:${entry.line}`)}${againWords(entry, page.timeline)}`,
    ...hang(indent, entry.findings.map((role) => roleWords(role, page)).join(', '), width),
  ];
}

const LEAST = 30;

const roleWords = ({ rule, cause, speaks }: TimelineRole, { timeline }: TimelinePage): string =>
  `${speaks === 'end' ? `${timeline.end} ` : ''}${cause === undefined ? rule : `${rule}#${cause}`}`;
