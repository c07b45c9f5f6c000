import type { Line } from '../bundle/line.ts';

/** Takes the lines of a file in order and gives them back without what indents or marks whole stretches of them. */
export interface Unindenter {
  /** The line that is ready by now, if one is. */
  push(line: Line): Line | undefined;
  end(): readonly Line[];
  /** The lines that are not ready yet, as they came. */
  waiting(): readonly Line[];
  /** The last line that is ready stands in a stretch that is indented or marked. */
  isMarked(): boolean;
}

/**
 * Takes off the prefix that all lines of a stretch share: the blanks in front of a capture that stands inside a note, or
 * the bars of a terminal's frame. What a program indents itself keeps its depth. `inside`: other lines stand above the
 * first one.
 */
export function createUnindenter(inside = false): Unindenter {
  const state: State = { waiting: [], prefix: '', last: '', blank: !inside };
  return {
    push(line) {
      state.waiting.push(line);
      return state.waiting.length > AHEAD ? take(state) : undefined;
    },
    end() {
      const rest: Line[] = [];
      while (state.waiting.length > 0) rest.push(take(state));
      return rest;
    },
    waiting: () => state.waiting,
    isMarked: () => state.prefix !== '',
  };
}

interface State {
  readonly waiting: Line[];
  /** What the stretch is marked with; none outside of one. */
  prefix: string;
  /** The last line that was not blank, as it came. */
  last: string;
  /** The line above is blank, or there is none. */
  blank: boolean;
}

/** So many lines below its first must have the prefix too. */
const AHEAD = 12;

function take(state: State): Line {
  const line = state.waiting.shift() as Line;
  const { text } = line;
  if (text.trim() === '') {
    state.blank = true;
    return line;
  }
  if (!isMarked(text, state.prefix)) state.prefix = '';
  if (state.prefix === '' && state.blank && !/^\s/.test(state.last)) state.prefix = prefixAt(text, state.waiting);
  state.last = text;
  state.blank = false;
  return state.prefix === '' ? line : { ...line, text: text.slice(state.prefix.length) };
}

function prefixAt(text: string, ahead: readonly Line[]): string {
  const prefix = BAR.exec(text)?.[0] ?? BLANKS.exec(text)?.[0] ?? '';
  if (prefix === '') return '';
  const stretch = stretchOf(prefix, ahead);
  if (stretch === undefined) return '';
  if (!BAR.test(text)) return BEGINS.test(text.slice(prefix.length)) ? prefix : '';
  return [text, ...stretch].some((row) => ROW_END.test(row.slice(prefix.length))) ? '' : prefix;
}

/** The marked lines that follow; none where the stretch does not end at a blank line. */
function stretchOf(prefix: string, ahead: readonly Line[]): readonly string[] | undefined {
  const texts = ahead.map(({ text }) => text);
  const end = texts.findIndex((text) => text.trim() !== '' && !isMarked(text, prefix));
  if (end >= 0 && texts[end - 1]?.trim() !== '') return undefined;
  return end < 0 ? texts : texts.slice(0, end);
}

/** A row of a table in Markdown ends in a bar too. */
const ROW_END = /(?:^|[^:\s])\s{0,80}\|\s*$/;

/** An empty line behind a bar may have lost the blank that follows it. */
const isMarked = (text: string, prefix: string): boolean => text.startsWith(prefix) || text === prefix.trimEnd();

const BAR = /^\s{0,8}[|│┃] /;
const BLANKS = /^[ \t]{1,16}/;

/** Blanks alone are a note's only in front of what begins a command or its output. */
const BEGINS =
  /^(?:[A-Z]{2,}(?: [A-Z]+)?\s+[A-Z]|Name:\s|Server:\s|apiVersion:|Events:|Type\s+Reason|; <<>>|;; |Using domain server|Error from server|No resources|Defaulted container|\[pod\/|[IWEF]\d{4} |\d{4}[-/]\d\d[-/]\d\d|\{"|[$#] |PS |kubectl |k |nslookup |[a-z0-9-]+ +\S+ +\d+\/\d+ )/;
