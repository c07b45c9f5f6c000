import type { Complaint, KeyPath } from '../rule-document.ts';
import type { Rule, RuleTexts, Solution } from '../rule.ts';
import { placeholdersIn } from '../variable.ts';

/** Where a translation does not say what its rule says: other ids, other numbers of texts, other placeholders. */
export function* sameTexts(texts: RuleTexts, rule: Rule): Generator<Complaint, void, undefined> {
  yield* sameText(texts.title, rule.title, ['title']);
  yield* sameList(texts.remarks, rule.remarks, ['remarks']);
  yield* sameIds(texts.causes, rule.causes, ['causes']);
  for (const [index, cause] of texts.causes.entries()) {
    const original = rule.causes[index];
    if (original?.id !== cause.id) continue;
    const at = ['causes', index];
    yield* sameText(cause.title, original.title, [...at, 'title']);
    yield* sameIds(cause.solutions, original.solutions, [...at, 'solutions']);
    for (const [number, solution] of cause.solutions.entries()) {
      const other = original.solutions[number];
      if (other?.id === solution.id) yield* sameSolution(solution, other, [...at, 'solutions', number]);
    }
  }
}

type SolutionTexts = RuleTexts['causes'][number]['solutions'][number];

function* sameSolution(texts: SolutionTexts, solution: Solution, at: KeyPath): Generator<Complaint> {
  yield* sameText(texts.title, solution.title, [...at, 'title']);
  yield* sameList(texts.verify, solution.verify, [...at, 'verify']);
  yield* sameLength(texts.steps, solution.steps, [...at, 'steps']);
  for (const [index, step] of texts.steps.entries()) {
    const here = [...at, 'steps', index];
    const original = solution.steps[index];
    if (original === undefined) continue;
    if (step !== null && original.text === undefined)
      yield { at: here, message: 'this step has no text in the rule: write null' };
    else if (step === null && original.text !== undefined)
      yield { at: here, message: 'this step has a text in the rule, and none here' };
    else if (step !== null) yield* sameText(step.text, original.text!, [...here, 'text']);
  }
}

function* sameIds(
  texts: readonly { readonly id: string }[],
  originals: readonly { readonly id: string }[],
  at: KeyPath,
): Generator<Complaint> {
  yield* sameLength(texts, originals, at);
  for (const [index, { id }] of texts.entries()) {
    const original = originals[index]?.id;
    if (original !== undefined && id !== original)
      yield { at: [...at, index, 'id'], message: `id must be ${original}, as in the rule` };
  }
}

function* sameList(
  texts: readonly string[] = [],
  originals: readonly string[] = [],
  at: KeyPath,
): Generator<Complaint> {
  yield* sameLength(texts, originals, at);
  for (const [index, text] of texts.entries()) {
    const original = originals[index];
    if (original !== undefined) yield* sameText(text, original, [...at, index]);
  }
}

function* sameLength(texts: readonly unknown[], originals: readonly unknown[], at: KeyPath): Generator<Complaint> {
  if (texts.length !== originals.length)
    yield {
      at,
      message: `${at.at(-1)} must have ${originals.length} entries, as in the rule, and has ${texts.length}`,
    };
}

function* sameText(text: string, original: string, at: KeyPath): Generator<Complaint> {
  const here = new Set(placeholdersIn(text));
  const there = new Set(placeholdersIn(original));
  for (const name of there) if (!here.has(name)) yield { at, message: `{{${name}}} of the rule is missing here` };
  for (const name of here) if (!there.has(name)) yield { at, message: `{{${name}}} is not in this text of the rule` };
}
