import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Line } from '../bundle/line.ts';
import { readFacts } from '../read-facts.ts';
import type { Command } from './capture.ts';
import { operationError } from './operation-error.ts';

const linesOf = (text: string): Line[] => text.split('\n').map((line, at) => ({ text: line, number: at + 1 }));

const read = (text: string) =>
  [
    ...operationError.parse(linesOf(text), {
      path: 'az.txt',
      head: [],
      fromPath: {},
      wanted: () => true,
      note: () => undefined,
      unreadLines: 0,
    }),
  ].map(({ fact }) => fact);

const recognize = (text: string, command?: Command) =>
  operationError.recognize(linesOf(text).slice(0, 12), { ...(command && { command }), fromPath: {} });

const AZ: Command = {
  text: 'az k8s-extension create',
  line: 1,
  program: 'az',
  verb: 'k8s-extension',
  names: ['create'],
};
const TIMEOUT =
  'The extension operation failed with the following error:  Unable to get a response from the agent in time.';
const HELM =
  'The extension operation failed with the following error:  Error: [ InnerError: [Helm installation failed : Unable to create/update Kubernetes resources for the extension : Recommendation Please check that there are no policies blocking the resource creation/update for the extension : InnerError [release azure-aks-backup failed, and has been uninstalled due to atomic being set: failed pre-install: job failed: BackoffLimitExceeded]]] occurred while doing the operation : [Create] on the config, For general troubleshooting visit: https://aka.ms/k8s-extensions-TSG';

describe('what az prints', () => {
  test('up to three times is one error', () => {
    const text = `(ExtensionOperationFailed) ${TIMEOUT}\nCode: ExtensionOperationFailed\nMessage: ${TIMEOUT}`;
    expect(read(text)).toEqual([
      {
        kind: 'operation-error',
        origin: { path: 'az.txt', line: 1, endLine: 1 },
        also: [{ path: 'az.txt', line: 2, endLine: 3 }],
        source: 'az',
        code: 'ExtensionOperationFailed',
        message: TIMEOUT,
        class: 'no-response',
      },
    ]);
  });

  test('is taken apart by the grammar of the service', () => {
    expect(read(`ERROR: (ExtensionOperationFailed) ${HELM}`)).toMatchObject([
      {
        code: 'ExtensionOperationFailed',
        category: 'Unable to create/update Kubernetes resources for the extension',
        advice: 'Please check that there are no policies blocking the resource creation/update for the extension',
        innerError:
          'release azure-aks-backup failed, and has been uninstalled due to atomic being set: failed pre-install: job failed: BackoffLimitExceeded',
        operation: 'Create',
        release: 'azure-aks-backup',
      },
    ]);
  });

  test('may go on in further lines while its brackets are open', () => {
    const text =
      '(ExtensionOperationFailed) The extension operation failed with the following error:  Error: [ InnerError: [Helm installation failed :  : InnerError [release x failed, and has been uninstalled due to atomic being set: failed post-install: 1 error occurred:\n\t* job azure-arc-containerstorage-ensure-config-objects-job failed: BackoffLimitExceeded\n\n]]] occurred while doing the operation : [Create] on the config\nCode: ExtensionOperationFailed';
    const [fact] = read(text);
    expect(fact).toMatchObject({ origin: { line: 1, endLine: 4 }, operation: 'Create', release: 'x' });
    expect(fact).toHaveProperty('innerError', expect.stringContaining('job failed: BackoffLimitExceeded'.slice(4)));
  });

  test('in the old grammar has a release and an inner error', () => {
    const text =
      "(ExtensionCreationFailed) Error: {failed to install chart from path [] for release [dapr-ext]: err [template: dapr/charts/dapr_sidecar_injector/templates/x.yaml:1:17: can't evaluate field enabled]} occurred while doing the operation : {Installing the extension} on the config";
    expect(read(text)).toMatchObject([
      {
        code: 'ExtensionCreationFailed',
        release: 'dapr-ext',
        innerError: "template: dapr/charts/dapr_sidecar_injector/templates/x.yaml:1:17: can't evaluate field enabled",
        operation: 'Create',
      },
    ]);
  });

  test('behind ERROR: alone has a message', () => {
    expect(read('ERROR: Unable to get a response from the agent in time')).toMatchObject([
      { message: 'Unable to get a response from the agent in time' },
    ]);
  });

  test('can tell of a failed call', () => {
    const text = `(HelmPullError) Unable to pull the chart: Error: failed to do request: Head "https://mcr.microsoft.com/v2/x": dial tcp 20.39.12.219:443: i/o timeout`;
    expect(read(text)).toMatchObject([{ transport: { class: 'timeout', host: 'mcr.microsoft.com', endpoint: 'mcr' } }]);
  });

  test('in the portal stands on one line', () => {
    expect(read(`Code: ExtensionOperationFailed Message: ${TIMEOUT}`)).toMatchObject([
      { code: 'ExtensionOperationFailed', message: TIMEOUT },
    ]);
  });
});

describe('what Azure Resource Manager answers', () => {
  const inner = { code: 'ExtensionOperationFailed', message: TIMEOUT };
  const nested = {
    status: 'Failed',
    error: {
      code: 'DeploymentFailed',
      message: 'At least one resource deployment operation failed.',
      details: [
        {
          code: 'ResourceDeploymentFailure',
          message: 'The resource operation completed with terminal provisioning state Failed.',
          details: [inner],
        },
      ],
    },
  };

  test.each([
    ['in one line', JSON.stringify(nested)],
    ['behind ERROR:', `ERROR: ${JSON.stringify(nested)}`],
    ['over several lines', JSON.stringify(nested, null, 2)],
    ['with its quotes escaped', JSON.stringify(nested).replace(/"/g, '\\"')],
    ['as a message in a message', JSON.stringify({ statusMessage: JSON.stringify(nested) })],
    ['behind words', `Deployment failed. Correlation ID: 0b1f6471. ${JSON.stringify(nested)}`],
    ['cut off', JSON.stringify(nested).slice(0, -6)],
  ])('%s is the innermost error', (_, text) => {
    const facts = read(text);
    expect(facts).toHaveLength(1);
    expect(facts[0]).toMatchObject({ kind: 'operation-error', source: 'arm', ...inner });
  });

  test('is found on its line', () => {
    const [fact] = read(JSON.stringify(nested, null, 2));
    expect(fact?.origin.line).toBeGreaterThan(8);
  });

  test('of az k8s-extension show is a status with a time', () => {
    const shown = {
      extensionType: 'Microsoft.Dapr',
      provisioningState: 'Failed',
      scope: { cluster: { releaseNamespace: 'dapr-system' } },
      statuses: [
        {
          code: 'InstallationFailed',
          displayStatus: null,
          level: 'Information',
          message: HELM,
          time: '2024-02-07T06:04:43.672Z',
        },
        { code: 'Installed', level: 'Information', message: 'Successfully installed the extension' },
      ],
    };
    expect(read(JSON.stringify(shown, null, 2))).toMatchObject([
      {
        code: 'InstallationFailed',
        extension: 'microsoft.dapr',
        namespace: 'dapr-system',
        time: '2024-02-07T06:04:43.672Z',
        operation: 'Create',
      },
    ]);
  });
});

test.each([
  [
    'a field of a document',
    `  "errorInfo": {\n    "code": "InstallationFailed",\n    "message": "${HELM}"\n  },`,
    { code: 'InstallationFailed', source: 'arm' },
  ],
  [
    'a list of a document',
    `"statuses": [\n  {\n    "code": "InstallationFailed",\n    "level": null,\n    "message": "${HELM}",\n    "time": null\n  }\n],`,
    { code: 'InstallationFailed', source: 'arm' },
  ],
  [
    'older Terraform without a box',
    `Error: creating Extension (Subscription: "0b1f6471"\nResource Group Name: "shop"\nExtension Name: "flux"): polling after Create: Code="ExtensionOperationFailed" Message="${HELM}"`,
    { code: 'ExtensionOperationFailed', source: 'terraform', origin: { line: 1, endLine: 3 } },
  ],
  [
    'PowerShell',
    `az : ERROR: (ExtensionOperationFailed) ${HELM}\nAt line:1 char:1\n+ az k8s-extension create --name x\n    + CategoryInfo          : NotSpecified: (ERROR: (Extensi...:String) [], RemoteException`,
    { code: 'ExtensionOperationFailed', source: 'az', origin: { line: 1, endLine: 1 } },
  ],
])('%s tells it as well', (_, text, says) => {
  expect(recognize(text)).toBe(3);
  expect(read(text)).toMatchObject([{ ...says, class: 'job-failed', release: 'azure-aks-backup' }]);
});

test('a terminal that broke its lines loses no word', () => {
  const text = `(ExtensionOperationFailed) ${HELM}`.replace(/.{80}/g, '$&\n');
  expect(read(text)).toMatchObject([
    { message: HELM, class: 'job-failed', category: 'Unable to create/update Kubernetes resources for the extension' },
  ]);
});

test('the command above it tells the extension, or the release', () => {
  const az = { ...AZ, text: 'az k8s-extension create --extension-type Microsoft.Dapr --release-namespace dapr-system' };
  const context = { path: 'az.txt', head: [], fromPath: {}, wanted: () => true, note: () => undefined, unreadLines: 0 };
  const facts = [
    ...operationError.parse(linesOf(`(ExtensionOperationFailed) ${TIMEOUT}`), { ...context, command: az }),
  ];
  expect(facts).toMatchObject([{ fact: { extension: 'microsoft.dapr', namespace: 'dapr-system' } }]);
});

test('Terraform draws a box around it', () => {
  const text = [
    '│ Error: creating Scoped Extension (Extension Name: "dapr"): polling after Create: polling failed: the Azure API returned the following error:',
    '│ ',
    '│ Status: "ExtensionOperationFailed"',
    '│ Code: ""',
    `│ Message: "${TIMEOUT}"`,
    '│ Activity Id: ""',
  ].join('\n');
  expect(read(text)).toMatchObject([
    { source: 'terraform', code: 'ExtensionOperationFailed', message: TIMEOUT, origin: { line: 3, endLine: 5 } },
  ]);
});

test('a table below it is not its own', () => {
  const lines = linesOf(`(ExtensionOperationFailed) ${TIMEOUT}`);
  expect(operationError.continues({ text: 'Code: ExtensionOperationFailed', number: 2 }, { lines })).toBe(true);
  expect(operationError.continues({ text: 'NAME   READY   STATUS', number: 2 }, { lines })).toBe(false);
  expect(
    operationError.continues({ text: 'kind regards', number: 3 }, { lines: [...lines, { text: '', number: 2 }] }),
  ).toBe(false);
});

const pieces = fc.constantFrom(
  '(ExtensionOperationFailed) ',
  'Code: ',
  'Message: ',
  '{',
  '}',
  '[',
  ']',
  '"code":',
  '"message":',
  '"',
  '\\"',
  '\n',
  'ERROR: ',
  'err [',
  'InnerError [',
  'Helm installation failed : ',
  ' : ',
  'Recommendation ',
  'x',
);
const texts = fc.oneof(
  fc.string(),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
);

test('no text makes it throw', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const fact of read(text)) expect(fact.origin.endLine).toBeGreaterThanOrEqual(fact.origin.line);
      expect([0, 1, 2, 3]).toContain(recognize(text));
    }),
  );
});

test.each([
  '{',
  '[',
  '"',
  '{"code":"Aaaa","message":"',
  '\\',
  '\\"',
  'InnerError [',
  'Helm installation failed : ',
  '(Aaaa) [',
  '{"a":',
  '\n',
  '[\n',
])('a long run of %j is read at once', (part) => {
  const started = performance.now();
  read(part.repeat(10_000));
  read(`(ExtensionOperationFailed) ${part.repeat(10_000)}`);
  read(`{"message":"${part.repeat(10_000)}`);
  expect(performance.now() - started).toBeLessThan(2_500);
});

test('the same words below commands about two releases are two errors', () => {
  const failed = 'Error: INSTALLATION FAILED: timed out waiting for the condition';
  const text = `$ helm install store x/store -n shop\n${failed}\n$ helm install web x/web -n shop\n${failed}\n`;
  const facts = readFacts(text, { path: 'session.txt' }).filter(({ kind }) => kind === 'operation-error');
  expect(facts).toMatchObject([{ release: 'store' }, { release: 'web' }]);
});
