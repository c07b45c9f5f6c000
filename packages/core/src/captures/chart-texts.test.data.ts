import type { OperationText } from './release-texts.test.data.ts';

const POSITION = { file: 'dapr/templates/_helpers.tpl', line: 12, column: 14 };

/** What Helm of any version prints of a chart that it cannot have or render, and what it means. */
export const CHART_TEXTS: readonly OperationText[] = [
  {
    text: 'execution error at (dapr/templates/_helpers.tpl:12:14): A value for .Values.global.key is required',
    says: {
      class: 'chart-rendering',
      chart: 'dapr',
      template: {
        ...POSITION,
        expression: '.Values.global.key',
        reason: 'A value for .Values.global.key is required',
      },
    },
  },
  {
    text: 'parse error at (dapr/templates/_helpers.tpl:12): function "fromYml" not defined',
    says: {
      class: 'chart-rendering',
      template: { file: 'dapr/templates/_helpers.tpl', line: 12, reason: 'function "fromYml" not defined' },
    },
  },
  {
    text: 'execution error in (dapr/templates/NOTES.txt): exit',
    says: { class: 'chart-rendering', template: { file: 'dapr/templates/NOTES.txt', reason: 'exit' } },
  },
  { text: 'rendering template failed: boom', says: { class: 'chart-rendering', template: { reason: 'boom' } } },
  ...[
    "can't evaluate field enabled in type interface {}",
    'nil pointer evaluating interface {}.enabled',
    'wrong type for value; expected string; got map[string]interface {}',
    'error calling index: index of untyped nil',
    'map has no entry for key "enabled"',
    "range can't iterate over 5",
  ].map((reason): OperationText => ({
    text: `template: dapr/templates/_helpers.tpl:12:14: executing "dapr.labels" at <.Values.global.ha.enabled>: ${reason}`,
    says: {
      class: 'chart-rendering',
      chart: 'dapr',
      template: { ...POSITION, expression: '.Values.global.ha.enabled', reason },
    },
  })),
  {
    text: 'template: dapr/templates/operator.yaml:2:17: executing "dapr/templates/operator.yaml" at <include "dapr.labels" .>: error calling include: template: dapr/templates/_helpers.tpl:12:14: executing "dapr.labels" at <.Values.global.ha.enabled>: nil pointer evaluating interface {}.enabled',
    says: {
      class: 'chart-rendering',
      template: {
        ...POSITION,
        expression: '.Values.global.ha.enabled',
        reason: 'nil pointer evaluating interface {}.enabled',
      },
    },
  },
  {
    text: 'render error in "apm-server/templates/ingress.yaml": template: apm-server/templates/ingress.yaml:2:17: executing "apm-server/templates/ingress.yaml" at <include "fullname" .>: error calling include: template: no template "fullname" associated with template "gotpl"',
    says: {
      class: 'chart-rendering',
      chart: 'apm-server',
      template: {
        file: 'apm-server/templates/ingress.yaml',
        line: 2,
        column: 17,
        expression: 'include "fullname" .',
        reason: 'error calling include: template: no template "fullname" associated with template "gotpl"',
      },
    },
  },
  {
    text: 'dapr/templates/operator.yaml:2:17\n  executing "dapr/templates/operator.yaml" at <include "dapr.labels" .>:\n    error calling include:\ndapr/templates/_helpers.tpl:12:14\n  executing "dapr.labels" at <.Values.global.ha.enabled>:\n    nil pointer evaluating interface {}.enabled',
    says: {
      class: 'chart-rendering',
      chart: 'dapr',
      template: {
        ...POSITION,
        expression: '.Values.global.ha.enabled',
        reason: 'nil pointer evaluating interface {}.enabled',
      },
    },
  },
  {
    text: 'YAML parse error on dapr/templates/operator.yaml: error converting YAML to JSON: yaml: line 7: did not find expected key',
    says: {
      class: 'chart-rendering',
      template: {
        file: 'dapr/templates/operator.yaml',
        reason: 'error converting YAML to JSON: yaml: line 7: did not find expected key',
      },
    },
  },
  {
    text: 'unable to build kubernetes objects from release manifest: error validating "": error validating data: unknown object type "nil" in Secret.data.key',
    says: {
      class: 'chart-rendering',
      template: { reason: 'error validating "": error validating data: unknown object type "nil" in Secret.data.key' },
    },
  },
  {
    text: "values don't meet the specifications of the schema(s) in the following chart(s):\ndapr:\n- (root): logLevel is required\n- global.replicas: Invalid type. Expected: integer, given: string\n",
    says: {
      class: 'chart-rendering',
      chart: 'dapr',
      template: {
        expression: '.Values.logLevel',
        reason: '(root): logLevel is required; global.replicas: Invalid type. Expected: integer, given: string',
      },
    },
  },
  {
    text: "values don't meet the specifications of the schema(s) in the following chart(s):\ndapr:\n- at '/global/replicas': got string, want integer\n",
    says: {
      class: 'chart-rendering',
      chart: 'dapr',
      template: {
        expression: '.Values.global.replicas',
        reason: "at '/global/replicas': got string, want integer",
      },
    },
  },
  { text: 'unable to validate schema: invalid character', says: { class: 'chart-rendering' } },
  {
    text: 'looks like "https://charts.contoso.example/incubator" is not a valid chart repository or cannot be reached: Get "https://charts.contoso.example/incubator/index.yaml": x509: certificate signed by unknown authority',
    says: {
      class: 'chart-download',
      chart: 'https://charts.contoso.example/incubator',
      transport: { class: 'tls-inspection', host: 'charts.contoso.example', endpoint: 'other' },
    },
  },
  {
    text: 'looks like "https://charts.contoso.example" is not a valid chart repository or cannot be reached: Get "https://charts.contoso.example/index.yaml": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    says: { class: 'chart-download', chart: 'https://charts.contoso.example' },
  },
  {
    text: 'failed to fetch https://charts.contoso.example/dapr-1.14.tgz : 404 Not Found',
    says: { class: 'chart-download', chart: 'https://charts.contoso.example/dapr-1.14.tgz', httpStatus: 404 },
  },
  {
    text: 'failed to download "contoso/dapr" (hint: running `helm repo update` may help)',
    says: { class: 'chart-download', chart: 'contoso/dapr' },
  },
  {
    text: 'failed to download "contoso/dapr" at version "1.14.4"',
    says: { class: 'chart-download', chart: 'contoso/dapr', chartVersion: '1.14.4' },
  },
  {
    text: 'chart "dapr" matching 9.9.9 not found in contoso index. (try \'helm repo update\'): no chart version found for dapr-9.9.9',
    says: { class: 'chart-download', chart: 'dapr', chartVersion: '9.9.9' },
  },
  { text: 'dapr not found in contoso repository', says: { class: 'chart-download', chart: 'dapr' } },
  {
    text: 'failed to do request: Head "https://mcr.microsoft.com/v2/dapr/charts/dapr/manifests/1.14.4": dial tcp 20.39.12.219:443: i/o timeout',
    says: {
      class: 'chart-download',
      chart: 'mcr.microsoft.com/dapr/charts/dapr',
      chartVersion: '1.14.4',
      transport: { class: 'timeout', host: 'mcr.microsoft.com', address: '20.39.12.219', endpoint: 'mcr' },
    },
  },
  {
    text: 'unexpected status from HEAD request to https://contoso.azurecr.io/v2/charts/dapr/manifests/1.14.4: 401 Unauthorized',
    says: {
      class: 'chart-download',
      chart: 'contoso.azurecr.io/charts/dapr',
      chartVersion: '1.14.4',
      httpStatus: 401,
    },
  },
  {
    text: 'failed to authorize: failed to fetch anonymous token: unexpected status from GET request to https://contoso.azurecr.io/oauth2/token?scope=repository%3Adapr%3Apull: 401 Unauthorized',
    says: { class: 'chart-download', httpStatus: 401 },
  },
  {
    text: 'mcr.microsoft.com/oss/azure/secrets-store/stable/provider-azure-arc:1.4.0: not found',
    says: {
      class: 'chart-download',
      chart: 'mcr.microsoft.com/oss/azure/secrets-store/stable/provider-azure-arc',
      chartVersion: '1.4.0',
    },
  },
];
