import { expect, test } from 'vitest';
import { compileCondition, leavesOf, type CompiledCondition } from './compile-condition.ts';
import { compileRule, conditionsOf } from './compile-rule.ts';
import { linearEngine } from './linear-engine.ts';
import type { Condition, Rule } from './rule.ts';

const compiled = (condition: Condition): CompiledCondition => compileCondition(condition, { engine: linearEngine });

test('groups nest, and their questions come in the order they are written', () => {
  const condition = compiled({
    any: [{ pod: { is: { status: 'Pending' } } }, { all: [{ node: {} }, { event: { is: 'absent' } }] }],
  });
  expect(leavesOf(condition).map(({ kind, asks }) => `${kind} ${asks}`)).toEqual(['pod one', 'node one', 'event none']);
});

test('a question knows the variables of all its parts, each once', () => {
  const [leaf] = leavesOf(
    compiled({
      'log-line': {
        of: { pod: '{pod}', namespace: ['shop', 'ns-{namespace}'] },
        is: {
          transport: { host: '{host}', class: { not: '{class}' } },
          message: { contains: 'pod', matches: '(?<pod>\\w+) (?:in|of) (?<zone>\\w+)' },
        },
      },
    }),
  );
  expect(leaf!.variables).toEqual(['pod', 'namespace', 'host', 'class', 'zone']);
});

test('braces in texts to look for have no meaning', () => {
  const [leaf] = leavesOf(compiled({ 'log-line': { is: { message: { contains: 'code {ok}' } } } }));
  expect(leaf!.variables).toEqual([]);
});

test('every question asks for each of its facts', () => {
  const [leaf] = leavesOf(compiled({ node: { every: { taints: 'gpu*' }, collect: 'kubectl describe nodes' } }));
  expect(leaf).toMatchObject({ asks: 'every', collect: 'kubectl describe nodes' });
  expect(leaf!.tests.map(({ name }) => name)).toEqual(['taints']);
});

test('an amount that cannot be read is refused', () => {
  expect(() => compiled({ pod: { is: { restarts: { gt: 'many' } } } })).toThrow('gt: many is no quantity');
});

test('a rule has all its conditions; a cause with none of its own has no when', () => {
  const asked = { pod: { is: { status: 'Pending' } } };
  const asWritten: Rule = {
    id: 'shop/down',
    title: 'Down',
    severity: 'error',
    appears: [asked],
    unless: [asked],
    'resolved-by': [asked],
    causes: [
      { id: 'a', title: 'A', when: [asked], unless: [asked], because: [asked], uses: [asked], solutions: [] },
      { id: 'b', title: 'B', when: [], 'resolved-by': [asked], solutions: [] },
    ],
    references: [],
  };
  const rule = compileRule(asWritten, linearEngine);
  expect(conditionsOf(rule).flatMap(leavesOf)).toHaveLength(8);
  expect(rule.causes.map(({ when }) => when === undefined)).toEqual([false, true]);
  expect([rule.appears.type, rule.unless.type, rule.causes[0]!.when!.type]).toEqual(['all', 'any', 'all']);
});
