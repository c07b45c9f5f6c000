import { describe, expect, test } from 'vitest';
import { readFacts } from '../../read-facts.ts';

const errorsIn = (text: string) =>
  readFacts(text, { path: 'session.txt' }).filter((fact) => fact.kind === 'operation-error');

describe('an error of az connectedk8s', () => {
  test.each([
    ['bare', '[AZK8S0202] KubernetesConnectivityFailed: Unable to connect.'],
    ['with its level', 'ERROR: [AZK8S0202] KubernetesConnectivityFailed: Unable to connect.'],
    ['as a warning', 'WARNING: [AZK8S0202] KubernetesConnectivityFailed: Unable to connect.'],
    [
      'with its logger',
      'ERROR: cli.azure.cli.core.azclierror: [AZK8S0202] KubernetesConnectivityFailed: Unable to connect.',
    ],
    [
      'with a page to read',
      '[AZK8S0202] KubernetesConnectivityFailed: Unable to connect.\nTroubleshooting: https://aka.ms/arc',
    ],
  ])('is read %s', (_, text) => {
    expect(errorsIn(`${text}\n`)).toMatchObject([
      {
        source: 'az',
        code: 'AZK8S0202',
        class: 'connected-cluster',
        message: 'KubernetesConnectivityFailed: Unable to connect.',
      },
    ]);
  });

  test('stands on each line of the file of the diagnoser', () => {
    const facts = errorsIn('[AZK8S0301] DnsNxDomain: no such name\n[AZK8S0306] OnboardingOutbound: no answer\n');
    expect(facts).toMatchObject([
      { code: 'AZK8S0301', origin: { line: 1, endLine: 1 } },
      { code: 'AZK8S0306', origin: { line: 2, endLine: 2 } },
    ]);
  });

  test('keeps its class where it repeats what Helm said, and what Helm said', () => {
    const helm = 'Error: INSTALLATION FAILED: timed out waiting for the condition';
    expect(errorsIn(`[AZK8S0500] HelmReleaseInstallFailed: The release failed. ${helm}\n`)).toMatchObject([
      { class: 'connected-cluster', innerError: 'timed out waiting for the condition' },
    ]);
  });

  test('in a mail is told of', () => {
    const [fact] = errorsIn('We saw\n[AZK8S0202] KubernetesConnectivityFailed: Unable to connect. Why?\nRegards\n');
    expect(fact).toMatchObject({ code: 'AZK8S0202', class: 'connected-cluster' });
  });

  test.each(['Codes AZK8S0200 to AZK8S0299 stand for access.', '[AZK8S02] Short: x', '[AZK8S0202] no name'])(
    'is not %s',
    (text) => {
      expect(errorsIn(`${text}\n`)).toEqual([]);
    },
  );
});
