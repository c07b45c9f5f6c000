import { expect, test } from 'vitest';
import { factSet } from '../captures/gather-facts.ts';
import { collectingOver } from '../collecting-over.ts';
import type { KnownFact, Source } from '../facts/fact-set.ts';
import { compilePacks } from '../rules/compile-rule.ts';
import { loadRules } from '../rules/load-rules.ts';
import { judge } from './judge.ts';

const ruleOf = (at: number): string => `id: shop/rule-${at}
title: The ledger ${at} is closed
severity: warning
appears:
  - log-line: { is: { message: { contains: the ledger number ${at} was closed } } }
causes:
  - id: closed
    title: It was closed
    solutions:
      - id: open
        title: Open it
        steps: [{ text: Open it. }]
        verify: [It is open.]
references: [https://kubernetes.io/docs/]
`;

const COUNT = 1000;
const pack = loadRules(
  Object.fromEntries(Array.from({ length: COUNT }, (_, at) => [`shop/rule-${at}.yaml`, ruleOf(at)])),
  { name: 'shop', version: '1.0.0' },
);

function facts(count: number): readonly KnownFact[] {
  const source: Source = {
    path: 'a.log',
    line: 1,
    endLine: count,
    kind: 'kubectl logs',
    complete: 'yes',
    session: false,
    index: 0,
  };
  return Array.from({ length: count }, (_, at) => {
    const place = { path: 'a.log', line: at + 1, endLine: at + 1 };
    const message =
      at % 100 === 0 ? `The Ledger number ${at / 100} was  closed` : `order ${at} of cart ${at * 7} was served`;
    return {
      fact: { kind: 'log-line', origin: place, text: message, message },
      source,
      quotes: { '': { ...place, text: message } },
    };
  });
}

test('rules that ask for texts are judged without looking at every fact for each', async () => {
  const set = factSet(facts(100_000), []);
  const rules = await compilePacks([pack]);
  const started = process.cpuUsage();
  const { findings } = judge(rules, set, { texts: new Map(), collecting: collectingOver(set) });
  const { user } = process.cpuUsage(started);
  expect(findings).toHaveLength(COUNT);
  expect(findings.find(({ rule }) => rule === 'shop/rule-7')?.evidence).toMatchObject([{ line: 701 }]);
  // A test for each of a hundred million pairs takes minutes.
  expect(user / 1e6).toBeLessThan(20);
});
