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
    stretches: 0,
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
  /** Stretches of text that were searched. */
  stretches: number;
  /** Bytes counted when the tables were made. */
  built?: number;
}

interface Tables {
  /** For what is looked for everywhere, and for what is looked for in lines that hold some of it. */
  readonly first: GramTable;
  readonly others: GramTable;
}

/** Words looked at in one go, and how many of them may be candidates: with more, going byte by byte is faster. */
const STRIDE = 64 * 1024;
const MOST_CANDIDATES = STRIDE / 10;

/** Grams are counted in one of so many stretches of text, and in so many bytes of it; in fewer once much is known. */
const COUNTED_OF = 8;
const COUNTED_OF_LATER = 64;
const COUNTED_BYTES = 64 * 1024;
const MUCH = 1024 * 1024;

/** The tables are made anew whenever so many times as much is known. */
const KNOWN_BETTER = 16;

function learn(filter: Filter, { words, starts, count }: TextLines): void {
  const { counts } = filter;
  if (filter.stretches++ % (counts.bytes < MUCH ? COUNTED_OF : COUNTED_OF_LATER) !== 0) return;
  counts.add(words.subarray(starts[0]! >> 2), Math.min(starts[count]! - starts[0]!, COUNTED_BYTES));
  if (counts.bytes >= COUNTED_BYTES && counts.bytes >= KNOWN_BETTER * (filter.built ?? 0)) delete filter.tables;
}

function tablesOf(filter: Filter): Tables {
  if (filter.tables === undefined) {
    const { wanted, counts } = filter;
    const { first, others } = chooseWindows(wordedOf(filter), { wants: wanted.wants, counts });
    filter.tables = { first: createGramTable(first), others: createGramTable(others) };
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
  const mark = (literal: number): boolean => {
    const isWanted = marks.mark(literal, line);
    if (isWanted) wanted(line);
    return isWanted;
  };
  const own = {
    words,
    stretch: { bytes, from: 0, to: 0 },
    met: (literal: number, at: number): number => (mark(literal) ? own.stretch.to : at),
  };
  /** The others are looked for once in a line; nothing more is where it is wanted. */
  const lookAt = (literal: number, at: number): number => {
    goTo(at);
    const to = starts[line + 1]!;
    if (mark(literal)) return to;
    if (looked === line) return at;
    looked = line;
    own.stretch.from = starts[line]!;
    own.stretch.to = to;
    tablesOf(filter).others.each(own);
    return marks.isWanted(line) ? to : at;
  };
  const left = filter.isDense ? stretch.from : searchGrams(filter, { words, stretch, met: lookAt });
  if (left >= stretch.to) return;
  goTo(left);
  denseOf(filter)({ ...stretch, from: starts[line]! }, (literal, at) => {
    goTo(at);
    mark(literal);
  });
}

/** Searches four bytes at a time; gives the byte from which on it must be done otherwise, which is the end if none. */
function searchGrams(filter: Filter, text: SearchedText): number {
  const { first } = tablesOf(filter);
  const { words, stretch } = text;
  const end = Math.ceil(stretch.to / 4);
  for (let at = stretch.from >> 2; at < end; at += STRIDE) {
    const { found } = filter;
    const count = first.candidates(words, { from: at, to: Math.min(at + STRIDE, end), found });
    if (count >= MOST_CANDIDATES) {
      filter.isDense = true;
      return at * 4;
    }
    first.verify(found, count, text);
  }
  return stretch.to;
}
