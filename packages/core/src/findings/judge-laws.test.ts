import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactSet, KnownFact, Source } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, rule, told } from './made-facts.test.kit.ts';

const agent = capture('agent.log');
const old = capture('agent-old.log', { complete: 'no' });
const pods = capture('pods.txt', { lists: { kind: 'pod' } });
const before = capture('session.txt', { session: true, index: 0 });
const after = capture('session.txt', { session: true, index: 1, line: 500 });
const prose = capture('mail.txt', { complete: 'unknown' });

const blocked = rule({
  id: 'shop/no-answer',
  per: ['region'],
  inferred: true,
  causes: [
    cause('refused', {
      when: [
        { 'log-line': { of: { location: '{region}' }, is: { httpStatus: 403 } } },
        {
          'dns-lookup': { of: { query: '{region}.data.example.com' }, is: { scope: 'private', address: '{address}' } },
        },
      ],
      unless: [
        { 'dns-lookup': { of: { query: '{region}.data.example.com', vantage: 'pod' }, is: { scope: 'public' } } },
      ],
      'resolved-by': [{ 'log-line': { of: { location: '{region}' }, is: { httpStatus: 200 } } }],
    }),
    cause('agent-broken', {
      when: [{ pod: { of: { component: 'agent', name: '{pod}' }, is: { health: ['stuck', 'failing'] } } }],
      because: [{ finding: { of: { rule: 'shop/pod-failing', pod: '{pod}' } } }],
    }),
  ],
});

const failing = rule({
  id: 'shop/pod-failing',
  per: ['namespace', 'pod'],
  appears: [{ pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'failing' } } }],
  'resolved-by': [{ pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'ready' } } }],
  causes: [
    cause('refused', {
      when: [{ 'log-line': { of: { namespace: '{namespace}', pod: '{pod}' }, is: { httpStatus: 403 } } }],
    }),
    cause('missing', { when: [{ pod: { of: { namespace: '{namespace}', component: 'agent' }, is: 'absent' } }] }),
  ],
});

const RULES = [blocked, failing];

/** Facts without names yet: a name is a number, so that all can be renamed at once. */
interface Names {
  readonly region: string;
  readonly pod: string;
  readonly namespace: string;
}

type Plan = (names: readonly Names[]) => KnownFact;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const withoutUndefined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const place = fc.record({
  source: fc.constantFrom<Source>(agent, old, pods, before, after, prose),
  line: fc.integer({ min: 1, max: 40 }),
  name: fc.integer({ min: 0, max: 2 }),
  quoted: maybe(fc.constantFrom(true as const)),
});

const logLine: fc.Arbitrary<Plan> = fc
  .record({ at: place, httpStatus: fc.constantFrom(200, 403, 500), told: fc.boolean() })
  .map(({ at, httpStatus, told: tells }) => (names) => {
    const { region, pod, namespace } = names[at.name]!;
    const who = tells ? { location: region, pod, namespace } : {};
    return told(at.source, at.line, withoutUndefined({ kind: 'log-line', httpStatus, ...who, quoted: at.quoted }));
  });

const lookup: fc.Arbitrary<Plan> = fc
  .record({ at: place, scope: fc.constantFrom('private', 'public'), vantage: fc.constantFrom('pod', 'workstation') })
  .map(({ at, scope, vantage }) => (names) => {
    const query = `${names[at.name]!.region}.data.example.com`;
    return told(
      at.source,
      at.line,
      withoutUndefined({ kind: 'dns-lookup', query, scope, vantage, address: ['10.0.0.4'], quoted: at.quoted }),
    );
  });

const podRow: fc.Arbitrary<Plan> = fc
  .record({
    at: place,
    health: fc.constantFrom('ready', 'failing', 'stuck'),
    component: maybe(fc.constant('agent')),
    told: fc.boolean(),
  })
  .map(({ at, health, component, told: tells }) => (names) => {
    const { pod, namespace } = names[at.name]!;
    const who = tells ? { namespace } : {};
    return told(
      at.source,
      at.line,
      withoutUndefined({ kind: 'pod', name: pod, health, component, ...who, quoted: at.quoted }),
    );
  });

const error: fc.Arbitrary<Plan> = place.map(
  (at) => () => told(at.source, at.line, { kind: 'operation-error', code: 'CheckoutFailed' }),
);

const plans = fc.array(fc.oneof(logLine, lookup, podRow, error), { maxLength: 14 });

const NAMES: readonly Names[] = [
  { region: 'eastus', pod: 'agent-1', namespace: 'shop' },
  { region: 'westus2', pod: 'agent-2', namespace: 'shop' },
  { region: 'northeurope', pod: 'web-3', namespace: 'bank' },
];

const RENAMED: readonly Names[] = [
  { region: 'zz-far', pod: 'x9-y', namespace: 'n3' },
  { region: 'brazilsouth', pod: 'agent', namespace: 'n3' },
  { region: 'a', pod: 'b.c', namespace: 'kube-system' },
];

const RUNS = { numRuns: 200 };

const SOURCES = [agent, old, pods, before, after, prose];

const setOf = (facts: readonly KnownFact[], sources: readonly Source[] = SOURCES): FactSet => ({
  of: (kind) => facts.filter(({ fact }) => fact.kind === kind),
  all: facts,
  sources,
});

/** Verdicts of every object, without its name. */
const verdicts = (facts: FactSet): string[] =>
  judged(RULES, facts)
    .findings.flatMap(({ rule: id, objects, status, seen, causes }) => {
      const said = causes.map((c) => [c.id, c.verdict, c.resolved, c.capped, c.collect.length].join(' '));
      return Array.from({ length: Math.max(1, objects.length) }, () => [id, status, seen, ...said].join(', '));
    })
    .sort();

test('the order in which facts and captures come changes nothing', () => {
  fc.assert(
    fc.property(plans, fc.infiniteStream(fc.integer()), (all, keys) => {
      const facts = all.map((plan) => plan(NAMES));
      const order = new Map(facts.map((known) => [known, keys.next().value]));
      const shuffled = [...facts].sort((a, b) => order.get(a)! - order.get(b)!);
      expect(judged(RULES, setOf(shuffled, SOURCES.toReversed()))).toEqual(judged(RULES, setOf(facts)));
    }),
    RUNS,
  );
});

test('names mean nothing: with all of them changed the verdicts are the same', () => {
  fc.assert(
    fc.property(plans, (all) => {
      expect(verdicts(setOf(all.map((plan) => plan(RENAMED))))).toEqual(
        verdicts(setOf(all.map((plan) => plan(NAMES)))),
      );
    }),
    RUNS,
  );
});

test('facts that no question is about change nothing', () => {
  const unrelated = [
    told(agent, 7, { kind: 'log-line', location: 'eastus', httpStatus: 204 }),
    told(agent, 8, { kind: 'dns-lookup', query: 'shop.example.com', scope: 'public' }),
    told(before, 9, { kind: 'event', reason: 'Pulled', pod: 'agent-1' }),
    told(pods, 3, { kind: 'node', name: 'aks-1', status: 'Ready' }),
    told(after, 503, { kind: 'operation-error', code: 'CartEmpty' }),
  ];
  fc.assert(
    fc.property(plans, (all) => {
      const facts = all.map((plan) => plan(NAMES));
      const findings = (known: readonly KnownFact[]) =>
        judged(RULES, setOf(known)).findings.map(({ causes, ...rest }) => ({
          ...rest,
          causes: causes.map(({ collect: _, ...c }) => c),
        }));
      expect(findings([...facts, ...unrelated])).toEqual(findings(facts));
    }),
    RUNS,
  );
});

test('samples and prose alone confirm, exclude and resolve nothing', () => {
  fc.assert(
    fc.property(plans, (all) => {
      const facts = all
        .map((plan) => plan(NAMES))
        .map((known) => ({ ...known, fact: { ...known.fact, quoted: true } }) as KnownFact);
      const causes = judged(RULES, setOf(facts, [])).findings.flatMap((finding) => finding.causes);
      for (const { verdict, resolved } of causes) {
        expect(['likely', 'possible']).toContain(verdict);
        expect(resolved).toBe(false);
      }
    }),
    RUNS,
  );
});

test('no finding asks for more than three commands, and every active one rests on a line that is there', () => {
  fc.assert(
    fc.property(plans, (all) => {
      const { findings } = judged(
        RULES,
        factsOf(
          all.map((plan) => plan(NAMES)),
          SOURCES,
        ),
      );
      for (const { causes, evidence, seen } of findings) {
        expect(causes.flatMap(({ collect }) => collect).length).toBeLessThanOrEqual(3);
        const shown = [...evidence, ...causes.flatMap((one) => one.evidence)];
        expect(shown.length).toBeGreaterThan(0);
        expect(evidence.length > 0).toBe(seen);
      }
      expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    }),
    RUNS,
  );
});
