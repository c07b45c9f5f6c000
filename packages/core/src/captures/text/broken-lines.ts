import type { Line } from '../../bundle/line.ts';

/**
 * The width at which a terminal broke these lines: no line passes it, and either several lines have it or it is a usual
 * width. Undefined where nothing speaks for broken lines; the longest line of a text alone does not.
 */
export function brokenWidth(lines: readonly Line[]): number | undefined {
  let width = 0;
  let count = 0;
  for (const { text } of lines) {
    const columns = columnsOf(text);
    if (columns > width) [width, count] = [columns, 0];
    if (columns === width) count++;
  }
  return width >= MIN_WIDTH && (count > 1 || USUAL.has(width)) ? width : undefined;
}

/** The signs of a text, each of which a terminal counts once. */
export const columnsOf = (text: string): number =>
  PAIRED.test(text) ? text.length - (text.match(PAIRS)?.length ?? 0) : text.length;

const PAIRED = /[\ud800-\udbff]/;
const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How `line` belongs to a broken one, judged by the lines around: it goes on below, or is a piece of the line above. */
export function pieceOf(
  line: Line,
  above: readonly Line[],
  ahead: readonly Line[] = [],
): 'goes-on' | 'rest' | undefined {
  const recent = above.slice(-RECENT);
  const width = brokenWidth([...recent, line, ...ahead]);
  if (width === undefined) return undefined;
  if (columnsOf(line.text) === width) return 'goes-on';
  return columnsOf(recent.at(-1)?.text ?? '') === width ? 'rest' : undefined;
}

const MIN_WIDTH = 60;
const RECENT = 30;
const USUAL = new Set([80, 100, 120, 132, 160, 200]);
