import type { RuleTexts, Solution, Step } from '../rules/rule.ts';
import type { Bindings } from './bindings.ts';
import { fillFile, fillRun, fillText } from './fill-template.ts';
import type { FilledSolution, FilledStep } from './finding.ts';

/** Values for texts, which name all objects, and for commands and files, which act on the first. */
export interface Filling {
  readonly values: Bindings;
  readonly first: Bindings;
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

const writeStep = ({ run, file }: Step, text: string | undefined, { values, first }: Filling): FilledStep => ({
  ...(text === undefined ? {} : { text: fillText(text, values) }),
  ...(run === undefined ? {} : { run: fillRun(run, first) }),
  ...(file === undefined ? {} : { file: { name: fillFile(file.name, first), content: fillFile(file.content, first) } }),
});
