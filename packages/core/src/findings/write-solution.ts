import type { RuleTexts, Solution, Step } from '../rules/rule.ts';
import type { Bindings } from './bindings.ts';
import { fillFile, fillRun, fillText } from './fill-template.ts';
import type { FilledSolution, FilledStep } from './finding.ts';

/** Values for texts, which name all objects at once, and for commands, which act on one after the other. */
export interface Filling {
  readonly values: Bindings;
  /** Of each object; at least one. Files are written for the first. */
  readonly each: readonly Bindings[];
}

type SolutionTexts = RuleTexts['causes'][number]['solutions'][number];

/** A solution with real names; its commands and files are the rule's in every language. */
export const writeSolution = (
  solution: Solution,
  texts: SolutionTexts | undefined,
  filling: Filling,
): FilledSolution => ({
  id: solution.id,
  title: fillText(texts?.title ?? solution.title, filling.values),
  recommended: solution.recommended === true,
  steps: solution.steps.map((step, index) => writeStep(step, texts?.steps[index]?.text ?? step.text, filling)),
  verify: (texts?.verify ?? solution.verify ?? []).map((text) => fillText(text, filling.values)),
});

const writeStep = ({ run, file }: Step, text: string | undefined, { values, each }: Filling): FilledStep => {
  const first = each[0]!;
  return {
    ...(text === undefined ? {} : { text: fillText(text, values) }),
    ...(run === undefined ? {} : { run: fillRuns(run, each) }),
    ...(file === undefined
      ? {}
      : { file: { name: fillFile(file.name, first), content: fillFile(file.content, first) } }),
  };
};

/** A command for each object, as lines of a script. */
function fillRuns(run: string, each: readonly Bindings[]): string {
  const commands = [...new Set(each.map((bindings) => fillRun(run, bindings)))];
  const more = commands.length - MOST;
  return [...commands.slice(0, MOST), ...(more > 0 ? [`# ... (${more} more)`] : [])].join('\n');
}

/** A finding can be of thousands of pods. */
const MOST = 5;
