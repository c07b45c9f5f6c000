import { createDenseSearch, type DenseSearch } from './dense-search.ts';
import { chooseWindows, type WordedLiteral } from './choose-windows.ts';
import { createGramCounts, type GramCounts } from './gram-counts.ts';
import { createGramTable, type GramTable, type SearchedText } from './gram-table.ts';
import { wordsOf } from './gram-windows.ts';
import { createLineMarks, type LineMarks } from './line-marks.ts';
import { linkTokens, type LinkedToken } from './match-literal.ts';
import { printedLiteral } from './printed-literal.ts';
import { createScratch } from './scratch.ts';
import type { WantedTexts } from './wanted-texts.ts';

/** Text in memory, and where its lines begin; one number more than there are lines says where the last ends. */
export interface TextLines {
  readonly bytes: Uint8Array;
  /** The same memory, four bytes at a time. */
  readonly words: Int32Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/** Says which lines are wanted, at a cost that hardly depends on how many texts are looked for. */
export interface LineFilter {
  /** Tells the index of each wanted line, in order. */
  scan(text: TextLines, wanted: (line: number) => void): void;
  /** Whether a single line is wanted. */
  holds(line: string): boolean;
  /** A new file begins, which may be of another sort. */
  begin(): void;
}

/**
 * A filter for texts. Single lines are searched byte by byte, and so is all where a literal has no four bytes in a row
 * that tell it.
 */
export function createLineFilter(wanted: WantedTexts): LineFilter {
  const literals = linked.get(wanted) ?? wanted.literals.map((text) => linkTokens(printedLiteral(text)));
  linked.set(wanted, literals);
  const filter: Filter = {
    literals,
    wanted,
    marks: createLineMarks(wanted),
    counts: createGramCounts(),
    isDense: false,
    learned: 0,
    found: new Int32Array(MOST_CANDIDATES + 8),
  };
  const scratch = createScratch();
  return {
    scan(text, found) {
      learn(filter, text);
      search(filter, text, found);
    },
    holds(line) {
      let isWanted = false;
      const { bytes, starts } = scratch.textOf(line);
      filter.marks.reset();
      denseOf(filter)({ bytes, from: 0, to: starts[1]! }, (literal) => {
        if (filter.marks.mark(literal, 0)) isWanted = true;
      });
      return isWanted;
    },
    begin() {
      filter.isDense = false;
      filter.learned = 0;
    },
  };
}

/** Many bundles may be read for the same texts. */
const linked = new WeakMap<WantedTexts, Literals>();

type Literals = readonly (readonly LinkedToken[])[];

interface Filter {
  readonly literals: Literals;
  readonly wanted: WantedTexts;
  readonly marks: LineMarks;
  readonly counts: GramCounts;
  /** Room for the candidates of one stride. */
  readonly found: Int32Array;
  worded?: readonly WordedLiteral[];
  tables?: Tables;
  dense?: DenseSearch;
  /** The file is searched byte by byte. */
  isDense: boolean;
  /** Bytes of the file that were counted. */
  learned: number;
  /** Bytes counted when the tables were made. */
  built?: number;
}

interface Tables {
  /** For what makes a line worth a second look, and for all that makes it wanted. */
  readonly first: GramTable;
  readonly all: GramTable;
}

/** Words looked at in one go, and how many of them may be candidates: with more, going byte by byte is faster. */
const STRIDE = 64 * 1024;
const MOST_CANDIDATES = STRIDE / 10;

/** Bytes counted of one file and of all; the tables are made anew whenever four times as many are known. */
const LEARNED_OF_FILE = 64 * 1024;
const LEARNED = 4 * 1024 * 1024;

function learn(filter: Filter, { words, starts, count }: TextLines): void {
  const { counts } = filter;
  const from = starts[0]! >> 2;
  const bytes = Math.min(starts[count]! - starts[0]!, LEARNED_OF_FILE - filter.learned);
  if (bytes <= 0 || counts.bytes >= LEARNED) return;
  counts.add(words.subarray(from), bytes);
  filter.learned += bytes;
  if (counts.bytes >= LEARNED_OF_FILE && counts.bytes >= 4 * (filter.built ?? 0)) delete filter.tables;
}

function tablesOf(filter: Filter): Tables {
  if (filter.tables === undefined) {
    const { wanted, counts } = filter;
    const { first, all } = chooseWindows(wordedOf(filter), { wants: wanted.wants, counts });
    filter.tables = { first: createGramTable(first), all: createGramTable(all) };
    filter.built = counts.bytes;
  }
  return filter.tables;
}

const wordedOf = (filter: Filter): readonly WordedLiteral[] =>
  (filter.worded ??= filter.literals.map((tokens) => ({
    tokens,
    words: wordsOf(tokens.map(({ token }) => token)),
  })));

const denseOf = (filter: Filter): DenseSearch => (filter.dense ??= createDenseSearch(filter.literals));

function search(filter: Filter, { bytes, words, starts, count }: TextLines, wanted: (line: number) => void): void {
  const { marks } = filter;
  const stretch = { bytes, from: starts[0]!, to: starts[count]! };
  let line = 0;
  let looked = -1;
  marks.reset();
  filter.isDense ||= wordedOf(filter).some(({ words: found }) => found.length === 0);
  const goTo = (at: number): void => {
    while (starts[line + 1]! <= at) line++;
  };
  /** One look at a line is enough. */
  const lookAt = (literal: number, at: number): number => {
    goTo(at);
    const end = starts[line + 1]!;
    if (looked === line) return end;
    looked = line;
    if (marks.mark(literal, line)) wanted(line);
    else if (holdsWanted(filter, { words, stretch: { bytes, from: starts[line]!, to: end } }, line)) wanted(line);
    return end;
  };
  const left = filter.isDense ? stretch.from : searchGrams(filter, { words, stretch, met: lookAt });
  if (left >= stretch.to) return;
  goTo(left);
  if (looked === line) line++;
  if (line >= count) return;
  denseOf(filter)({ ...stretch, from: starts[line]! }, (literal, at) => {
    goTo(at);
    if (marks.mark(literal, line)) wanted(line);
  });
}

/** Searches four bytes at a time; gives the byte from which on it must be done otherwise, which is the end if none. */
function searchGrams(filter: Filter, text: SearchedText): number {
  const { first } = tablesOf(filter);
  const { words, stretch } = text;
  const end = Math.ceil(stretch.to / 4);
  for (let at = stretch.from >> 2; at < end; at += STRIDE) {
    const count = first.candidates(words, { from: at, to: Math.min(at + STRIDE, end) }, filter.found);
    if (count >= MOST_CANDIDATES) {
      filter.isDense = true;
      return at * 4;
    }
    first.verify(filter.found, count, text);
  }
  return stretch.to;
}

/** Whether a line has all that makes it wanted. */
function holdsWanted(filter: Filter, { words, stretch }: Omit<SearchedText, 'met'>, line: number): boolean {
  const { all } = tablesOf(filter);
  let isWanted = false;
  const text: SearchedText = {
    words,
    stretch,
    met: (literal, at) => {
      if (!filter.marks.mark(literal, line)) return at;
      isWanted = true;
      return stretch.to;
    },
  };
  all.each({ from: stretch.from >> 2, to: Math.ceil(stretch.to / 4) }, text);
  return isWanted;
}
