import { expect, test } from 'vitest';
import type { CompiledCondition, CompiledLeaf } from '../rules/compile-condition.ts';
import type { Answer } from './answer.ts';
import {
  answerCondition,
  capsIn,
  contradictedLeaves,
  openLeaves,
  supportedLeaves,
  withoutContradiction,
} from './answer-condition.ts';
import { blank, type AnsweredLeaf } from './answered-leaf.ts';

/** A question that is answered as its command says: S, W (weakly), U or C. */
const leaf = (letter: string): CompiledLeaf => ({
  type: 'leaf',
  kind: 'pod',
  asks: 'one',
  of: [],
  tests: [],
  variables: [],
  shared: new Set(),
  collect: letter,
});

const ANSWERS: Record<string, Answer> = { S: 'supported', W: 'supported', U: 'unknown', C: 'contradicted' };

const ask = (asked: CompiledLeaf): AnsweredLeaf => ({
  ...blank(asked, ANSWERS[asked.collect!]!),
  caps: asked.collect === 'W' ? ['quoted'] : [],
});

/** C < U < S: `all` is the least of its members, `any` the greatest. */
const RANK: readonly Answer[] = ['contradicted', 'unknown', 'supported'];

function rankOf(condition: CompiledCondition): number {
  if (condition.type === 'leaf') return RANK.indexOf(ANSWERS[condition.collect!]!);
  const ranks = condition.children.map(rankOf);
  return condition.type === 'all' ? Math.min(...ranks) : Math.max(...ranks);
}

/** Every tree with one or two members in each group, down to the given depth. */
function trees(depth: number, letters: string): CompiledCondition[] {
  const leaves = [...letters].map(leaf);
  if (depth === 0) return leaves;
  const below = trees(depth - 1, letters);
  return [
    ...leaves,
    ...(['all', 'any'] as const).flatMap((type) =>
      below.flatMap((a, index) => below.slice(index).map((b) => ({ type, children: [a, b] }))),
    ),
  ];
}

test('every tree of three levels has the answer of its members in the order contradicted, unknown, supported', () => {
  const all = trees(3, 'SUC');
  expect(all.length).toBeGreaterThan(20_000);
  for (const condition of all) {
    const { answer } = answerCondition(condition, ask);
    if (answer !== RANK[rankOf(condition)])
      expect.soft(answer, JSON.stringify(condition)).toBe(RANK[rankOf(condition)]);
  }
});

test('a supported tree is strong exactly if its strong questions alone support it', () => {
  for (const condition of trees(2, 'SWUC')) {
    const answered = answerCondition(condition, ask);
    const strongOnly = answerCondition(condition, (asked) => ask(asked.collect === 'W' ? leaf('U') : asked));
    if (answered.answer !== 'supported') continue;
    expect(capsIn(answered).length === 0).toBe(strongOnly.answer === 'supported');
  }
});

test('what supports, what is open and what contradicts are told apart, and nothing is taken from a contradicted group', () => {
  const group = (type: 'all' | 'any', ...children: CompiledCondition[]): CompiledCondition => ({ type, children });
  const answered = answerCondition(
    group('any', group('all', leaf('S'), leaf('C')), group('all', leaf('W'), leaf('U'))),
    ask,
  );
  const letters = (leaves: readonly AnsweredLeaf[]): string => leaves.map((found) => found.leaf.collect).join('');
  expect(answered.answer).toBe('unknown');
  expect(letters(supportedLeaves(answered))).toBe('W');
  expect(letters(openLeaves(answered))).toBe('U');
  expect(letters(contradictedLeaves(answered))).toBe('');
});

test('without contradictions a tree is never contradicted, and what supported it still does', () => {
  for (const condition of trees(2, 'SUC')) {
    const answered = answerCondition(condition, ask);
    const forgiven = withoutContradiction(answered);
    expect(forgiven.answer).not.toBe('contradicted');
    if (answered.answer === 'supported') expect(forgiven.answer).toBe('supported');
  }
});
