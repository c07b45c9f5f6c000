import type { Line } from '../../bundle/line.ts';

/** A row of a table, its cells by the heads of their columns; empty cells are left out. */
export interface DashedRow {
  readonly cells: ReadonlyMap<string, string>;
  readonly line: Line;
}

/**
 * A table of `az -o table`: heads, a line of dashes under each, and rows whose cells begin where the dashes do.
 *
 *     Name    ExtensionType
 *     ------  ---------------
 *     flux    microsoft.flux
 */
export function readDashedTable(lines: readonly Line[]): readonly DashedRow[] {
  const [head, dashes, ...rows] = lines;
  if (head === undefined || dashes === undefined || !/^-{2,}(?: +-{2,})* *$/.test(dashes.text)) return [];
  const columns = [...dashes.text.matchAll(/-+/g)].map(({ index, 0: { length } }, at, all) => ({
    start: index,
    end: all[at + 1]?.index ?? Math.max(index + length, MAX_WIDTH),
  }));
  const heads = columns.map(({ start, end }) => head.text.slice(start, end).trim());
  return rows
    .filter(({ text }) => text.trim() !== '')
    .map((line) => ({
      cells: new Map(
        columns.flatMap(({ start, end }, at): readonly [string, string][] => {
          const cell = line.text.slice(start, end).trim();
          return cell === '' ? [] : [[heads[at] ?? '', cell]];
        }),
      ),
      line,
    }));
}

const MAX_WIDTH = 4096;
