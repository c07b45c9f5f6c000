import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { capture, cause, factsOf, judged, rule, told } from './made-facts.test.kit.ts';

const log = capture('agent.log');
const pods = capture('pods.txt', { lists: { kind: 'pod' } });

const ruleAt = (number: number) =>
  rule({
    id: `shop/rule-${number}`,
    per: ['namespace', 'pod'],
    appears: [
      {
        any: [
          { pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'stuck' } } },
          {
            'log-line': {
              of: { namespace: '{namespace}', pod: '{pod}' },
              is: { message: { contains: `failure ${number} of` } },
            },
          },
        ],
      },
    ],
    'resolved-by': [{ pod: { of: { namespace: '{namespace}', name: '{pod}' }, is: { health: 'ready' } } }],
    causes: [
      cause('refused', {
        when: [{ 'log-line': { of: { component: ['agent', 'operator'] }, is: { httpStatus: 400 + number } } }],
      }),
      cause('timeout', {
        when: [
          {
            'log-line': { of: { pod: '{pod}' }, is: { transport: { class: 'timeout', host: '{region}.example.com' } } },
          },
        ],
        unless: [{ 'log-line': { of: { component: 'agent' }, is: { httpStatus: { gt: 0 } } } }],
      }),
    ],
  });

const entry = (line: number): KnownFact =>
  told(log, line, {
    kind: 'log-line',
    namespace: 'shop',
    pod: `agent-${line % 500}`,
    component: line % 2 ? 'agent' : 'operator',
    message: `I0207 06:04:43.672 request ${line} took a while and then was retried by the queue`,
    ...(line % 100 === 0 ? { httpStatus: 200 } : {}),
  });

const podAt = (line: number): KnownFact =>
  told(pods, line, { kind: 'pod', namespace: 'shop', name: `web-${line}`, health: line % 25 ? 'ready' : 'stuck' });

test('thirty rules over a hundred thousand facts and two hundred instances take seconds of work', () => {
  const rules = Array.from({ length: 30 }, (_, number) => ruleAt(number));
  const facts = factsOf([
    ...Array.from({ length: 95_000 }, (_, line) => entry(line + 1)),
    ...Array.from({ length: 5000 }, (_, line) => podAt(line + 1)),
  ]);
  const begun = process.cpuUsage();
  const { findings } = judged(rules, facts);
  const { user } = process.cpuUsage(begun);
  expect(findings).toHaveLength(30);
  expect(findings[0]!.objects).toHaveLength(200);
  expect(user / 1e6).toBeLessThan(20);
});
