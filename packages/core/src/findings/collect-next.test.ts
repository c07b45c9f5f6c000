import { expect, test } from 'vitest';
import type { KnownFact } from '../facts/fact-set.ts';
import { compileCondition, type CompiledLeaf } from '../rules/compile-condition.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { unknownWanting } from './answered-leaf.ts';
import { NO_BINDINGS } from './bindings.ts';
import { commandsFor, type Collecting, type OpenQuestions } from './collect-next.ts';
import { capture, cause, factsOf, judged, rule, told } from './made-facts.test.kit.ts';

const terminal = capture('terminal.txt');
const log = capture('checkout.log');

const failed = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed' }, ['code']);
const entry = (line: number, fields: object): KnownFact => told(log, line, { kind: 'log-line', ...fields });

const asks = (...commands: string[]) => ({
  when: [
    {
      any: commands.map((collect) => ({
        'log-line': { of: { component: collect }, is: { httpStatus: 403 }, collect },
      })),
    },
  ],
});
const checked = rule({
  causes: [cause('a', asks('one', 'two', 'three')), cause('b', asks('one', 'four')), cause('c', asks('five'))],
});

test('is three commands at most, the first of every cause first, and each but once', () => {
  const [finding] = judged([checked], factsOf([failed])).findings;
  expect(finding!.causes.map(({ collect }) => collect)).toEqual([
    [
      { command: 'one', why: 'It is a; It is b' },
      { command: 'two', why: 'It is a' },
    ],
    [],
    [{ command: 'five', why: 'It is c' }],
  ]);
});

test('is nothing for a cause that is settled, or whose captures are here', () => {
  const one = entry(4, { component: 'one', httpStatus: 403 });
  const five = entry(5, { component: 'five' });
  const [finding] = judged([checked], factsOf([failed, one, five])).findings;
  expect(finding!.causes.map(({ verdict, collect }) => `${verdict} ${collect.length}`)).toEqual([
    'confirmed 0',
    'confirmed 0',
    'possible 0',
  ]);
});

test.each([
  ['kubectl logs web-0', 1],
  ['kubectl logs web-0 --previous', 0],
])('of the log of a container before it, asks for %s in %i commands', (command, count) => {
  const before = entry(4, { component: command, previous: true });
  const [finding] = judged([rule({ causes: [cause('a', asks(command))] })], factsOf([failed, before])).findings;
  expect(finding!.causes[0]!.collect).toHaveLength(count);
});

test('is the command of the capture kind for the subject, where the rule has none', () => {
  const asked = rule({
    appears: [{ 'operation-error': { of: { namespace: '{namespace}' }, is: { code: 'CheckoutFailed' } } }],
    causes: [
      cause('a', {
        when: [
          {
            pod: {
              of: { namespace: '{namespace}', name: '{pod}', component: ['api', 'web'], node: 'aks-*' },
              is: { health: 'stuck' },
            },
          },
        ],
      }),
    ],
  });
  const error = told(terminal, 3, { kind: 'operation-error', code: 'CheckoutFailed', namespace: 'shop' });
  expect(judged([asked], factsOf([error])).findings[0]!.causes[0]!.collect).toEqual([
    { command: 'show pod namespace=shop name=<pod> component=api', why: 'It is a' },
  ]);
});

test('a rule that lacks its captures is not judged, and says what it needs', () => {
  const { judged: count, notJudged } = judged([checked], factsOf([]));
  expect(count).toEqual([]);
  expect(notJudged).toEqual([{ rule: 'shop/checkout-down', needs: ['show operation-error'] }]);
});

test('a rule whose captures show nothing is judged', () => {
  const other = told(terminal, 3, { kind: 'operation-error', code: 'CartEmpty' });
  expect(judged([checked], factsOf([other]))).toMatchObject({ findings: [], judged: [checked.id], notJudged: [] });
});

test('an inferred rule is judged where a cause of it can be', () => {
  const inferred = { ...checked, inferred: true };
  expect(judged([inferred], factsOf([entry(5, { component: 'five' })])).judged).toEqual([inferred.id]);
  expect(judged([inferred], factsOf([])).notJudged[0]!.needs).toEqual(['show operation-error', 'one', 'two']);
});

test('is told by the first of many open questions, and the others are never asked for', () => {
  const leaf = compileCondition({ pod: { is: { status: 'Pending' } } }, { engine: linearEngine }) as CompiledLeaf;
  const leaves = [unknownWanting(leaf, 'not-captured')];
  let asked = 0;
  function* endless(): Generator<OpenQuestions, void, undefined> {
    for (;;) {
      asked++;
      yield { leaves, bindings: NO_BINDINGS };
    }
  }
  const collecting: Collecting = {
    print: () => [`describe ${asked}`],
    taken: () => false,
    prints: () => undefined,
    key: (command) => command,
    join: ([first]) => first!,
  };
  expect(commandsFor(endless(), collecting)).toEqual(['describe 1', 'describe 2', 'describe 3']);
  expect(asked).toBeLessThan(1000);
});
