/** One thing that is wrong with a rule file, and where. Lines and columns count from 1. */
export interface RuleProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Rule files that cannot be used; its message has a line for each problem. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
  readonly problems: readonly RuleProblem[];

  constructor(problems: readonly RuleProblem[]) {
    const sorted = sortedProblems(problems);
    super(sorted.map(problemLine).join('\n'));
    this.problems = sorted;
  }
}

/** A problem as one line that editors and grep understand: `folder/name.yaml:4:11 what is wrong`. */
export const problemLine = ({ path, line, column, message }: RuleProblem): string =>
  `${path}:${line}:${column} ${message}`;

/** Problems in the order of paths and places, each once. */
export const sortedProblems = (problems: readonly RuleProblem[]): readonly RuleProblem[] => {
  const distinct = new Map(problems.map((problem) => [problemLine(problem), problem]));
  return [...distinct.values()].toSorted(byPlace);
};

const byPlace = (a: RuleProblem, b: RuleProblem): number =>
  a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1;
