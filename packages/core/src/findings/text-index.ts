import type { KnownFact } from '../facts/fact-set.ts';
import type { Fact } from '../facts/fact.ts';
import { createWordSearch } from '../filter/aho-corasick.ts';
import { leavesOf } from '../rules/compile-condition.ts';
import type { CompiledField } from '../rules/compile-pattern.ts';
import { conditionsOf, type CompiledRule } from '../rules/compile-rule.ts';

/** Finds the facts in which texts of rules may stand, for all rules in one pass over the facts of a kind. */
export interface TextIndex {
  /** In order, the facts whose field may hold one of the texts; undefined where they cannot be told so. */
  holding(kind: Fact['kind'], field: string, texts: readonly string[]): readonly KnownFact[] | undefined;
}

/** An index of the texts that rules ask for, made as it is asked. */
export function createTextIndex(
  rules: readonly CompiledRule[],
  of: (kind: Fact['kind']) => readonly KnownFact[],
): TextIndex {
  const asked = wordsAsked(rules);
  const found = new Map<string, Found>();
  return {
    holding(kind, field, texts) {
      const key = `${kind} ${field}`;
      const words = texts.map(longestWord);
      if (kind === 'finding' || words.some((word) => word === undefined || !asked.get(key)?.has(word)))
        return undefined;
      const { byWord, open } = found.get(key) ?? search(of(kind), field, [...asked.get(key)!]);
      found.set(key, { byWord, open });
      const places = new Set(words.flatMap((word) => byWord.get(word!) ?? []));
      const facts = of(kind);
      return [...places, ...open].sort((a, b) => a - b).map((place) => facts[place]!);
    },
  };
}

/** Places of facts by the word they hold, and of those whose field is no text. */
interface Found {
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly open: readonly number[];
}

/** Shorter words stand everywhere. */
const SHORTEST = 4;

/** The longest run of ASCII letters and signs, in small letters. */
function longestWord(text: string): string | undefined {
  const longest = text.split(/[^!-~]+/).reduce((best, word) => (word.length > best.length ? word : best), '');
  return longest.length < SHORTEST ? undefined : longest.toLowerCase();
}

function wordsAsked(rules: readonly CompiledRule[]): ReadonlyMap<string, ReadonlySet<string>> {
  const asked = new Map<string, Set<string>>();
  for (const leaf of rules.flatMap(conditionsOf).flatMap(leavesOf)) {
    for (const field of leaf.of) addWords(asked, leaf.kind, field);
    for (const field of leaf.tests) addWords(asked, leaf.kind, field);
  }
  return asked;
}

function addWords(asked: Map<string, Set<string>>, kind: Fact['kind'], field: CompiledField): void {
  const texts = textsOf(field);
  if (!texts) return;
  const key = `${kind} ${field.name}`;
  const words = asked.get(key) ?? new Set();
  for (const word of texts.map(longestWord)) if (word !== undefined) words.add(word);
  if (words.size > 0) asked.set(key, words);
}

/** The texts of which one must stand in a field that meets its test. */
export function textsOf({ test }: CompiledField): readonly string[] | undefined {
  if (test.type === 'contains') return test.texts;
  return test.type === 'all' ? test.tests.find((one) => one.type === 'contains')?.texts : undefined;
}

function search(facts: readonly KnownFact[], field: string, words: readonly string[]): Found {
  const encoder = new TextEncoder();
  const searcher = createWordSearch(words.map((word) => encoder.encode(word)));
  const byWord = new Map<string, number[]>(words.map((word) => [word, []]));
  const open: number[] = [];
  for (let place = 0; place < facts.length; place++) {
    const { fact } = facts[place]!;
    const value = Object.hasOwn(fact, field) ? (fact as unknown as Record<string, unknown>)[field] : '';
    if (typeof value !== 'string') open.push(place);
    else if (value !== '') {
      const bytes = encoder.encode(value);
      searcher.search({ bytes, from: 0, to: bytes.length }, (word) => {
        const places = byWord.get(words[word]!)!;
        if (places.at(-1) !== place) places.push(place);
      });
    }
  }
  return { byWord, open };
}
