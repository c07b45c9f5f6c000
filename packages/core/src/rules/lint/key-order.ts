import type { Check } from '../checks/check.ts';
import { questionsOf } from '../checks/questions.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';

/** Keys stand where readers look for them: in the order of the schema. */
export const keyOrder: Check = function* (rule) {
  yield* inOrder(rule, RULE, []);
  for (const { question, at } of questionsOf(rule)) yield* inOrder(question, QUESTION, at);
  for (const [index, cause] of rule.causes.entries()) {
    const here = ['causes', index];
    yield* inOrder(cause, CAUSE, here);
    for (const [number, solution] of cause.solutions.entries()) {
      const place = [...here, 'solutions', number];
      yield* inOrder(solution, SOLUTION, place);
      for (const [step, parts] of solution.steps.entries()) yield* inOrder(parts, STEP, [...place, 'steps', step]);
    }
  }
};

function* inOrder(value: object, order: readonly string[], at: KeyPath): Generator<Complaint> {
  let before = '';
  for (const key of Object.keys(value)) {
    if (order.indexOf(key) < order.indexOf(before)) {
      yield { at: [...at, key], key: true, message: `${key} stands before ${before}` };
      return;
    }
    before = key;
  }
}

const RULE = 'id title severity per inferred appears unless resolved-by causes remarks references'.split(' ');
const CAUSE = ['id', 'title', 'when', 'unless', 'no-unless', 'resolved-by', 'because', 'uses', 'solutions'];
const SOLUTION = ['id', 'title', 'recommended', 'steps', 'verify'];
const STEP = ['text', 'run', 'file'];
const QUESTION = ['of', 'is', 'every', 'collect'];
