import type { Fact } from '../facts/fact.ts';
import type { FactSet, KnownFact, Source } from '../facts/fact-set.ts';
import type { CompiledRule } from '../rules/compile-rule.ts';
import type { DerivedFact } from './derived-fact.ts';
import { laterLooks } from './same-object.ts';
import { onShelf, shelve } from './shelf.ts';
import { createTextIndex } from './text-index.ts';
import { choose, indexValues, type Choice } from './value-index.ts';

/** Facts as judging sees them: those of the bundle, and the findings made of them so far. */
export interface World {
  of(kind: Fact['kind']): readonly KnownFact[];
  /** The facts of a kind that have one of the values (in small letters) in a field, or that may agree with any. */
  with(kind: Fact['kind'], field: string, values: Iterable<string>): readonly KnownFact[];
  /** The facts of a kind that show a field and may have one of the values (in small letters) there. */
  showing(kind: Fact['kind'], field: string, values: readonly string[]): Choice;
  /** The facts of a kind that have a field at all. */
  having(kind: Fact['kind'], field: string): readonly KnownFact[];
  /** The facts of a kind whose field may hold one of the texts, in order; undefined where they cannot be told so. */
  holding(kind: Fact['kind'], field: string, texts: readonly string[]): readonly KnownFact[] | undefined;
  /** Of each capture the first fact of a kind that is no sample. */
  firsts(kind: Fact['kind']): readonly KnownFact[];
  readonly sources: readonly Source[];
  /** Those that list objects, or tell of one even where no fact came of them: of many files few do. */
  readonly telling: readonly Source[];
  /** The later looks at the object that a fact shows. */
  laterLooks(known: KnownFact): readonly KnownFact[];
  /** Makes findings known to the rules that are judged after. */
  add(findings: readonly DerivedFact[]): void;
}

/** A world that begins with the facts of a bundle; the rules that will be put to it make finding them fast. */
export function worldOf(facts: FactSet, rules: readonly CompiledRule[] = []): World {
  const findings: KnownFact[] = [...facts.of('finding')];
  let later: World['laterLooks'] | undefined;
  const of = (kind: Fact['kind']): readonly KnownFact[] => (kind === 'finding' ? findings : facts.of(kind));
  const shelfOf = keeping((kind, field) => shelve(of(kind), field, (known) => known));
  const having = keeping((kind, field) => of(kind).filter(({ fact }) => Object.hasOwn(fact, field)));
  const valuesOf = keeping((kind, field) => {
    const shown = having(kind, shownAs(field));
    return { shown, index: indexValues(shown, field) };
  });
  const firsts = keeping((kind) => firstsOf(of(kind)));
  return {
    of,
    holding: createTextIndex(rules, of).holding,
    firsts: (kind) => firsts(kind, ''),
    with: (kind, field, values) => onShelf(shelfOf(kind, field), values),
    showing: (kind, field, values) => {
      const { shown, index } = valuesOf(kind, field);
      return choose(index, values, shown);
    },
    having: (kind, field) => having(kind, shownAs(field)),
    sources: facts.sources,
    telling: facts.sources.filter(({ lists, about }) => lists !== undefined || about !== undefined),
    laterLooks: (known) => (later ??= laterLooks(facts))(known),
    add: (more) => void findings.push(...more),
  };
}

/** A dotted name is that of a part of a field. */
const shownAs = (field: string): string => field.split('.', 1)[0]!;

function firstsOf(facts: readonly KnownFact[]): readonly KnownFact[] {
  const bySource = new Map<Source, KnownFact>();
  for (const known of facts) {
    if (known.fact.quoted !== true && !bySource.has(known.source)) bySource.set(known.source, known);
  }
  return [...bySource.values()];
}

/** Finds something of a kind's field once. Findings grow while rules are judged, so theirs is found anew; they are few. */
function keeping<T>(find: (kind: Fact['kind'], field: string) => T): (kind: Fact['kind'], field: string) => T {
  const kept = new Map<string, T>();
  return (kind, field) => {
    const key = `${kind} ${field}`;
    const found = (kind === 'finding' ? undefined : kept.get(key)) ?? find(kind, field);
    kept.set(key, found);
    return found;
  };
}
