import type { KeyPath } from '../rule-document.ts';
import type { Condition, Question, Rule } from '../rule.ts';

/** Lists of conditions that a rule or a cause may have. */
export type Part = 'appears' | 'when' | 'unless' | 'resolved-by' | 'because' | 'uses';

/** One question of a rule with its place. */
export interface Asked {
  readonly kind: string;
  readonly question: Question;
  readonly at: KeyPath;
  readonly part: Part;
}

/** Every question of a rule, of its own conditions and of its causes'. */
export function* questionsOf(rule: Rule): Generator<Asked, void, undefined> {
  yield* questionsOfParts(rule, []);
  for (const [index, cause] of rule.causes.entries()) yield* questionsOfParts(cause, ['causes', index]);
}

function* questionsOfParts(owner: { readonly [P in Part]?: readonly Condition[] }, at: KeyPath): Generator<Asked> {
  for (const part of PARTS) yield* questionsIn(owner[part] ?? [], { part, at: [...at, part] });
}

function* questionsIn(
  conditions: readonly Condition[],
  { part, at }: { readonly part: Part; readonly at: KeyPath },
): Generator<Asked> {
  for (const [index, condition] of conditions.entries()) {
    for (const [kind, inside] of Object.entries(condition) as [string, Question | readonly Condition[]][]) {
      const here = [...at, index, kind];
      if (isList(inside)) yield* questionsIn(inside, { part, at: here });
      else yield { kind, question: inside, at: here, part };
    }
  }
}

const isList = (inside: Question | readonly Condition[]): inside is readonly Condition[] => Array.isArray(inside);

const PARTS: readonly Part[] = ['appears', 'when', 'unless', 'resolved-by', 'because', 'uses'];
