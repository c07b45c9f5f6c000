import type { TimelineEntry } from '../../findings/timeline/timeline.ts';
import type { HtmlPage } from './html-page.ts';
import { tag, type Content } from './markup.ts';

const WIDTH = 760;
const MARGIN = 12;
const BASE = 24;

interface Span {
  readonly from: number;
  readonly at: number;
  readonly to: number;
  readonly what: string;
}

/** The axis of time: a dot for each entry, and a bar where it is only known between which times it lies. */
export function timelineAxis(entries: readonly TimelineEntry[], { html }: HtmlPage): Content {
  const spans = entries.flatMap(spanOf);
  const first = Math.min(...spans.map(({ from }) => from));
  const last = Math.max(...spans.map(({ to }) => to));
  if (spans.length < 2 || !(last > first)) return undefined;
  const place = (time: number): number =>
    Math.round((MARGIN + ((time - first) / (last - first)) * (WIDTH - 2 * MARGIN)) * 10) / 10;
  const label = `${html.timeline}: ${isoOf(first)} – ${isoOf(last)}`;
  return tag(
    'figure',
    { class: 'axis', tabindex: 0 },
    tag(
      'svg',
      { viewBox: `0 0 ${WIDTH} 52`, role: 'img', 'aria-label': label },
      tag('line', { class: 'edge', x1: MARGIN, y1: BASE, x2: WIDTH - MARGIN, y2: BASE }),
      spans.map(({ from, at, to, what }) => [
        to > from ? tag('line', { class: 'span', x1: place(from), y1: BASE, x2: place(to), y2: BASE }) : undefined,
        tag('circle', { class: `dot ${what}`, cx: place(at), cy: BASE, r: 5 }),
      ]),
      tag('text', { x: MARGIN, y: 46 }, isoOf(first)),
      tag('text', { x: WIDTH - MARGIN, y: 46, 'text-anchor': 'end' }, isoOf(last)),
    ),
  );
}

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');

function spanOf({ time, earliest, latest, what }: TimelineEntry): readonly Span[] {
  const at = Date.parse(time ?? '');
  if (Number.isNaN(at)) return [];
  return [{ from: Date.parse(earliest ?? '') || at, at, to: Date.parse(latest ?? '') || at, what }];
}
