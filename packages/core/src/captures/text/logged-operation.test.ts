import { describe, expect, test } from 'vitest';
import { createLineFilter } from '../../filter/line-filter.ts';
import { wantedTexts } from '../../rules/wanted-texts.ts';
import type { Rule } from '../../rules/rule.ts';
import { CHART_TEXTS } from '../chart-texts.test.data.ts';
import { kubectlLogs } from '../kubectl-logs.ts';
import { parseSample } from '../parse-sample.test.kit.ts';
import { RELEASE_TEXTS } from '../release-texts.test.data.ts';
import { DERIVED_LITERALS } from './derived-literals.ts';
import { OPERATION_LITERALS } from './logged-operation.ts';

const TEXTS = [...RELEASE_TEXTS, ...CHART_TEXTS].map(({ text }) => text);

const record = (Message: string, AgentName: string): string =>
  JSON.stringify({ Message, LogType: 'ConfigAgentTrace', LogLevel: 'Information', AgentName });
const OPERATOR = 'ExtensionController microsoft.dapr:1.14.4-msft.5';

const read = (text: string) => parseSample(kubectlLogs, text).facts;
const errorsIn = (text: string) => read(text).filter(({ kind }) => kind === 'operation-error');

const rule = (is: object) =>
  ({ id: 'shop/down', appears: [{ 'operation-error': { is } }], causes: [] }) as unknown as Rule;
const wanted = (is: object) =>
  createLineFilter(
    wantedTexts([{ name: 'shop', version: '1.0.0', hash: '0', rules: [rule(is)], texts: {} }], DERIVED_LITERALS),
  ).holds;

describe('an entry that tells of a failed operation is wanted by a rule that asks for', () => {
  test.each([
    [{ class: ['not-ready', 'job-failed'] }],
    [{ notReady: { name: '{name}' } }],
    [{ conflicts: { kind: '{kind}' } }],
    [{ 'template.file': '{file}' }],
    [{ innerError: { contains: 'chart path not found' } }],
    [{ release: '{release}' }],
  ])('%j', (is) => {
    const matters = wanted(is);
    for (const text of TEXTS) {
      expect(matters(record(text, OPERATOR))).toBe(true);
      expect(matters(record(`Helm installation failed : InnerError [${text}]`, 'Other'))).toBe(true);
      expect(
        matters(JSON.stringify({ log: record(`release dapr failed, and has been uninstalled: ${text}`, 'X') })),
      ).toBe(true);
    }
    expect(matters('{"msg":"MountVolume.SetUp failed: timed out waiting for the condition"}')).toBe(false);
  });
});

test('every literal is long enough to be looked for', () => {
  expect(OPERATION_LITERALS.filter(({ length }) => length < 7)).toEqual([]);
});

test('the extension comes from the agent, the time from the record', () => {
  const line = record('Helm installation failed : InnerError [job failed: BackoffLimitExceeded]', OPERATOR).replace(
    '}',
    ',"AgentTimestamp":"2024/02/07 06:04:43.672"}',
  );
  expect(errorsIn(line)).toMatchObject([
    {
      source: 'extension-operator',
      extension: 'microsoft.dapr',
      time: '2024-02-07T06:04:43.672Z',
      class: 'job-failed',
      innerError: 'job failed: BackoffLimitExceeded',
    },
  ]);
});

test('while it waits, the operator says what is not ready, and nothing has failed', () => {
  const [fact] = errorsIn(
    record(
      '2024/02/07 06:04:43 StatefulSet is not ready: dapr-system/dapr-scheduler-server. 0 out of 3 expected pods are ready',
      OPERATOR,
    ),
  );
  expect(fact).toMatchObject({
    notReady: [
      {
        kind: 'StatefulSet',
        namespace: 'dapr-system',
        name: 'dapr-scheduler-server',
        message: '0 out of 3 expected pods are ready',
      },
    ],
  });
  expect(fact).not.toHaveProperty('class');
});

test('a report that was escaped at any depth tells the error once, to its own end', () => {
  const error =
    'Error: {failed to install chart from path [] for release [dapr-1]: err [template: dapr/templates/x.yaml:1:17: executing "dapr/templates/x.yaml" at <.Values.global.ha.enabled>: can\'t evaluate field enabled in type interface {}]} occurred while doing the operation : {Installing the extension} on the config';
  let dump: string = error;
  for (let depth = 0; depth < 4; depth++) dump = JSON.stringify({ message: dump, state: 'Failed' });
  expect(
    errorsIn(record(`The payload for configuration : {${dump}} failed with error {<nil>}`, 'ConfigAgent')),
  ).toMatchObject([
    {
      source: 'extension-operator',
      message: error,
      class: 'chart-rendering',
      release: 'dapr-1',
      template: {
        expression: '.Values.global.ha.enabled',
        reason: "can't evaluate field enabled in type interface {}",
      },
    },
  ]);
});

test('what another controller runs Helm for is told by its words', () => {
  const line =
    '{"level":"error","ts":"2024-02-07T06:04:43.672Z","msg":"Reconciler error","error":"Helm install failed for release shop/podinfo with chart podinfo@6.5.0: context deadline exceeded"}';
  expect(errorsIn(line)).toMatchObject([
    {
      source: 'helm',
      class: 'not-ready',
      release: 'podinfo',
      namespace: 'shop',
      innerError: 'context deadline exceeded',
    },
  ]);
});

test.each([
  [
    'MountVolume.SetUp failed for volume "x" : failed to sync secret cache: timed out waiting for the condition',
    'Kubelet',
  ],
  ['error retrieving resource lock: context deadline exceeded', 'Elector'],
  ['Successfully installed the extension', OPERATOR],
  ['GET configurations returned response code {200}', 'ConfigAgent'],
  ['The payload for configuration : {{"state":"Installed"}} failed with error {<nil>}', 'ConfigAgent'],
  ['pods "web-0" already exists', 'Other'],
])('%s tells of no operation', (message, agent) => {
  expect(errorsIn(record(message, agent))).toEqual([]);
  expect(errorsIn(`2024-02-07T06:04:43Z ${message}`)).toEqual([]);
});
