import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { compileCondition, type CompiledLeaf } from '../rules/compile-condition.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { NO_BINDINGS, valuesOf, type Bindings } from './bindings.ts';
import { capture, factsOf, told } from './made-facts.test.kit.ts';
import { concerns, matchFact, waysOf } from './match-fact.ts';
import { ruleFacts } from './rule-facts.ts';
import { lookedAt } from './want.ts';
import { worldOf } from './world.ts';

const SOURCES = [
  capture('a.txt'),
  capture('b.txt', { complete: 'no' }),
  capture('c.txt', { lists: { kind: 'pod' } }),
  capture('d.log', { complete: 'unknown' }),
];

const field = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

const fields = fc.record({
  kind: fc.constantFrom('pod', 'event'),
  name: field(fc.constantFrom('web', 'Web', 'api', 'db', '<name>')),
  pod: field(fc.constantFrom('web', 'WEB', 'api', '<name>')),
  namespace: field(fc.constantFrom('shop', 'Shop', 'ops')),
  health: field(fc.constantFrom('ready', 'stuck', 'failing')),
  waits: field(fc.array(fc.constantFrom('CrashLoopBackOff', 'ErrImagePull'), { maxLength: 2 })),
  restarts: field(fc.nat(2)),
  cells: field(fc.constant({ status: 'Running' })),
  quoted: field(fc.constant(true)),
});

const facts = fc
  .array(fc.tuple(fields, fc.constantFrom(...SOURCES)), { maxLength: 12 })
  .map((all) =>
    all.map(([one, source], index) =>
      told(source, index + 1, Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined))),
    ),
  );

const kind = fc.constantFrom('pod' as const, 'event' as const);

const part = fc.constantFrom(
  {},
  { name: '{name}' },
  { name: 'web' },
  { pod: '{name}' },
  { name: '{name}', pod: '{name}' },
  { namespace: '{namespace}', name: '{name}' },
  { namespace: 'shop' },
  { health: ['ready', 'STUCK'] },
  { health: { not: 'ready' } },
  { waits: 'CrashLoopBackOff' },
  { restarts: 1 },
  { name: 'w*' },
  { health: { absent: true } },
  { namespace: '{namespace}', health: ['failing', 'stuck'] },
);

const leaf = fc
  .tuple(kind, part, part)
  .map(
    ([of, subject, is]) =>
      compileCondition({ [of]: { of: subject, is } } as never, { engine: linearEngine }) as CompiledLeaf,
  );

const bindings: fc.Arbitrary<Bindings> = fc
  .record({
    name: field(fc.subarray(['web', 'api'], { minLength: 1 })),
    namespace: field(fc.constantFrom(['shop'], ['ops'])),
  })
  .map(
    (values) => new Map(Object.entries(values).flatMap(([name, texts]) => (texts ? [[name, valuesOf(texts)]] : []))),
  );

const inOrder = (all: Iterable<KnownFact>): readonly number[] =>
  [...all].map(({ fact }) => fact.origin.line).sort((a, b) => a - b);

const RUNS = { numRuns: 3000 };

test('the facts that an index finds are those that are found by looking at each', () => {
  fc.assert(
    fc.property(facts, leaf, bindings, fc.boolean(), (given, asked, values, isFoundBefore) => {
      const world = worldOf(factsOf(given));
      const found = ruleFacts(world, ['namespace', 'name']);
      if (isFoundBefore) found.possible(asked);
      const free = world.of(asked.kind).filter((known) => matchFact(asked, known, NO_BINDINGS)?.answer === 'met');
      const met = free.filter((known) => matchFact(asked, known, values)?.answer === 'met');
      expect(found.isPossible(asked)).toBe(free.length > 0);
      expect(inOrder(found.matches(asked, values).met.map(({ known }) => known))).toEqual(inOrder(met));
      expect(inOrder(found.possible(asked).map(({ known }) => known))).toEqual(inOrder(free));
    }),
    RUNS,
  );
});

test('a fact meets a question exactly where there is a way, though its ways are not found for the answer', () => {
  fc.assert(
    fc.property(facts, leaf, bindings, (given, asked, values) => {
      for (const known of given.filter(({ fact }) => fact.kind === asked.kind)) {
        const match = matchFact(asked, known, values);
        expect(waysOf(asked, known, values).length > 0).toBe(match?.answer === 'met');
        expect(concerns(asked, known, values)).toBe(match !== undefined);
      }
    }),
    RUNS,
  );
});

test('what does not meet a question about states is found as well, and the captures that were looked at', () => {
  fc.assert(
    fc.property(facts, leaf, bindings, (given, asked, values) => {
      fc.pre(asked.kind === 'pod' && asked.tests.every(({ joins }) => joins.length === 0));
      const world = worldOf(factsOf(given));
      const found = ruleFacts(world, ['namespace', 'name']);
      const matches = found.matches(asked, values);
      const others = world.of('pod').filter((known) => {
        const match = matchFact(asked, known, values);
        return match !== undefined && match.answer !== 'met';
      });
      expect(inOrder([...matches.others()].map(({ known }) => known))).toEqual(inOrder(others));
      const looked = (looks: typeof matches.looks): ReadonlySet<string> =>
        new Set(
          lookedAt({ leaf: asked, bindings: values, facts: found, matches: { ...matches, looks } }).map(
            ({ path }) => path,
          ),
        );
      expect(looked(matches.looks)).toEqual(looked(matches.others));
    }),
    RUNS,
  );
});
