import { isState } from '../facts/state.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { Ask } from './answer-leaf.ts';
import { unknownWanting, type AnsweredLeaf } from './answered-leaf.ts';
import type { Bindings, Values } from './bindings.ts';

/** What speaks for an error or a cause, and so what its end and its denial are about. */
export interface About {
  /** Variables that what speaks for it gives values. */
  readonly given: ReadonlySet<string>;
  /** The values it gave them. */
  readonly told: Bindings;
  /** Values that are known without asking further, and that nothing else changes. */
  readonly settled: Bindings;
  /** The values of all variables. */
  readonly bindings: Bindings;
}

/**
 * Where the question is about a variable that what speaks for it should have given a value, and did not, nothing says what
 * the question is about, and no fact can answer it.
 */
const askOf =
  (about: About, ask: (bindings: Bindings) => Ask): Ask =>
  (leaf) =>
    leaf.variables.some((name) => about.given.has(name) && !about.told.has(name))
      ? unknownWanting(leaf, 'not-found')
      : ask(knowsAll(about.settled, leaf) ? about.settled : about.bindings)(leaf);

const knowsAll = (bindings: Bindings, { variables }: CompiledLeaf): boolean =>
  variables.every((name) => bindings.has(name));

/** Asks what ends or denies something: of several objects it has to do so for each. */
export function askAbout(about: About, ask: (bindings: Bindings) => Ask): Ask {
  const askOne = askOf(about, ask);
  return (leaf) => {
    const name = manyIn(leaf, about);
    if (name === undefined) return askOne(leaf);
    const answers = [...about.told.get(name)!].map((value) =>
      askAbout({ given: about.given, ...narrowed(about, name, value) }, ask)(leaf),
    );
    return answers.find(({ answer }) => answer !== 'supported') ?? together(answers);
  };
}

/** A variable of several values that a question about states or findings has. */
const manyIn = (leaf: CompiledLeaf, about: About): string | undefined =>
  leaf.asks === 'one' && (isState(leaf.kind) || leaf.kind === 'finding')
    ? leaf.variables.find((name) => about.given.has(name) && (about.told.get(name)?.size ?? 0) > 1)
    : undefined;

const narrowed = ({ told, settled, bindings }: About, name: string, value: readonly [string, string]): Narrowed => {
  const only: readonly [string, Values] = [name, new Map([value])];
  return {
    told: new Map([...told, only]),
    settled: settled.has(name) ? new Map([...settled, only]) : settled,
    bindings: new Map([...bindings, only]),
  };
};

type Narrowed = Pick<About, 'told' | 'settled' | 'bindings'>;

const together = (answers: readonly AnsweredLeaf[]): AnsweredLeaf => ({
  ...answers[0]!,
  caps: [...new Set(answers.flatMap(({ caps }) => caps))],
  support: [...new Set(answers.flatMap(({ support }) => support))],
});
