import { expect, test } from 'vitest';
import { noResponse, report } from './example-report.test.data.ts';
import { sarifReporter } from './sarif.ts';

const runOf = (finding: Partial<typeof noResponse> = {}) =>
  JSON.parse(sarifReporter({ ...report, findings: [{ ...noResponse, ...finding }] })).runs[0];

test('a finding is a result at the lines that show it, with its causes beside', () => {
  const [result] = runOf().results;
  expect(result).toMatchObject({
    ruleId: 'aks-extensions/agent-no-response',
    ruleIndex: 0,
    kind: 'fail',
    level: 'error',
    partialFingerprints: { 'refertoFinding/v1': '5f2c' },
  });
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'az.txt', uriBaseId: 'BUNDLE' },
    region: { startLine: 3, endLine: 3, snippet: { text: 'Unable to get a response from the agent in time' } },
  });
  expect(result.message.text).toBe(
    'Unable to get a response from the agent in time. Of region eastus. confirmed: traffic-not-authorized, ' +
      'Calls from eastus arrive through a private endpoint and are refused.',
  );
  expect(result.relatedLocations.map(({ message }: { message: { text: string } }) => message.text)).toEqual([
    'speaks for traffic-not-authorized',
    'speaks for traffic-not-authorized',
    'speaks against egress-blocked',
  ]);
});

test.each([
  [{ severity: 'error' }, 'fail', 'error'],
  [{ severity: 'warning' }, 'fail', 'warning'],
  [{ severity: 'info' }, 'fail', 'note'],
  [{ severity: 'error', status: 'resolved' }, 'pass', 'none'],
] as const)('%j is of kind %s and level %s', (finding, kind, level) => {
  expect(runOf(finding).results[0]).toMatchObject({ kind, level });
});

test('what could not be judged or read is a notification, not a result', () => {
  const [invocation] = runOf().invocations;
  expect(invocation.executionSuccessful).toBe(true);
  expect(invocation.toolConfigurationNotifications[0].associatedRule).toEqual({ id: 'kubernetes/pod-unschedulable' });
  expect(invocation.toolExecutionNotifications[0].descriptor).toEqual({ id: 'binary-file' });
});

test('a path is a relative reference, and a bracket begins no link', () => {
  const odd = { path: '/a b\\c|#?.txt', line: 1, endLine: 1, text: 'x' };
  const [result] = runOf({ evidence: [odd], title: 'a [b](1)' }).results;
  expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b/c%7C%23%3F.txt');
  expect(result.message.text).toMatch(/^a \\\[b\\\]\(1\)\. /);
});

test('more results than services show are left out, and that is said', () => {
  const findings = Array.from({ length: 5003 }, (_one, at) => ({ ...noResponse, id: String(at) }));
  const [run] = JSON.parse(sarifReporter({ ...report, findings })).runs;
  expect(run.results).toHaveLength(5000);
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe('3 more findings are left out.');
});
