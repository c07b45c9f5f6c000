import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Answer } from './answer.ts';
import { answeredGroup, type Answered } from './answer-condition.ts';
import { blank, type AnsweredLeaf } from './answered-leaf.ts';
import { judgeCause, type CauseVerdict } from './judge-cause.ts';
import { capture, told } from './made-facts.test.kit.ts';

const LEAF: CompiledLeaf = {
  type: 'leaf',
  kind: 'log-line',
  asks: 'one',
  of: [],
  tests: [],
  variables: [],
  shared: new Set(),
};
const ANSWERS: Record<string, Answer> = { S: 'supported', W: 'supported', U: 'unknown', C: 'contradicted' };

const log = capture('checkout.log');
const at = (line: number): KnownFact => told(log, line, { kind: 'log-line' });

/** S, W (weakly supported), U or C, with a fact of the given line. */
const leaf = (letter: string, line = 10): AnsweredLeaf => ({
  ...blank(LEAF, ANSWERS[letter]!),
  caps: letter === 'W' ? ['loose-join'] : [],
  support: 'SW'.includes(letter) ? [at(line)] : [],
  against: letter === 'C' ? [at(line)] : [],
});

const NONE = answeredGroup('any', []);
const any = (...children: Answered[]): Answered => answeredGroup('any', children);
const all = (...children: Answered[]): Answered => answeredGroup('all', children);

const verdictOf = (when: Answered, unless: Answered = NONE, resolvedBy: Answered = NONE): string => {
  const { verdict, resolved }: CauseVerdict = judgeCause({ when, unless, resolvedBy });
  return resolved ? `${verdict}, resolved` : verdict;
};

test.each([
  ['S', 'confirmed'],
  ['W', 'likely'],
  ['U', 'possible'],
  ['C', 'excluded'],
  ['SS', 'confirmed'],
  ['SW', 'likely'],
  ['WW', 'likely'],
  ['SU', 'likely'],
  ['WU', 'likely'],
  ['UU', 'possible'],
  ['SC', 'excluded'],
  ['WC', 'excluded'],
  ['UC', 'excluded'],
  ['CC', 'excluded'],
])('all of %s is %s', (letters, verdict) => {
  expect(verdictOf(all(...[...letters].map((letter) => leaf(letter))))).toBe(verdict);
});

test.each([
  ['SS', 'confirmed'],
  ['SW', 'confirmed'],
  ['SU', 'confirmed'],
  ['SC', 'confirmed'],
  ['WW', 'likely'],
  ['WU', 'likely'],
  ['WC', 'likely'],
  ['UU', 'possible'],
  ['UC', 'possible'],
  ['CC', 'excluded'],
])('any of %s is %s', (letters, verdict) => {
  expect(verdictOf(any(...[...letters].map((letter) => leaf(letter))))).toBe(verdict);
});

/** Groups of two groups of two, each letter once in every place. */
function* smallTrees(): Generator<Answered> {
  const leaves = [...'SWUC'].map((letter) => leaf(letter));
  const pairs = leaves.flatMap((a) => leaves.map((b) => [a, b] as const));
  for (const [a, b] of pairs) {
    for (const [c, d] of pairs) {
      for (const inner of [all, any]) for (const outer of [all, any]) yield outer(inner(a, b), inner(c, d));
    }
  }
}

/** The verdict read from the table, over the leaves alone. */
function expectedOf(when: Answered): string {
  const strongest = (answered: Answered, weakIs: number): number => {
    if (answered.type === 'leaf')
      return answered.caps.length > 0 ? weakIs : { supported: 2, unknown: 1, contradicted: 0 }[answered.answer];
    const values = answered.children.map((child) => strongest(child, weakIs));
    return answered.type === 'all' ? Math.min(...values) : Math.max(...values);
  };
  if (strongest(when, 2) === 0) return 'excluded';
  if (strongest(when, 1) === 2) return 'confirmed';
  if (strongest(when, 2) === 2) return 'likely';
  const speaks = (answered: Answered): boolean =>
    answered.answer !== 'contradicted' &&
    (answered.type === 'leaf' ? answered.answer === 'supported' : answered.children.some(speaks));
  return speaks(when) ? 'likely' : 'possible';
}

test('every tree of two levels has the verdict of the table', () => {
  let count = 0;
  for (const when of smallTrees()) {
    count++;
    expect(verdictOf(when)).toBe(expectedOf(when));
  }
  expect(count).toBe(1024);
});

test('for every tree, what speaks against excludes unless it is over, and being over needs support', () => {
  const unless = any(leaf('S', 20));
  const resolvedBy = any(leaf('S', 30));
  for (const when of smallTrees()) {
    const plain = verdictOf(when);
    expect(verdictOf(when, unless)).toBe('excluded');
    const over = plain === 'confirmed' || plain === 'likely' ? `${plain}, resolved` : plain;
    expect(verdictOf(when, NONE, resolvedBy)).toBe(over);
    expect(verdictOf(when, unless, resolvedBy)).toBe(over.endsWith('resolved') ? over : 'excluded');
    for (const letter of 'UC') expect(verdictOf(when, any(leaf(letter)), any(leaf(letter)))).toBe(plain);
  }
});

test.each([
  ['older than the support', 5, 'confirmed'],
  ['newer than the support', 15, 'excluded'],
  ['between two of it', 11, 'excluded'],
])('what speaks against and is %s', (_, line, verdict) => {
  const when = line === 11 ? all(leaf('S', 10), leaf('S', 12)) : all(leaf('S', 10));
  expect(verdictOf(when, any(leaf('S', line)))).toBe(verdict);
});

test.each([
  ['newer than all support', [10, 12], 20, 'confirmed, resolved'],
  ['older than some of it', [10, 30], 20, 'confirmed'],
  ['older than all of it', [30], 20, 'confirmed'],
])('what resolves and is %s', (_, support, line, verdict) => {
  expect(verdictOf(all(...support.map((of) => leaf('S', of))), NONE, any(leaf('S', line)))).toBe(verdict);
});

test('what cannot be ordered against any support resolves nothing, but excludes', () => {
  const elsewhere = { ...leaf('S'), support: [told(capture('other.log'), 99, { kind: 'log-line' })] };
  expect(verdictOf(all(leaf('S')), NONE, any(elsewhere))).toBe('confirmed');
  expect(verdictOf(all(leaf('S')), any(elsewhere))).toBe('excluded');
});

test('what can be ordered against a part of the support only resolves by that part', () => {
  const elsewhere = { ...leaf('S'), support: [told(capture('other.log'), 99, { kind: 'log-line' })] };
  expect(verdictOf(all(leaf('S', 10), elsewhere), NONE, any(leaf('S', 20)))).toBe('confirmed, resolved');
});

test('a contradiction from before all support no longer counts', () => {
  const shown = capture('session.txt', { session: true });
  const old = { ...leaf('C'), against: [told({ ...shown, index: 0, line: 1 }, 3, { kind: 'dns-lookup' })] };
  const young = { ...leaf('S'), support: [told({ ...shown, index: 1, line: 9 }, 12, { kind: 'dns-lookup' })] };
  expect(verdictOf(all(old, young))).toBe('likely');
  const late = { ...leaf('C'), against: [told({ ...shown, index: 2, line: 20 }, 22, { kind: 'dns-lookup' })] };
  expect(verdictOf(all(late, young))).toBe('excluded');
  expect(verdictOf(all(old, leaf('U')))).toBe('excluded');
});

test.each<[string, Answered, readonly string[]]>([
  ['strong support', all(leaf('S')), []],
  ['weak support', all(leaf('S'), leaf('W')), ['loose-join']],
  ['half a conjunction', all(leaf('S'), leaf('U')), ['incomplete']],
  ['half a weak conjunction', all(leaf('W'), leaf('U')), ['loose-join', 'incomplete']],
  ['a strong alternative', any(leaf('S'), leaf('W')), []],
])('%s is capped by what holds it down', (_, when, capped) => {
  expect(judgeCause({ when, unless: NONE, resolvedBy: NONE }).capped).toEqual(capped);
});

test('open questions are those that would change the verdict', () => {
  const open = leaf('U');
  const judged = judgeCause({ when: all(any(leaf('S'), leaf('U')), open), unless: NONE, resolvedBy: NONE });
  expect(judged.open).toEqual([open]);
  expect(judgeCause({ when: all(leaf('S')), unless: NONE, resolvedBy: NONE }).open).toEqual([]);
  expect(judgeCause({ when: all(open), unless: any(leaf('S')), resolvedBy: NONE }).open).toEqual([]);
});
