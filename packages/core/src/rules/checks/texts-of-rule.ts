import type { KeyPath } from '../rule-document.ts';
import type { Rule, Solution } from '../rule.ts';
import { questionsOf } from './questions.ts';

/** A text of a rule in which placeholders are filled. */
export interface PlacedText {
  readonly text: string;
  readonly at: KeyPath;
}

/** Every text of a rule in which placeholders are filled. */
export function* textsOfRule(rule: Rule): Generator<PlacedText, void, undefined> {
  yield { text: rule.title, at: ['title'] };
  yield* listed(rule.remarks, ['remarks']);
  for (const { question, at } of questionsOf(rule)) {
    if (question.collect !== undefined) yield { text: question.collect, at: [...at, 'collect'] };
  }
  for (const [index, cause] of rule.causes.entries()) {
    const at = ['causes', index];
    yield { text: cause.title, at: [...at, 'title'] };
    for (const [number, solution] of cause.solutions.entries())
      yield* textsOfSolution(solution, [...at, 'solutions', number]);
  }
}

function* textsOfSolution(solution: Solution, at: KeyPath): Generator<PlacedText> {
  yield { text: solution.title, at: [...at, 'title'] };
  for (const [index, { text, run, file }] of solution.steps.entries()) {
    const step = [...at, 'steps', index];
    if (text !== undefined) yield { text, at: [...step, 'text'] };
    if (run !== undefined) yield { text: run, at: [...step, 'run'] };
    if (file === undefined) continue;
    yield { text: file.name, at: [...step, 'file', 'name'] };
    yield { text: file.content, at: [...step, 'file', 'content'] };
  }
  yield* listed(solution.verify, [...at, 'verify']);
}

function* listed(texts: readonly string[] | undefined, at: KeyPath): Generator<PlacedText> {
  for (const [index, text] of (texts ?? []).entries()) yield { text, at: [...at, index] };
}
