import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, rule, told, verdicts } from './made-facts.test.kit.ts';

const terminal = capture('terminal.txt');
const log = capture('checkout.log');
const pods = capture('pods.txt', { lists: { kind: 'pod' } });

const failed = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed' }, ['code']);
const pod = (line: number, fields: object): KnownFact => told(pods, line, { kind: 'pod', ...fields });

test('one cause does not narrow another, but what shows the error narrows all', () => {
  const checked = rule({
    appears: [{ pod: { of: { name: '{pod}' }, is: { health: 'failing' } } }],
    causes: [
      cause('memory', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'OOMKilled', node: '{node}' } } }] }),
      cause('probe', { when: [{ event: { of: { pod: '{pod}' }, is: { reason: 'Unhealthy', node: '{node}' } } }] }),
    ],
  });
  const event = (line: number, fields: object): KnownFact => told(log, line, { kind: 'event', ...fields });
  const facts = [pod(2, { name: 'api-1', health: 'failing' }), pod(3, { name: 'web-1', health: 'failing' })];
  const events = [
    event(1, { pod: 'api-1', reason: 'OOMKilled', node: 'aks-1' }),
    event(2, { pod: 'web-1', reason: 'Unhealthy', node: 'aks-2' }),
  ];
  expect(verdicts(judged([checked], factsOf([...facts, ...events])).findings)).toBe(
    'shop/checkout-down: memory confirmed, probe confirmed',
  );
  expect(
    verdicts(
      judged([checked], factsOf([...facts, event(1, { pod: 'cart-1', reason: 'OOMKilled', node: 'aks-1' })])).findings,
    ),
  ).toBe('shop/checkout-down: memory possible, probe possible');
});

test('two conditions of one cause have to speak of the same', () => {
  const checked = rule({
    causes: [
      cause('pressure', {
        when: [
          { node: { of: { name: '{node}' }, is: { status: 'NotReady' } } },
          { pod: { of: { node: '{node}' }, is: { health: 'failing' } } },
        ],
      }),
    ],
  });
  const node = (name: string): KnownFact => told(log, 2, { kind: 'node', name, status: 'NotReady' });
  const failing = pod(2, { node: 'aks-1', health: 'failing' });
  expect(verdicts(judged([checked], factsOf([failed, node('aks-1'), node('aks-3'), failing])).findings)).toContain(
    'pressure confirmed',
  );
  expect(verdicts(judged([checked], factsOf([failed, node('aks-2'), failing])).findings)).toContain('pressure likely');
});

test('what is only used fills texts and changes no verdict', () => {
  const checked = rule({
    causes: [
      cause('moved', {
        title: 'It is now at {{new address}}',
        uses: [{ 'dns-lookup': { is: { scope: 'public', address: '{new address}' } } }],
      }),
    ],
    remarks: ['Take {{new address}}.', 'Know that.'],
  });
  const lookup = told(log, 3, { kind: 'dns-lookup', scope: 'public', address: ['20.1.2.9', '20.1.2.3'] });
  expect(judged([checked], factsOf([failed, lookup])).findings[0]).toMatchObject({
    causes: [{ verdict: 'confirmed', title: 'It is now at 20.1.2.3, 20.1.2.9' }],
    remarks: ['Take 20.1.2.3, 20.1.2.9.', 'Know that.'],
  });
  expect(judged([checked], factsOf([failed])).findings[0]).toMatchObject({
    causes: [{ verdict: 'confirmed', title: 'It is now at <new address>' }],
    remarks: ['Know that.'],
  });
});
