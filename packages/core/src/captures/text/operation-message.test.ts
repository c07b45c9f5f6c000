import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHART_TEXTS } from '../chart-texts.test.data.ts';
import { RELEASE_TEXTS } from '../release-texts.test.data.ts';
import { readOperationMessage } from './operation-message.ts';

const service = (category: string, advice: string, inner: string): string =>
  `The extension operation failed with the following error:  Error: [ InnerError: [Helm installation failed : ${category} :${advice} InnerError [${inner}]]] occurred while doing the operation : [Update] on the config, For general troubleshooting visit: https://aka.ms/k8s-extensions-TSG, For more application specific troubleshooting visit: https://aka.ms/arcmltsg.`;

describe('a message of the extension service', () => {
  test('has a category, an advice and an inner error', () => {
    const message = service(
      'Unable to create/update Kubernetes resources for the extension',
      ' Recommendation Please check that there are no policies blocking it :',
      'pod healthcheck failed',
    );
    expect(readOperationMessage(message)).toEqual({
      class: 'other',
      category: 'Unable to create/update Kubernetes resources for the extension',
      advice: 'Please check that there are no policies blocking it',
      innerError: 'pod healthcheck failed',
      operation: 'Update',
    });
  });

  test('may have an empty category and no advice', () => {
    expect(readOperationMessage(service(' ', '', 'job failed: BackoffLimitExceeded'))).toEqual({
      class: 'job-failed',
      jobReason: 'BackoffLimitExceeded',
      innerError: 'job failed: BackoffLimitExceeded',
      operation: 'Update',
    });
  });

  test.each([
    ['Deployment is not ready: flux-system/fluxconfig-agent. 0 out of 1 expected pods are ready', 'Deployment'],
    [' Last resource not ready was flux-system/fluxconfig-agent', undefined],
    [' [Last resource not ready was flux-system/fluxconfig-agent]', undefined],
  ])('may name what was not ready behind its category: %s', (last, kind) => {
    const state = 'Timed out waiting for the resource to come to a ready/completed state';
    const inner =
      'release flux failed, and has been uninstalled due to atomic being set: timed out waiting for the condition';
    expect(
      readOperationMessage(service(`${state}${last}`, ' Recommendation Please contact Microsoft support :', inner)),
    ).toMatchObject({
      class: 'not-ready',
      category: state,
      release: 'flux',
      notReady: [{ namespace: 'flux-system', name: 'fluxconfig-agent', ...(kind && { kind }) }],
    });
  });

  test.each([
    ['Resource already existing in your cluster', 'resource-exists'],
    ['Timed out waiting for the resource to come to a ready/completed state', 'not-ready'],
    [
      'Unable to render the Helm chart with the provided config settings and config protected settings',
      'chart-rendering',
    ],
    ['Unable to download the Helm chart from the repo url', 'chart-download'],
    ['Unable to create/update Kubernetes resources for the extension', 'other'],
    ['', 'other'],
  ])('whose inner error is unknown is told by its category: %s', (category, told) => {
    expect(readOperationMessage(service(category, '', 'something new')).class).toBe(told);
  });

  test.each([
    'Timed out waiting for the resource to come to a ready/completed state',
    'Unable to render the Helm chart with the provided config settings and config protected settings',
    'Unable to download the Helm chart from the repo url',
    'Resource already existing in your cluster',
  ])('whose inner error is known is told by it, not by its category: %s', (category) => {
    for (const { text, says } of [...RELEASE_TEXTS, ...CHART_TEXTS]) {
      if (WEAK.test(text)) continue;
      expect([text, readOperationMessage(service(category, '', text)).class]).toEqual([text, says.class]);
    }
  });

  test('is never told by its advice', () => {
    const texts = [...RELEASE_TEXTS, ...CHART_TEXTS].map(({ text }) => text.replace(/InnerError \[/g, ''));
    for (const text of texts) {
      const read = readOperationMessage(service('', ` Recommendation ${text} :`, 'something new'));
      const { advice, ...rest } = read;
      expect(rest).toEqual({ class: 'other', innerError: 'something new', operation: 'Update' });
      expect(advice).toBeDefined();
    }
  });
});

/** Said of no operation in particular: a wait, or a call that failed, is told by what stands around it. */
const WEAK =
  /^(?:(?:timed?|context|client rate).*|.*(?:https:\/\/(?!charts)|timed out waiting for the condition|: not found).*|unable to build.*no matches.*\n.*)$/;

test.each([
  ['Failed to resolve the extension version from the given values.', undefined, 'other'],
  ['Extension type microsoft.dapr is not registered in region eastus.', 'ExtensionTypeRegistrationGetFailed', 'other'],
  ['Unable to update the resource because of a conflicting operation in progress.', 'UpdateFailed', 'conflict'],
  ['Operation returned an invalid status code: Conflict', undefined, 'conflict'],
  ['The agent pool is being updated', 'OperationNotAllowed', 'conflict'],
  ['Another operation is in progress on this resource', 'Conflict', 'conflict'],
  [
    'Post "https://shop.example": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    undefined,
    'other',
  ],
  ['helm: rpc error: code = DeadlineExceeded desc = context deadline exceeded', undefined, 'other'],
  ['installing: timed out waiting for the condition on deployments/web', undefined, 'other'],
  ['The virtual machine did not start: context deadline exceeded', 'VMExtensionProvisioningError', 'other'],
  ['read configmap arcml-healthcheck, code E40002 INSUFFICIENT_NODE', undefined, 'other'],
  ['A resource with the ID "/subscriptions/x" already exists - to be managed via Terraform', undefined, 'other'],
  ['Helm installation failed: context deadline exceeded', 'ExtensionOperationFailed', 'not-ready'],
  ['Unable to get a response from the agent in time', undefined, 'no-response'],
  ['failed in download the Chart path not found', undefined, 'chart-download'],
  [
    'Unable to pull cluster-diagnostic-checks helm chart from the registry \'mcr.microsoft.com/azurearck8s/helmchart/stable/clusterdiagnosticchecks:0.1.2\': Error: failed to do request: Head "https://mcr.microsoft.com/v2/x": dial tcp 20.1.2.219:443: i/o timeout',
    undefined,
    'chart-download',
  ],
])('%s (%s): %s', (message, code, told) => {
  expect(readOperationMessage(message, { code }).class).toBe(told);
});

test('the install error counts, not that of the removal behind it', () => {
  const text =
    'an error occurred while uninstalling the release. original install error: failed pre-install: timed out waiting for the resource to come to a ready state: uninstall: "dapr" has no deployed releases';
  expect(readOperationMessage(text).class).toBe('not-ready');
});

test('several conflicts are all told, the same one once', () => {
  const one = (name: string): string =>
    `ClusterRole "${name}" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "dapr-ext": current value is "${name}-owner"`;
  const { conflicts } = readOperationMessage(`Unable to continue with install: ${one('a')}\n${one('b')}\n${one('a')}`);
  expect(conflicts).toEqual([
    { kind: 'ClusterRole', name: 'a', wantedRelease: 'dapr-ext', currentRelease: 'a-owner' },
    { kind: 'ClusterRole', name: 'b', wantedRelease: 'dapr-ext', currentRelease: 'b-owner' },
  ]);
});

test('the address to read more is no host that was called', () => {
  const message = service(
    'Unable to download the Helm chart from the repo url',
    ' Recommendation See https://aka.ms/x :',
    'dial tcp: lookup mcr.microsoft.com on 10.0.0.10:53: no such host',
  );
  expect(readOperationMessage(message).transport).toMatchObject({ class: 'name-not-found', host: 'mcr.microsoft.com' });
});

const SAMPLES = [...RELEASE_TEXTS, ...CHART_TEXTS].map(({ text }) => text);
const words = fc.constantFrom(
  ...SAMPLES.flatMap((text) => text.split(/(?<=[ :"[\]])/)),
  '[',
  ']',
  '{',
  '"',
  '\\"',
  '\n',
);

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
      ),
      (text) => {
        expect(readOperationMessage(text).class).toBeDefined();
        expect(readOperationMessage(service('', '', text)).class).toBeDefined();
      },
    ),
  );
});

test('takes time in proportion to the text', () => {
  const started = performance.now();
  const parts = [
    ...SAMPLES,
    ...new Set(SAMPLES.flatMap((text) => text.split(' '))),
    'a',
    'a.',
    'a/',
    ':1',
    '"',
    's "',
    'Helm installation failed : Recommendation ',
  ];
  for (const part of parts.filter((one) => one !== ''))
    readOperationMessage(part.repeat(Math.ceil(40_000 / part.length)));
  expect((performance.now() - started) / parts.length).toBeLessThan(60);
});
