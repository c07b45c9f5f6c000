import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, places, rule, told, verdicts } from './made-facts.test.kit.ts';

const log = capture('checkout.log');
const pods = capture('pods.txt', { lists: { kind: 'pod' } });

const entry = (line: number, fields: object): KnownFact => told(log, line, { kind: 'log-line', ...fields });
const pod = (line: number, fields: object): KnownFact => told(pods, line, { kind: 'pod', ...fields });

const perPod = rule({
  per: ['namespace', 'pod'],
  title: 'Pods {{pod}} fail in {{namespace}}',
  appears: [{ pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'failing' } } }],
  causes: [
    cause('memory', {
      when: [{ event: { of: { namespace: '{namespace}', pod: '{pod}' }, is: { reason: 'OOMKilled' } } }],
      solutions: [
        { id: 'more', title: 'Give {{pod}} more', steps: [{ run: 'kubectl -n {{namespace}} describe pod {{pod}}' }] },
      ],
    }),
  ],
});
const killed = (name: string, namespace = 'shop'): KnownFact =>
  told(capture('events.txt'), 4, { kind: 'event', pod: name, namespace, reason: 'OOMKilled' });

test('those of which the same is to be said are one finding with all objects, and commands for each', () => {
  const facts = factsOf([
    pod(4, { namespace: 'shop', name: 'web-1', health: 'failing' }),
    pod(2, { namespace: 'bank', name: 'web-2', health: 'failing' }),
    pod(3, { namespace: 'shop', name: 'api-1', health: 'failing' }),
    pod(5, { namespace: 'shop', name: 'api-2', health: 'ready' }),
    killed('api-1'),
  ]);
  const { findings } = judged([perPod], facts);
  expect(findings.map(({ objects }) => objects.map(({ namespace, name }) => `${namespace}/${name}`))).toEqual([
    ['shop/api-1'],
    ['bank/web-2', 'shop/web-1'],
  ]);
  const [, open] = findings;
  expect(open).toMatchObject({
    title: 'Pods web-1, web-2 fail in bank, shop',
    objects: [{ kind: 'pod' }, {}],
  });
  expect(open!.causes[0]!.solutions[0]).toMatchObject({
    title: 'Give web-1, web-2 more',
    steps: [{ run: 'kubectl -n bank describe pod web-2\nkubectl -n shop describe pod web-1' }],
  });
  expect(places(open!.evidence)).toEqual(['pods.txt:2', 'pods.txt:4']);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
});

test('a pod without namespace is the one whose namespace is known, else one of its own', () => {
  const facts = factsOf([
    pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }),
    told(capture('more.txt'), 2, { kind: 'pod', name: 'api-1', health: 'failing' }),
    told(capture('more.txt'), 3, { kind: 'pod', name: 'cart-1', health: 'failing' }),
  ]);
  const [finding] = judged([perPod], facts).findings;
  expect(finding!.objects).toEqual([
    { kind: 'pod', name: 'cart-1' },
    { kind: 'pod', namespace: 'shop', name: 'api-1' },
  ]);
  expect(places(finding!.evidence)).toEqual(['more.txt:2', 'more.txt:3', 'pods.txt:2']);
});

test('a kind among the values says what the object is', () => {
  const perObject = rule({
    per: ['kind', 'namespace', 'name'],
    appears: [
      {
        'operation-error': {
          of: { conflicts: { kind: '{kind}', namespace: '{namespace}', name: '{name}' } },
          is: { class: 'resource-exists' },
        },
      },
    ],
  });
  const conflicts = [
    { kind: 'ServiceAccount', namespace: 'shop', name: 'api' },
    { kind: 'ClusterRole', name: 'api' },
  ];
  const facts = factsOf([told(log, 4, { kind: 'operation-error', class: 'resource-exists', conflicts })]);
  expect(judged([perObject], facts).findings.map(({ objects }) => objects)).toEqual([
    [
      { kind: 'ClusterRole', name: 'api' },
      { kind: 'ServiceAccount', namespace: 'shop', name: 'api' },
    ],
  ]);
});

test('a fact without the value belongs to all of them, weakly', () => {
  const facts = factsOf([
    pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }),
    told(log, 4, { kind: 'event', reason: 'OOMKilled' }),
  ]);
  const [finding] = judged([perPod], facts).findings;
  expect(finding!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['loose-join'] });
});

test('where no fact tells the value there is one instance without it', () => {
  const { findings } = judged(
    [perPod],
    factsOf([pod(2, { health: 'failing' }), told(log, 4, { kind: 'event', reason: 'OOMKilled' })]),
  );
  expect(verdicts(findings)).toBe('shop/checkout-down: memory confirmed');
  expect(findings[0]).toMatchObject({ title: 'Pods <pod> fail in <namespace>', objects: [] });
  expect(findings[0]!.causes[0]!.solutions[0]!.steps[0]!.run).toBe("kubectl -n '<namespace>' describe pod '<pod>'");
});

test('a sample makes no instance, but agrees with one', () => {
  const sample = told(log, 4, { kind: 'event', pod: '<pod>', namespace: 'shop', reason: 'OOMKilled', quoted: true });
  const { findings } = judged(
    [perPod],
    factsOf([pod(2, { namespace: 'shop', name: 'api-1', health: 'failing' }), sample]),
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['quoted'] });
});

test('spellings that differ in case are one', () => {
  const regional = rule({
    per: ['region'],
    appears: [{ 'log-line': { of: { location: '{region}' }, is: { httpStatus: 403 } } }],
  });
  const facts = factsOf([
    entry(1, { location: 'EastUS', httpStatus: 403 }),
    entry(2, { location: 'eastus', httpStatus: 403 }),
  ]);
  expect(judged([regional], facts).findings.map(({ objects }) => objects)).toEqual([
    [{ kind: 'region', name: 'eastus' }],
  ]);
});
