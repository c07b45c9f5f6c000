import type { TimelineEntry } from '../findings/timeline/timeline.ts';
import type { TimelineWords } from './timeline-words.ts';

/** A time of day, or between which two it lies; with the day where it is another than the heading's. */
export function whenOf({ time, inferred, earliest, latest, ageSeconds }: TimelineEntry): string {
  if (time === undefined) return ageSeconds === undefined ? '' : `-${durationOf(ageSeconds)}`;
  const day = time.slice(0, 10);
  if (inferred !== true) return clockOf(time, day);
  if (earliest === undefined && latest === undefined) return `~${clockOf(time, day)}`;
  return `${earliest === undefined ? '' : clockOf(earliest, day)}..${latest === undefined ? '' : clockOf(latest, day)}`;
}

/** What an entry stands under: its day, that only its age is known, or that no time is told. */
export const headingOf = ({ time, ageSeconds }: TimelineEntry, words: TimelineWords): string =>
  time?.slice(0, 10) ?? (ageSeconds === undefined ? words.untimed : words.aged);

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

/** How often the same is said again, and until when. */
export function againWords({ more, until, time }: TimelineEntry, words: TimelineWords): string {
  if (more === undefined) return '';
  const last = until === undefined || time === undefined ? '' : `, ${words.until} ${clockOf(until, time.slice(0, 10))}`;
  return `  (${words.again(more)}${last})`;
}
