import { expect, test } from 'vitest';
import type { KnownFact, Source } from '../../facts/fact-set.ts';
import { compileRule } from '../../rules/compile-rule.ts';
import { linearEngine } from '../../rules/linear-engine.ts';
import type { Condition, Rule } from '../../rules/rule.ts';
import type { ExplainedCondition, ExplainedFact, ExplainedQuestion, ExplainedRule } from '../explanation.ts';
import { judgeInOrder } from '../judge-in-order.ts';
import { capture, cause, factsOf, rule, told } from '../made-facts.test.kit.ts';
import { worldOf } from '../world.ts';
import { explainRule } from './explain-rule.ts';

function explained(more: Partial<Rule>, facts: readonly KnownFact[], captures: readonly Source[] = []): ExplainedRule {
  const world = worldOf(factsOf(facts, captures));
  const [judged] = judgeInOrder([compileRule(rule(more), linearEngine)], world);
  return explainRule(judged!, {
    world,
    collecting: {
      print: (kind) => [`show ${kind}`],
      taken: () => false,
      prints: () => undefined,
      key: String,
      join: ([command]) => command!,
    },
    texts: undefined,
    cause: undefined,
  });
}

/** The first question of a rule whose `appears` is one condition. */
const asked = (condition: Condition, facts: readonly KnownFact[], captures?: readonly Source[]): ExplainedQuestion =>
  firstQuestion(explained({ appears: [condition] }, facts, captures).instances[0]!.appears);

const firstQuestion = (condition: ExplainedCondition): ExplainedQuestion =>
  condition.type === 'question' ? condition : firstQuestion(condition.conditions[0]!);

const standing = ({ line, answer, speaks, silent }: ExplainedFact): string =>
  [`${line} ${answer}, speaks ${speaks}`, ...(silent ? [silent] : [])].join(', ');

const fieldsOf = ({ fields }: ExplainedFact): string[] =>
  fields.map(({ field, answer, value }) => `${field} ${answer}${value === undefined ? '' : ` ${value}`}`);

const pods = capture('pods.txt');
const log = capture('checkout.log', { complete: 'unknown' });
const pod = (line: number, fields: object, source = pods): KnownFact => told(source, line, { kind: 'pod', ...fields });
const entry = (line: number, fields: object, source = log): KnownFact =>
  told(source, line, { kind: 'log-line', ...fields });

test('of facts each field tells whether it is as asked, and by which value', () => {
  const { facts, answer } = asked(
    { pod: { of: { namespace: 'shop' }, is: { status: 'Running', restarts: { gt: 3 } } } },
    [
      pod(2, { namespace: 'shop', status: 'Running', restarts: 7 }),
      pod(3, { namespace: 'shop', status: 'Pending', restarts: 7 }),
      pod(4, { status: 'Running' }),
    ],
  );
  expect(answer).toBe('supported');
  expect(facts.map(standing)).toEqual(['2 met, speaks for', '3 unmet, speaks not', '4 lacks, speaks not']);
  expect(facts.map(fieldsOf)).toEqual([
    ['namespace met shop', 'status met Running', 'restarts met 7'],
    ['namespace met shop', 'status unmet Pending', 'restarts met 7'],
    ['namespace not-compared', 'status met Running', 'restarts lacks'],
  ]);
});

test('facts that a question is not about are counted by the field that says so', () => {
  const { facts, leftOut } = asked({ pod: { of: { namespace: 'shop', name: 'cart-*' }, is: { status: 'Running' } } }, [
    pod(2, { namespace: 'shop', name: 'cart-0', status: 'Running' }),
    pod(3, { namespace: 'bank', name: 'cart-0', status: 'Running' }),
    pod(4, { namespace: 'shop', name: 'till-0', status: 'Running' }),
    pod(5, { namespace: 'shop', status: 'Running' }),
  ]);
  expect(facts).toHaveLength(1);
  expect(leftOut).toEqual({
    count: 3,
    looked: 4,
    total: 4,
    fields: [
      { field: 'namespace', lacking: 0, values: ['bank'] },
      { field: 'name', lacking: 1, values: ['till-0'] },
    ],
  });
});

test('a state speaks against a question only where its capture is complete', () => {
  const condition: Condition = { pod: { is: { status: 'Running' } } };
  const cut = capture('pods.txt', { complete: 'no', why: 'tail -5' });
  const [whole] = asked(condition, [pod(2, { status: 'Pending' })]).facts;
  const part = asked(condition, [pod(2, { status: 'Pending' }, cut)]);
  expect(standing(whole!)).toBe('2 unmet, speaks against');
  expect(part.facts.map(standing)).toEqual(['2 unmet, speaks not, capture-not-complete']);
  expect(part.facts[0]!.capture).toEqual({
    path: 'pods.txt',
    line: 1,
    kind: 'a capture',
    complete: 'no',
    why: 'tail -5',
  });
  expect(part).toMatchObject({ answer: 'unknown', want: 'cut', collect: 'show pod', looked: [{ path: 'pods.txt' }] });
});

test('what nothing was captured of says how it would be', () => {
  expect(asked({ node: { is: { ready: true } } }, [])).toMatchObject({
    answer: 'unknown',
    want: 'not-captured',
    collect: 'show node',
    facts: [],
    looked: [],
  });
});

test('what was looked for and not found needs no command', () => {
  const { want, collect, looked } = asked({ 'log-line': { is: { message: 'refused' } } }, [
    entry(3, { message: 'fine' }),
  ]);
  expect({ want, collect, looked: looked.map(({ path }) => path) }).toEqual({
    want: 'not-found',
    collect: undefined,
    looked: ['checkout.log'],
  });
});

test('variables show what they were bound to, and by which facts', () => {
  const { instances } = explained(
    {
      per: ['pod'],
      appears: [{ event: { of: { pod: '{pod}' }, is: { reason: 'Failed' } } }],
      causes: [
        cause('full', { when: [{ pod: { of: { name: '{pod}', node: '{node}' }, is: { status: 'Pending' } } }] }),
      ],
    },
    [
      told(capture('events.txt'), 3, { kind: 'event', pod: 'cart-0', reason: 'Failed' }),
      pod(2, { name: 'cart-0', node: 'aks-1', status: 'Pending' }),
      pod(3, { name: 'till-0', node: 'aks-2', status: 'Pending' }),
    ],
  );
  expect(instances.map(({ of }) => of[0]!.values)).toEqual([['cart-0'], ['till-0']]);
  const question = firstQuestion(instances[0]!.causes[0]!.when!);
  expect(question.variables).toEqual([
    { name: 'node', values: ['aks-1'] },
    { name: 'pod', values: ['cart-0'] },
  ]);
  expect(question.facts[0]!.bound).toEqual(question.variables);
  expect(question.leftOut?.fields).toEqual([{ field: 'name', lacking: 0, values: ['till-0'] }]);
});

test('a join by a field that a fact lacks is loose, and caps the cause', () => {
  const { instances } = explained(
    {
      per: ['pod'],
      appears: [{ event: { of: { pod: '{pod}' }, is: { reason: 'Failed' } } }],
      causes: [cause('slow', { when: [{ 'log-line': { of: { pod: '{pod}' }, is: { message: 'slow' } } }] })],
    },
    [told(capture('events.txt'), 3, { kind: 'event', pod: 'cart-0', reason: 'Failed' }), entry(5, { message: 'slow' })],
  );
  const [slow] = instances[0]!.causes;
  expect(slow).toMatchObject({ verdict: 'likely', reason: 'weakly-supported', capped: ['loose-join'] });
  const [fact] = firstQuestion(slow!.when!).facts;
  expect(fact!.capped).toEqual(['loose-join']);
  expect(fieldsOf(fact!)).toEqual(['pod taken-to-agree', 'message met slow']);
});

test.each([
  ['older than the evidence', 5, 'older', 'confirmed'],
  ['newer than the evidence', 15, 'not-older', 'excluded'],
])('what speaks against a cause and is %s', (_, line, weight, verdict) => {
  const { instances } = explained(
    {
      appears: [{ 'log-line': { is: { message: 'down' } } }],
      causes: [cause('refused', { unless: [{ 'log-line': { is: { message: 'accepted' } } }] })],
    },
    [entry(10, { message: 'down' }), entry(line, { message: 'accepted' })],
  );
  const [refused] = instances[0]!.causes;
  expect(refused!.verdict).toBe(verdict);
  expect(firstQuestion(refused!.unless!).facts.map((fact) => fact.weight)).toEqual([weight]);
});

test.each([
  ['newer than the evidence', [12], 'newer', 'over'],
  ['older than some of it', [12, 30], 'not-newer', 'no-end'],
])('what resolves an error and is %s', (_, signs, weight, end) => {
  const { instances } = explained(
    {
      appears: [{ 'log-line': { is: { message: 'down' } } }],
      'resolved-by': [{ 'log-line': { is: { message: 'up' } } }],
    },
    [...signs.map((line) => entry(line, { message: 'down' })), entry(20, { message: 'up' })],
  );
  expect(instances[0]!.end).toBe(end);
  expect(firstQuestion(instances[0]!.resolvedBy!).facts.map((fact) => fact.weight)).toEqual([weight]);
});

test('a sample excludes nothing, and says so', () => {
  const { instances } = explained(
    {
      appears: [{ 'log-line': { is: { message: 'down' } } }],
      causes: [cause('refused', { unless: [{ 'log-line': { is: { message: 'accepted' } } }] })],
    },
    [entry(10, { message: 'down' }), entry(15, { message: 'accepted', quoted: true }, capture('mail.txt'))],
  );
  const [refused] = instances[0]!.causes;
  expect(refused).toMatchObject({ verdict: 'confirmed', reason: 'supported' });
  expect(firstQuestion(refused!.unless!).facts.map(standing)).toContain('15 met, speaks not, sample');
});

test('a question about all objects tells how many were seen of how many', () => {
  const nodes = capture('nodes.txt', { lists: { kind: 'node' } });
  const node = (line: number, ready: boolean) => told(nodes, line, { kind: 'node', name: `aks-${line}`, ready });
  const question = asked({ node: { every: { ready: false } } }, [node(2, false), node(3, false), node(4, true)]);
  expect(question).toMatchObject({ asks: 'every', answer: 'contradicted', counted: { seen: 2, total: 3 } });
  expect(question.facts.map(standing)).toEqual(['2 met, speaks not', '3 met, speaks not', '4 unmet, speaks against']);
});

test('a complete list without what was asked for stands for itself', () => {
  const nodes = capture('nodes.txt', { lists: { kind: 'node' } });
  const question = asked({ node: { of: { os: 'windows' }, is: 'absent' } }, [], [nodes]);
  expect(question).toMatchObject({ asks: 'none', answer: 'supported', listings: [{ path: 'nodes.txt', line: 1 }] });
});

test('of very many facts and instances the first are told, and how many more there are', () => {
  const facts = Array.from({ length: 30 }, (_, at) => pod(at + 2, { name: `cart-${at}`, status: 'Pending' }));
  expect(asked({ pod: { is: { status: 'Pending' } } }, facts)).toMatchObject({ more: { met: 20, others: 0 } });
  const { instances, more } = explained(
    { per: ['pod'], appears: [{ pod: { of: { name: '{pod}' }, is: { status: 'Pending' } } }] },
    facts,
  );
  expect([instances.length, more]).toEqual([20, 10]);
});

test('a cause as sure as the error falls with it', () => {
  const { instances } = explained(
    {
      appears: [{ 'log-line': { is: { message: 'down' } } }],
      unless: [{ 'log-line': { is: { message: 'drill' } } }],
      causes: [cause('power')],
    },
    [entry(10, { message: 'down' }), entry(20, { message: 'drill' })],
  );
  expect(instances[0]).toMatchObject({ reported: false, reason: 'only-looks-like-it' });
  expect(instances[0]!.causes[0]).toMatchObject({ verdict: 'excluded', reason: 'error-ruled-out' });
});
