import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, places, rule, told, verdicts } from './made-facts.test.kit.ts';

const terminal = capture('terminal.txt');
const log = capture('checkout.log');

const failed = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed' }, ['code']);

const down = rule({
  id: 'shop/node-down',
  per: ['node'],
  appears: [{ node: { of: { name: '{node}' }, is: { status: 'NotReady' } } }],
  'resolved-by': [{ node: { of: { name: '{node}' }, is: { status: 'Ready' } } }],
  causes: [cause('crash', { when: [{ event: { of: { node: '{node}' }, is: { reason: 'KernelOops' } } }] })],
});
const built = rule({
  causes: [
    cause('node', {
      when: [{ finding: { of: { rule: 'shop/node-down', node: '{node}' } } }],
      because: [{ finding: { of: { rule: 'shop/node-down', node: '{node}' } } }],
      title: 'Node {{node}} is down',
    }),
  ],
});
const shown = capture('session.txt', { session: true });
const node = (status: string, index = 0): KnownFact =>
  told({ ...shown, line: 1 + index * 10, index }, 2 + index * 10, { kind: 'node', name: 'aks-1', status }, ['status']);
const oops = told(log, 8, { kind: 'event', node: 'aks-1', reason: 'KernelOops' });

test('a finding supports, binds, and stands for its evidence, wherever its rule is written', () => {
  const { findings } = judged([built, down], factsOf([failed, node('NotReady'), oops]));
  expect(verdicts(findings)).toBe('shop/node-down: crash confirmed; shop/checkout-down: node confirmed');
  const [root, error] = findings;
  expect(error!.causes[0]).toMatchObject({
    title: 'Node aks-1 is down',
    because: [{ rule: 'shop/node-down', cause: 'crash', finding: root!.id }],
  });
  expect(places(error!.causes[0]!.evidence)).toEqual(['checkout.log:8', 'session.txt:2']);
});

test('a cause that is only likely supports weakly, one that is resolved contradicts', () => {
  const onCrash = rule({
    causes: [cause('node', { when: [{ finding: { of: { rule: 'shop/node-down', cause: 'crash' } } }] })],
  });
  const sample = { ...oops, fact: { ...oops.fact, quoted: true } } as KnownFact;
  const [, likely] = judged([onCrash, down], factsOf([failed, node('NotReady'), sample])).findings;
  expect(likely!.causes[0]).toMatchObject({ verdict: 'likely', capped: ['quoted', 'likely-finding'] });
  const over = judged(
    [onCrash, down],
    factsOf([failed, told({ ...shown, line: 1 }, 3, { ...oops.fact }), node('NotReady'), node('Ready', 1)]),
  );
  expect(verdicts(over.findings)).toBe('shop/checkout-down: node excluded; shop/node-down: crash confirmed resolved');
});

test('an error tells whether a cause explains it, and the workload and release it knows', () => {
  const waits = rule({
    id: 'shop/pod-waits',
    per: ['pod'],
    appears: [{ pod: { of: { name: '{pod}', workload: '{workload}', release: '{release}' } } }],
    causes: [cause('crash', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'KernelOops' } } }] })],
  });
  const open = rule({
    causes: [
      cause('open', {
        when: [
          { finding: { of: { rule: 'shop/pod-waits', workload: 'web', release: 'shop' }, is: { explained: false } } },
        ],
      }),
    ],
  });
  const web = told(terminal, 5, { kind: 'pod', name: 'web-0', workload: 'web', release: 'shop' });
  const crash = told(log, 8, { kind: 'event', pod: 'web-0', reason: 'KernelOops' });
  expect(verdicts(judged([open, waits], factsOf([failed, web])).findings)).toContain(
    'shop/checkout-down: open confirmed',
  );
  expect(verdicts(judged([open, waits], factsOf([failed, web, crash])).findings)).toContain(
    'shop/checkout-down: open possible',
  );
});

test('a circle of rules ends', () => {
  const circle = (id: string, other: string) => rule({ id, appears: [{ finding: { of: { rule: other } } }] });
  expect(judged([circle('shop/a', 'shop/b'), circle('shop/b', 'shop/a')], factsOf([failed])).findings).toEqual([]);
});

test('what the error asks as well speaks for no cause, save where all else is known', () => {
  const appears = [{ 'operation-error': { is: { code: 'CheckoutFailed', release: '{release}' } } }];
  const onRelease = rule({
    per: ['release'],
    appears,
    causes: [
      cause('node', {
        when: [...appears, { finding: { of: { rule: 'shop/node-down' }, is: { release: '{release}' } } }],
      }),
    ],
  });
  const downOf = rule({
    ...down,
    appears: [...down.appears, { pod: { is: { node: '{node}', release: '{release}' } } }],
  });
  const failedRelease = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed', release: 'shop' }, [
    'code',
  ]);
  const podOf = (release: string) => told(terminal, 9, { kind: 'pod', name: 'web-0', node: 'aks-1', release });
  const verdictWith = (...facts: KnownFact[]) =>
    judged([onRelease, downOf], factsOf([failedRelease, ...facts])).findings.find(
      ({ rule: id }) => id === onRelease.id,
    );
  expect(verdictWith()!.causes[0]).toMatchObject({ verdict: 'possible', evidence: [] });
  expect(verdictWith(node('NotReady'), podOf('bank'))!.objects).toEqual([{ kind: 'release', name: 'shop' }]);
  expect(verdictWith(node('NotReady'), podOf('bank'))!.causes[0]!.verdict).toBe('possible');
  expect(places(verdictWith(node('NotReady'), podOf('shop'))!.causes[0]!.evidence)).toEqual([
    'session.txt:2',
    'terminal.txt:3',
  ]);
});
