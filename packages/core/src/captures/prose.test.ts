import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../bundle/line.ts';
import { CHART_TEXTS } from './chart-texts.test.data.ts';
import { prose } from './prose.ts';
import { RELEASE_TEXTS } from './release-texts.test.data.ts';
import { MAY_TELL_OPERATION, OPERATION_SENTENCE } from './text/operation-class.ts';

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
    {
      kind: 'operation-error',
      origin: { path: 'mail.txt', line: 2, endLine: 2 },
      source: 'text',
      message: text,
      class: 'no-response',
    },
  ]);
});

test('a sentence that was broken is found once, with both its lines', () => {
  expect(read('It ended with: Unable to get a response from\nthe agent in time. What now?')).toEqual([
    {
      kind: 'operation-error',
      origin: { path: 'mail.txt', line: 1, endLine: 2 },
      source: 'text',
      message: 'It ended with: Unable to get a response from the agent in time. What now?',
      class: 'no-response',
    },
  ]);
});

test.each([
  ["Errore: impossibile ottenere una risposta dall'agente in tempo", 'no-response'],
  ['processo non riuscito: BackoffLimitExceeded', 'job-failed'],
  ['Timeout in attesa che la risorsa arrivi a uno stato pronto/completato.', 'not-ready'],
  ["Errore: timeout in attesa dell'idoneità delle risorse", 'not-ready'],
  ["Impossibile scaricare il grafico Helm dall'URL del repository", 'chart-download'],
  ['Errore: il rendering del grafico Helm non è riuscito con i valori specificati', 'chart-rendering'],
  ['La risorsa esiste già nel cluster', 'resource-exists'],
  ["Errore: l'operazione è già in corso per Helm", 'operation-in-progress'],
  ['Error: Timed out waiting for resource readiness', 'not-ready'],
  ['Unable to download the Helm chart from the repo URL', 'chart-download'],
  ['Helm chart rendering failed with given values', 'chart-rendering'],
  ['Resource already exists in your cluster', 'resource-exists'],
  ['Operation is already in progress for Helm', 'operation-in-progress'],
  ['the portal says Helm installation failed : InnerError [job failed: BackoffLimitExceeded] since noon', 'job-failed'],
  ['"timed out waiting for the condition"', 'not-ready'],
  ['helm gave up: timed out waiting for the condition', 'not-ready'],
])('an error as the document or a person tells it: %s', (text, told) => {
  expect(read(`Hello,\n${text}\nwhat now?`)).toMatchObject([
    { kind: 'operation-error', source: 'text', class: told, origin: { line: 2 } },
  ]);
});

test('a wait that somebody copied names what is not ready, and nothing has failed', () => {
  const [fact, ...others] = read(
    'ready.go:277: [debug] Deployment is not ready: dapr-system/dapr-operator. 0 out of 1 expected pods are ready',
  );
  expect(others).toEqual([]);
  expect(fact).toMatchObject({
    kind: 'operation-error',
    notReady: [{ kind: 'Deployment', namespace: 'dapr-system', name: 'dapr-operator' }],
  });
  expect(fact).not.toHaveProperty('class');
});

test('every sentence holds a word that is looked for first', () => {
  for (const { text } of [...RELEASE_TEXTS, ...CHART_TEXTS])
    if (OPERATION_SENTENCE.test(text)) expect(text).toMatch(MAY_TELL_OPERATION);
});

test('an error in a mail goes on below while its brackets are open', () => {
  const [fact, ...others] = read(
    'It said The extension operation failed with the following error: Error: [ InnerError:\n[Helm installation failed : Unable to render the Helm chart with the provided config\nsettings : Recommendation Please check : InnerError [execution error at\n(dapr/templates/x.yaml:3:4): key is required]]] occurred while doing the operation :\n[Create] on the config.\nRegards',
  );
  expect(others).toEqual([]);
  expect(fact).toMatchObject({
    class: 'chart-rendering',
    origin: { line: 1, endLine: 4 },
    template: { file: 'dapr/templates/x.yaml', line: 3, reason: 'key is required' },
  });
});

test('refused traffic in the words of the document is an entry of a log', () => {
  expect(read('una voce "Codice errore: 403, Messaggio Questo traffico non è autorizzato" nei log')).toMatchObject([
    { kind: 'log-line', httpStatus: 403 },
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
  'The deployment timed out while I was waiting for the condition of my boss to get better.',
  'MountVolume.SetUp failed for volume "certs" : failed to sync secret cache: timed out waiting for the condition',
  'Operation returned an invalid status code: Conflict',
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
