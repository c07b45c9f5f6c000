import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../bundle/line.ts';
import { prose } from './prose.ts';

const linesOf = (text: string): Line[] => text.split('\n').map((line, at) => ({ text: line, number: at + 1 }));

const read = (text: string) =>
  [
    ...prose.parse(linesOf(text), {
      path: 'mail.txt',
      head: [],
      fromPath: {},
      wanted: () => false,
      note: () => undefined,
      unreadLines: 0,
    }),
  ].map(({ fact }) => fact);

test.each([
  'Unable to get a response from the agent in time',
  'we saw "unable to get response from the agent in time" again',
  'UNABLE TO GET A RESPONSE FROM THE AGENT IN TIME.',
])('the error of the operation: %s', (text) => {
  expect(read(`Hello,\n${text}`)).toEqual([
    { kind: 'operation-error', origin: { path: 'mail.txt', line: 2, endLine: 2 }, source: 'text', message: text },
  ]);
});

test('a sentence that was broken is found once, with both its lines', () => {
  expect(read('It ended with: Unable to get a response from\nthe agent in time. What now?')).toEqual([
    {
      kind: 'operation-error',
      origin: { path: 'mail.txt', line: 1, endLine: 2 },
      source: 'text',
      message: 'It ended with: Unable to get a response from the agent in time. What now?',
    },
  ]);
});

test('refused traffic is an entry of a log', () => {
  expect(
    read(
      'the log says Errorcode: 403, Message This traffic is not authorized., Target /x/configurations/getPendingConfigs',
    ),
  ).toMatchObject([{ kind: 'log-line', httpStatus: 403, endpoint: 'dataplane' }]);
  expect(read('Error code: 403\nMessage: This traffic is not authorized')).toMatchObject([
    { kind: 'log-line', httpStatus: 403, origin: { line: 1, endLine: 2 } },
  ]);
});

test('a failed call to a known endpoint is an entry of a log, any other is not', () => {
  expect(
    read('dial tcp: lookup eastus.dp.kubernetesconfiguration.azure.com on 10.0.0.10:53: no such host'),
  ).toMatchObject([{ kind: 'log-line', transport: { class: 'name-not-found', endpoint: 'dataplane' } }]);
  expect(read('dial tcp: lookup shop.contoso.example on 10.0.0.10:53: no such host')).toEqual([]);
});

test('what the scheduler says is an event', () => {
  const [fact] = read(
    '0/2 nodes are available: 2 node(s) had untolerated taint {CriticalAddonsOnly: true}. preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
  );
  expect(fact).toMatchObject({
    kind: 'event',
    reason: 'FailedScheduling',
    totalNodes: 2,
    reasons: [{ taint: 'CriticalAddonsOnly=true', everyNode: true }],
  });
});

test('what the scheduler says may go on in the next line', () => {
  expect(read('0/2 nodes are available: 2 node(s) had\nuntolerated taint {CriticalAddonsOnly: true}.')).toMatchObject([
    { reasons: [{ taint: 'CriticalAddonsOnly=true' }] },
  ]);
});

test.each([
  'The agent did not respond in time.',
  'All traffic is authorized.',
  'Nodes are available.',
  "impossibile ottenere una risposta dall'agente in tempo",
  '',
])('nothing is read from: %s', (text) => {
  expect(read(text)).toEqual([]);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => read(text).length <= 10 * text.split('\n').length));
});

test.each(['unable to get ', 'error code: 403 ', '0/2 nodes ', 'dial tcp ', ' '])(
  'a long run of %j is read at once',
  (part) => {
    const started = performance.now();
    read(part.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  },
);
