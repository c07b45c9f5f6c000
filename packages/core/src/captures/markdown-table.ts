import type { Line } from '../bundle/line.ts';

/** Takes lines in order and turns the rows of a table of Markdown that shows what kubectl printed into columns. */
export interface TableReader {
  /** The line, as a row without bars; undefined for the dashes below a heading. */
  push(line: Line): Line | undefined;
}

/**
 * Of tables of Markdown those are read whose heading has words as kubectl's headings do.
 *
 *     | NAMESPACE   | NAME                       | READY | STATUS  |
 *     | ----------- | -------------------------- | ----- | ------- |
 *     | kube-system | `coredns-6f776c8fb5-7x2kq` | 1/1   | Running |
 */
export function createTableReader(): TableReader {
  let columns = 0;
  return {
    push(line) {
      const cells = line.text.includes('|') ? cellsOf(line.text) : undefined;
      if (cells === undefined || (columns > 0 && cells.length !== columns)) columns = 0;
      else if (columns === 0) columns = isHeading(cells) ? cells.length : 0;
      if (columns === 0 || cells === undefined) return line;
      if (cells.every((cell) => /^:?-{1,200}:?$/.test(cell))) return undefined;
      return { ...line, text: cells.map((cell) => (cell === '' ? '<none>' : cell)).join('   ') };
    },
  };
}

/** What stands between the bars of a row, without what sets it in code or bold. */
function cellsOf(text: string): readonly string[] | undefined {
  const row = /^\s{0,8}\|(.{5,4000})\|\s*$/.exec(text)?.[1];
  return row?.split(/(?<!\\)\|/).map((cell) =>
    cell
      .trim()
      .replace(/^(`{1,2}|\*{1,2})(.*)\1$/, '$2')
      .replaceAll('\\|', '|'),
  );
}

const isHeading = (cells: readonly string[]): boolean =>
  cells.length >= 3 &&
  cells.every((cell) => /^[A-Z][A-Z ()-]{1,30}$/.test(cell)) &&
  cells.some((cell) => cell === 'NAME' || cell === 'MESSAGE');
