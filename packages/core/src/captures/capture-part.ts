import type { Line } from '../bundle/line.ts';
import type { CaptureKind, Command } from './capture.ts';

/** A stretch of one capture, in the order of the file. A long capture comes in several parts. */
export interface Part {
  readonly kind: CaptureKind;
  readonly command?: Command;
  /** Heading lines of the capture; empty in its first part. */
  readonly head: readonly Line[];
  readonly lines: readonly Line[];
  /** This part begins the capture. */
  readonly first: boolean;
  /** This part ends it. */
  readonly last: boolean;
  /** Lines were left out because the capture passed the limit. */
  readonly overflow?: true;
}

/** A capture whose end has not been seen yet. */
export interface Open {
  readonly kind: CaptureKind;
  readonly command: Command | undefined;
  head: readonly Line[];
  /** The heading again, in later parts, and what the part holds so far. */
  lines: Line[];
  first: boolean;
  overflow: boolean;
}

/** What a capture holds so far, as a part of it. */
export function partOf(open: Open, lines: readonly Line[], last: boolean): Part {
  return {
    kind: open.kind,
    ...(open.command === undefined ? {} : { command: open.command }),
    head: open.head,
    lines,
    first: open.first,
    last,
    ...(open.overflow ? { overflow: true as const } : {}),
  };
}

/** Blank lines below a capture do not belong to it. */
export function withoutTrailingBlanks(lines: Line[]): Line[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1] as Line).text.trim() === '') end--;
  return lines.slice(0, end);
}
