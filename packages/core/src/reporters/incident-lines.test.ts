import { expect, test } from 'vitest';
import type { Finding } from '../findings/finding.ts';
import { noResponse, report } from './example-report.test.data.ts';
import { textReporter } from './text.ts';

const [refused, blocked, notReady] = noResponse.causes;

const root: Finding = { ...noResponse, explains: ['pending', 'timeout'] };
const pending: Finding = {
  ...noResponse,
  id: 'pending',
  rule: 'kubernetes/pod-unschedulable',
  title: 'Pods cannot be scheduled',
  follows: root.id,
  explains: ['timeout'],
  objects: [{ kind: 'pod', namespace: 'shop', name: 'web-0' }],
  causes: [{ ...refused!, because: [{ rule: root.rule, cause: refused!.id, finding: root.id }] }, blocked!, notReady!],
  references: [...noResponse.references, 'https://example.com/pending'],
};
const timeout: Finding = { ...pending, id: 'timeout', title: 'Helm gave up', follows: 'pending', explains: [] };

const text = textReporter({ ...report, findings: [root, pending, timeout] }, { width: 90 });

test('what follows is named at a glance, then told under what explains it', () => {
  expect(text.split('\n').filter((line) => line.startsWith('error') || line.includes('└'))).toEqual([
    'error  aks-extensions/agent-no-response  Unable to get a response from the agent in time',
    '  └ error  kubernetes/pod-unschedulable  Pods cannot be scheduled',
    '    └ error  kubernetes/pod-unschedulable  Helm gave up',
    '  └ error  kubernetes/pod-unschedulable  Pods cannot be scheduled',
    '    └ error  kubernetes/pod-unschedulable  Helm gave up',
  ]);
});

test('of what follows the causes at work are told in full, the others by their names, and what to collect', () => {
  const follower = text.slice(text.lastIndexOf('└'));
  expect(follower).toContain('because  aks-extensions/agent-no-response#traffic-not-authorized');
  expect(follower).toContain('solution  (recommended) Give Arc and AKS separate virtual networks');
  expect(follower).toContain('still possible  agent-pods-not-ready\n');
  expect(follower).toContain('excluded  egress-blocked\n');
  expect(follower).toContain('kubectl get pods -n kube-system -o wide');
  expect(follower).not.toContain('if so');
});

test('nothing is quoted twice in an incident, and each page is named once', () => {
  expect(text.split('▸ 812 │').length - 1).toBe(1);
  expect(text.split('https://example.com/errors').length - 1).toBe(1);
  expect(text).toContain('see  https://example.com/pending');
});

test('lines of what follows keep to the width', () => {
  const follower = text.slice(text.lastIndexOf('└'), text.indexOf('  see  '));
  const prose = follower
    .split('\n')
    .slice(1)
    .filter((line) => !line.includes('│'));
  expect(Math.max(...prose.map(({ length }) => length))).toBeLessThanOrEqual(90);
});
