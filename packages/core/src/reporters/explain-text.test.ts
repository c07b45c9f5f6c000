import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { explain } from '../explain.ts';
import type { Explanation } from '../report/explanation.ts';
import { loadRules } from '../rules/load-rules.ts';
import { explainTextReporter } from './explain-text.ts';
import { mapStrings } from './harmless.ts';
import { jsonDocument } from './json.ts';

const RULE = `
id: shop/cart-down
title: Pod {{pod}} is down
severity: error
per: [pod]
appears:
  - pod: { of: { namespace: shop, name: '{pod}' }, is: { status: CrashLoopBackOff } }
causes:
  - id: no-memory
    title: The node has no memory for {{pod}}
    when:
      - any:
          - event: { of: { pod: '{pod}' }, is: { message: { contains: out of memory } } }
          - node: { is: { status: NotReady } }
    unless:
      - pod: { of: { namespace: shop, name: '{pod}' }, is: { restarts: { lt: 2 } } }
    solutions: [{ id: add-memory, title: Add memory, steps: [{ text: Add memory. }] }]
references: [https://example.com/cart]
`;
const PODS = `$ kubectl get pods -n shop
NAME     READY   STATUS             RESTARTS   AGE
cart-0   0/1     CrashLoopBackOff   7          41m
cart-1   0/1     CrashLoopBackOff   9          41m
till-0   1/1     Running            0          41m
$ kubectl get nodes
NAME    STATUS   ROLES   AGE   VERSION
aks-1   Ready    agent   9d    v1.29.2
`;

let explanation: Explanation;
beforeAll(async () => {
  const rules = [loadRules({ 'shop/cart-down.yaml': RULE }, { name: 'shop', version: '1.0.0' })];
  explanation = await explain({ 'session.txt': PODS }, 'shop/cart-down', { rules, name: 'ticket-4711' });
});

test('an explanation tells every condition, its facts, and what is missing', () => {
  expect(explainTextReporter(explanation)).toMatchInlineSnapshot(`
    "shop/cart-down  (error; of shop 1.0.0; one finding for each pod)

    pod = cart-0: active  Pod cart-0 is down
      the same answers for  pod = cart-1
      why  \`appears\` is supported
      appears: supported
        supported  pod of namespace shop; name {pod}: status CrashLoopBackOff
          where pod = cart-0
          for      session.txt:3 │ cart-0 0/1 CrashLoopBackOff 7 41m
                   namespace: shop; name: cart-0; status: CrashLoopBackOff
          not about 2 of 3 pod: name: cart-1, till-0

      possible  no-memory: The node has no memory for cart-0
        why  no part of what it asks is supported in a way that counts, and the whole is not
             contradicted
        when: unknown
          unknown  any of
            unknown  event of pod {pod}: message contains "out of memory"
              where pod = cart-0
              not captured
              collect: kubectl describe pod -n <namespace> cart-0
            contradicted  node: status NotReady
              against  session.txt:8 │ aks-1 Ready agent 9d v1.29.2
                       status: Ready (asked is: NotReady)
        unless: contradicted
          contradicted  pod of namespace shop; name {pod}: restarts under 2
            where pod = cart-0
            against  session.txt:3 │ cart-0 0/1 CrashLoopBackOff 7 41m
                     restarts: 7 (asked is: under 2)
            not about 2 of 3 pod: name: cart-1, till-0
    "
  `);
});

test('an explanation in Italian has Italian words around those of the rule', () => {
  const text = explainTextReporter(explanation, { locale: 'it' });
  expect(text).toContain('le stesse risposte per  pod = cart-1');
  expect(text).toContain('possibile  no-memory: The node has no memory for cart-0');
});

test('prose is wrapped at the width, and a style changes no text', () => {
  const plain = explainTextReporter(explanation, { width: 60 });
  const prose = plain.split('\n').filter((line) => !/│|collect:|same answers|^\S/.test(line));
  expect(prose.filter((line) => line.length > 60)).toEqual([]);
  const styled = explainTextReporter(explanation, { width: 60, style: (_, text) => `\u001B[1m${text}\u001B[0m` });
  expect(styled.replaceAll(/\u001B\[\d+m/g, '')).toBe(plain);
});

const ACTS = /^\s*::[a-z-]+|##vso\[|##\[/im;
/** Values that stand for themselves and come from no input. */
const CODES = /^[a-z-]+$/;

test('no text of the input acts on a terminal or in the log of a CI system', () => {
  const hostile = (text: string): Explanation => mapStrings(explanation, (old) => (CODES.test(old) ? old : text));
  for (const command of ['::error::the disk is full', '##vso[task.complete]x', 'a\r::stop-commands::x']) {
    expect(explainTextReporter(hostile(command))).not.toMatch(ACTS);
    expect(jsonDocument(hostile(command))).not.toMatch(ACTS);
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const printed = explainTextReporter(hostile(text)) + jsonDocument(hostile(text));
      expect(printed).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/u);
      expect(printed).not.toMatch(ACTS);
    }),
  );
});
