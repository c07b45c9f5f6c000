import type { Column, ColumnGrammar, Heading, Row } from './column-heading.ts';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads a row whose padding is lost by what each column may hold. `line` is the row without marks of Markdown. */
export function readWords(line: string, { columns }: Heading): Row | undefined {
  const words = [...line.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const cells = new Map<string, string>();
  const take = (column: Column, from: number, to: number): void => {
    const cell = line.slice(words[from]?.start, words[to - 1]?.end);
    if (from < to) cells.set(column.name, cell);
  };
  const free = columns.findIndex(({ grammar }) => grammar.free === true);
  const front = free < 0 ? columns : columns.slice(0, free);
  const at = takeForward(words, front, take);
  if (at === undefined || (free < 0 && at.word < words.length)) return undefined;
  if (free < 0 || at.columns < front.length)
    return cells.size > 0 ? { cells, whole: endsAt(columns, at.columns) } : undefined;
  const end = takeBackward(words, columns.slice(free + 1), take);
  if (end === undefined || end < at.word) return undefined;
  take(columns[free] as Column, at.word, end);
  return { cells, whole: end > at.word };
}

/** Whether a row may end in front of a column: it and those behind it may be empty. */
export function endsAt(columns: readonly Column[], from: number): boolean {
  for (let i = from; i < columns.length; i++) if (columns[i]?.grammar.optional !== true) return false;
  return true;
}

type Take = (column: Column, from: number, to: number) => void;

/** Gives each column as many words as it may hold; stops where the words do, and leaves out a last word that may be cut. */
function takeForward(
  words: readonly Word[],
  columns: readonly Column[],
  take: Take,
): { word: number; columns: number } | undefined {
  let word = 0;
  for (const [i, column] of columns.entries()) {
    if (word === words.length) return { word, columns: i };
    const count = wordsFor(words, word, column.grammar);
    const cut = word + Math.max(count, 1) === words.length && !endsAt(columns, i + 1);
    if (cut) return { word: words.length, columns: i };
    if (count === 0 && column.grammar.optional !== true) return undefined;
    take(column, word, word + count);
    word += count;
  }
  return { word, columns: columns.length };
}

function wordsFor(words: readonly Word[], from: number, { test, words: most = 1 }: ColumnGrammar): number {
  for (let count = Math.min(most, words.length - from); count > 0; count--) {
    const cell = words.slice(from, from + count).map((word) => word.text);
    if (test.test(cell.join(' '))) return count;
  }
  return 0;
}

/** Columns behind the free one hold one word each. */
function takeBackward(words: readonly Word[], columns: readonly Column[], take: Take): number | undefined {
  let end = words.length;
  for (const column of columns.toReversed()) {
    if (!column.grammar.test.test(words[end - 1]?.text ?? '')) return undefined;
    take(column, end - 1, end);
    end--;
  }
  return end;
}
