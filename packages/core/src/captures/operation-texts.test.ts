import { describe, expect, test } from 'vitest';
import type { OperationErrorFact } from '../facts/fact.ts';
import { readFacts } from '../read-facts.ts';
import { CHART_TEXTS } from './chart-texts.test.data.ts';
import { RELEASE_TEXTS, type OperationText } from './release-texts.test.data.ts';

const OPERATION_TEXTS = [...RELEASE_TEXTS, ...CHART_TEXTS];

const errorsIn = (text: string): readonly OperationErrorFact[] =>
  readFacts(text, { path: 'capture.txt' }).filter((fact) => fact.kind === 'operation-error');

const NEW = (inner: string, category = ''): string =>
  `The extension operation failed with the following error:  Error: [ InnerError: [Helm installation failed : ${category} : Recommendation Please check that there are no policies blocking it, or insufficient resources. Timed out waiting for the condition is no reason. See https://aka.ms/helm : InnerError [${inner}]]] occurred while doing the operation : [Create] on the config, For general troubleshooting visit: https://aka.ms/k8s-extensions-TSG, For more application specific troubleshooting visit: Troubleshooting: https://aka.ms/arcmltsg.`;
const OLD = (inner: string): string =>
  `Error: {failed to install chart from path [] for release [dapr-old]: err [${inner}]} occurred while doing the operation : {Installing the extension} on the config`;

const CODE = 'ExtensionOperationFailed';
const az = (message: string): string => `(${CODE}) ${message}\nCode: ${CODE}\nMessage: ${message}`;
const armJson = (message: string): object => ({
  status: 'Failed',
  error: {
    code: 'DeploymentFailed',
    message: 'At least one resource deployment operation failed.',
    details: [{ code: 'ResourceOperationFailure', message: 'Failed', details: [{ code: CODE, message }] }],
  },
});
const record = (message: string, agent = 'ExtensionController microsoft.dapr:1.14.4-msft.5'): string =>
  JSON.stringify({
    Message: message,
    LogType: 'ConfigAgentTrace',
    LogLevel: 'Information',
    Location: 'eastus',
    AgentName: agent,
    AgentVersion: '1.20.1',
    AgentTimestamp: '2024/02/07 06:04:43.672',
  });
const dump = (message: string): string =>
  record(
    `The payload for configuration : {{"configurationId":"extension:dapr","extensionType":"microsoft.dapr","status":${JSON.stringify(JSON.stringify({ error: JSON.stringify({ message }), state: 'Failed' }))}}} failed with error {<nil>}`,
    'ConfigAgent',
  );

/** Breaks a text at blanks, as Terraform does. */
const wrapped = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let rest = line;
    while (rest.length > width) {
      const at = rest.lastIndexOf(' ', width);
      if (at <= 0) break;
      lines.push(rest.slice(0, at));
      rest = rest.slice(at + 1);
    }
    return [...lines, rest];
  });
const terraform = (message: string): string =>
  [
    '╷',
    ...wrapped(
      `Error: creating Scoped Extension (Scope: "/subscriptions/0b1f6471/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/shop"\nExtension Name: "dapr"): polling after Create: polling failed: the Azure API returned the following error:\n\nStatus: "Failed"\nCode: "${CODE}"\nMessage: ${JSON.stringify(message)}\nActivity Id: ""\n\n---\n\nAPI Response:\n\n----[start]----\n${JSON.stringify({ name: '0b1f', status: 'Failed', error: { code: CODE, message } })}\n-----[end]-----\n\n\n  with azurerm_kubernetes_cluster_extension.dapr,\n  on main.tf line 12, in resource "azurerm_kubernetes_cluster_extension" "dapr":\n  12: resource "azurerm_kubernetes_cluster_extension" "dapr" {`,
      100,
    ).map((line) => `│ ${line}`),
    '╵',
  ].join('\n');
const provider = (message: string): string =>
  ['╷', ...wrapped(`Error: ${message}`, 78).map((line) => `│ ${line}`), '│ ', '│   with helm_release.dapr,', '╵'].join(
    '\n',
  );

const WRAPPERS: readonly (readonly [string, (inner: string) => string])[] = [
  ['Helm', (inner) => `Error: INSTALLATION FAILED: ${inner}`],
  [
    'Helm with --debug',
    (inner) =>
      `Error: INSTALLATION FAILED: ${inner}\nhelm.go:84: [debug] ${inner}\nINSTALLATION FAILED\nmain.newInstallCmd.func2\n\thelm.sh/helm/v3/cmd/helm/install.go:127`,
  ],
  ['az', (inner) => az(NEW(inner))],
  ['az in the old grammar', (inner) => az(OLD(inner))],
  ['a deployment', (inner) => JSON.stringify(armJson(NEW(inner)), null, 2)],
  ['a deployment in a text', (inner) => JSON.stringify({ statusMessage: JSON.stringify(armJson(NEW(inner))) })],
  ['a deployment with escaped quotes', (inner) => JSON.stringify(armJson(OLD(inner))).replace(/["\\]/g, '\\$&')],
  ['an entry of the operator', (inner) => record(NEW(inner))],
  [
    'an entry that says it bare',
    (inner) => record(`2024/02/07 06:04:43 Helm installation failed : InnerError [${inner}]`),
  ],
  ['a report of the agent', (inner) => dump(OLD(inner))],
  ['Terraform', (inner) => terraform(NEW(inner))],
  ['Helm before 3.7 below its command', (inner) => `$ helm install --wait dapr dapr/dapr\nError: ${inner}`],
  ['the Helm provider of Terraform without more', (inner) => provider(inner)],
  ['the Helm provider of Terraform', (inner) => provider(`INSTALLATION FAILED: ${inner}`)],
];

const asked = ({ text, says }: OperationText, fact: OperationErrorFact | undefined): object => {
  const { release, namespace, ...rest } = says;
  const own = /for release \[dapr-old\]/.test(fact?.message ?? '');
  return {
    ...rest,
    ...(own || release === undefined ? {} : { release }),
    ...(namespace === undefined ? {} : { namespace }),
    text,
  };
};

describe.each(WRAPPERS)('%s says once what failed', (_, wrap) => {
  test.each(OPERATION_TEXTS.map((known) => [known.text, known] as const))('%s', (inner, known) => {
    const facts = errorsIn(wrap(inner));
    expect(facts.map((fact) => fact.class)).toEqual([known.says.class]);
    expect({ ...facts[0], text: inner }).toMatchObject(asked(known, facts[0]));
    expect(facts[0]?.quoted).toBeUndefined();
  });
});
