import type { Timeline, TimelineEntry, TimelineRole } from '../findings/timeline/timeline.ts';
import type { Page } from './page.ts';
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
    const own = headingOf(entry, page);
    if (own !== heading) lines.push('', `  ${own}`);
    heading = own;
    lines.push(...entryLines(entry, page));
  }
  return [...lines, ...(omitted > 0 ? [`  ${words.more(omitted)}`] : []), ''];
}

const headingOf = ({ time, ageSeconds }: TimelineEntry, { timeline }: TimelinePage): string =>
  time?.slice(0, 10) ?? (ageSeconds === undefined ? timeline.untimed : timeline.aged);

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
    `${indent}${style('place', `${entry.path}:${entry.line}`)}${againWords(entry, page)}`,
    ...hang(indent, entry.findings.map((role) => roleWords(role, page)).join(', '), width),
  ];
}

const LEAST = 30;

/** A time of day, or between which two it lies; with the day where it is another than the heading's. */
function whenOf({ time, inferred, earliest, latest, ageSeconds }: TimelineEntry): string {
  if (time === undefined) return ageSeconds === undefined ? '' : `-${durationOf(ageSeconds)}`;
  const day = time.slice(0, 10);
  if (inferred !== true) return clockOf(time, day);
  if (earliest === undefined && latest === undefined) return `~${clockOf(time, day)}`;
  return `${earliest === undefined ? '' : clockOf(earliest, day)}..${latest === undefined ? '' : clockOf(latest, day)}`;
}

const clockOf = (time: string, day: string): string =>
  time.startsWith(day) ? time.slice(11, 19) : time.slice(5, 16).replace('T', ' ');

/** `2d3h`, `4m50s`: the two largest units. */
function durationOf(seconds: number): string {
  const parts = UNITS.map(([unit, size], at) => {
    const left = at === 0 ? seconds : seconds % UNITS[at - 1]![1];
    return { unit, count: Math.floor(left / size) };
  });
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return '0s';
  return parts
    .slice(first, first + 2)
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => `${count}${unit}`)
    .join('');
}

const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

function againWords({ more, until, time }: TimelineEntry, { timeline }: TimelinePage): string {
  if (more === undefined) return '';
  const last =
    until === undefined || time === undefined ? '' : `, ${timeline.until} ${clockOf(until, time.slice(0, 10))}`;
  return `  (${timeline.again(more)}${last})`;
}

const roleWords = ({ rule, cause, speaks }: TimelineRole, { timeline }: TimelinePage): string =>
  `${speaks === 'end' ? `${timeline.end} ` : ''}${cause === undefined ? rule : `${rule}#${cause}`}`;
