import type { WantedTexts } from './wanted-texts.ts';

/** Keeps what was found in one line after the other, and says when a line has all that makes it wanted. */
export interface LineMarks {
  /** A literal stands in a line; true where this makes the line wanted. Lines are told in ascending order. */
  mark(literal: number, line: number): boolean;
  /** Whether a line is the last that became wanted. */
  isWanted(line: number): boolean;
  /** Forgets everything: numbers of lines begin anew. */
  reset(): void;
}

/** Marks for lines in which nothing was found yet. */
export function createLineMarks({ literals, wants }: WantedTexts): LineMarks {
  const groups = literals.map((): Group[] => []);
  for (const groupsOfWant of wants) {
    const want: Want = { line: NONE, found: 0, needed: groupsOfWant.length };
    for (const members of groupsOfWant) {
      const group: Group = { want, line: NONE };
      for (const literal of members) groups[literal]?.push(group);
    }
  }
  const all = [...new Set(groups.flat())];
  let wanted = NONE;
  return {
    mark(literal, line) {
      if (line === wanted) return false;
      const own = groups[literal]!;
      for (let at = 0; at < own.length; at++) {
        if (own[at]!.line === line || !completes(own[at]!, line)) continue;
        wanted = line;
        return true;
      }
      return false;
    },
    isWanted: (line) => line === wanted,
    reset() {
      wanted = NONE;
      for (const group of all) group.line = group.want.line = NONE;
    },
  };
}

const NONE = -1;

interface Want {
  line: number;
  found: number;
  readonly needed: number;
}

interface Group {
  readonly want: Want;
  /** The last line in which one of its literals stands. */
  line: number;
}

function completes(group: Group, line: number): boolean {
  const { want } = group;
  group.line = line;
  want.found = want.line === line ? want.found + 1 : 1;
  want.line = line;
  return want.found === want.needed;
}
