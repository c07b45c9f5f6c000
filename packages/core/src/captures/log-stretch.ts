import { lineOf, type Block } from '../bundle/block.ts';
import type { TextLines } from '../filter/line-filter.ts';
import { mayEndLogAt } from './log-end.ts';

/** Lines of a log in a block. */
export interface LogStretch extends TextLines {
  /** The byte behind them. */
  readonly end: number;
  /** The line there may not belong to the log. */
  readonly ends: boolean;
}

/** Finds the lines of a log from a byte on, up to one that may end it; of very many, the first ones. */
export function findLogStretch(block: Block, from: number, starts: Int32Array): LogStretch {
  const { bytes, words, length } = block;
  const most = starts.length - 1;
  const text = (at: number): string => lineOf({ bytes, from: at, to: bytes.indexOf(LF, at), number: 0 }).text;
  let count = 0;
  let at = from;
  let ends = false;
  while (at < length && count < most) {
    ends = mayEndLogAt(bytes, at, text);
    if (ends) break;
    starts[count++] = at;
    at = bytes.indexOf(LF, at) + 1;
  }
  starts[count] = at;
  return { bytes, words, starts, count, end: at, ends };
}

const LF = 10;
