import type { Incident } from '../incidents.ts';
import { anchorOf, type HtmlPage } from './html-page.ts';
import { tag, type Markup } from './markup.ts';

const ROW = 46;
const INDENT = 26;
const WIDTH = 760;
/** Characters of a title that fit into a box. */
const TITLE = 84;
/** How many boxes a diagram has; a longer chain goes on in words. */
const BOXES = 12;

/** The chain of an incident: what explains the rest on top, what follows from it below, each a link to its place. */
export function chainDiagram(incident: Incident, page: HtmlPage): readonly Markup[] {
  const boxes = boxesOf(incident, 0).slice(0, BOXES);
  if (boxes.length < 2) return [];
  const [first, ...then] = boxes.map(({ incident: { finding } }) => finding.title);
  const height = boxes.length * ROW;
  return [
    tag(
      'figure',
      { class: 'chain' },
      tag(
        'svg',
        { viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', 'aria-label': page.html.chainText(first ?? '', then) },
        boxes.flatMap((box, at) => [...connector(boxes, at), boxMarkup(box, at, page)]),
      ),
    ),
  ];
}

interface Box {
  readonly incident: Incident;
  readonly depth: number;
}

const boxesOf = (incident: Incident, depth: number): readonly Box[] => [
  { incident, depth },
  ...incident.followers.flatMap((one) => boxesOf(one, depth + 1)),
];

/** An elbow from the box that explains to the one that follows. */
function connector(boxes: readonly Box[], at: number): readonly Markup[] {
  const depth = boxes[at]!.depth;
  const from = boxes.slice(0, at).findLastIndex((box) => box.depth === depth - 1);
  if (from < 0) return [];
  const x = (depth - 1) * INDENT + INDENT / 2;
  return [tag('path', { class: 'edge', d: `M${x} ${from * ROW + 36}V${at * ROW + 19}H${depth * INDENT}` })];
}

function boxMarkup({ incident: { finding }, depth }: Box, at: number, { words }: HtmlPage): Markup {
  const x = depth * INDENT;
  const label = finding.status === 'resolved' ? words.resolved : words.severity[finding.severity];
  const title =
    finding.title.length > TITLE - depth * 3 ? `${finding.title.slice(0, TITLE - depth * 3)}…` : finding.title;
  return tag(
    'a',
    { href: `#${anchorOf(finding.id)}` },
    tag('rect', { class: 'box', x: x + 1, y: at * ROW + 2, width: WIDTH - x - 2, height: 36, rx: 6 }),
    tag('text', { class: `kind ${finding.severity}`, x: x + 12, y: at * ROW + 17 }, `${label} · ${finding.rule}`),
    tag('text', { x: x + 12, y: at * ROW + 32 }, title),
  );
}
