import type { Rule, RuleTexts, Solution } from './rule.ts';

/** The rule with its words in the language of the texts; what they do not have stays as it is. */
export function translateRule(rule: Rule, texts: RuleTexts): Rule {
  const causes = rule.causes.map((cause) => {
    const words = texts.causes.find(({ id }) => id === cause.id);
    const solutions = cause.solutions.map((solution) =>
      translateSolution(
        solution,
        words?.solutions.find(({ id }) => id === solution.id),
      ),
    );
    return { ...cause, title: words?.title ?? cause.title, solutions };
  });
  return { ...rule, title: texts.title, causes, ...(texts.remarks && { remarks: texts.remarks }) };
}

type SolutionTexts = RuleTexts['causes'][number]['solutions'][number];

function translateSolution(solution: Solution, texts: SolutionTexts | undefined): Solution {
  if (!texts) return solution;
  const steps = solution.steps.map((step, index) => ({ ...step, ...texts.steps[index] }));
  return { ...solution, title: texts.title, steps, ...(texts.verify && { verify: texts.verify }) };
}
