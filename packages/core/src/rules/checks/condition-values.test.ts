import { expect, test } from 'vitest';
import { loadRule } from '../load-rule.ts';

const problems = (condition: string): readonly string[] => {
  const text = `id: pods/waits
title: A pod waits
severity: info
appears:
  - pod: { of: { name: '{pod}', namespace: '{namespace}', restarts: '{restarts}' } }
causes:
  - id: unknown
    title: Nobody knows
    when: [ ${condition} ]
    solutions: [ { id: ask, title: Ask, steps: [ { text: Ask. } ] } ]
references: [ https://kubernetes.io/docs/ ]
`;
  return loadRule({ path: 'pods/waits.yaml', id: 'pods/waits' }, text).problems.map(({ message }) => message);
};

test.each([
  ['a label with dots, dotted', 'pod: { of: { labels.app.kubernetes.io/name: web } }'],
  ['a label with dots, in a map', 'pod: { of: { labels: { app.kubernetes.io/name: web } } }'],
  ['a dotted name inside a map', 'event: { is: { transport: { endpoint: mcr }, reasons.class: other } }'],
  ['a dotted name through lists and objects', 'pod: { is: { containers.last.exitCode: 137 } }'],
  ['the elements of a list', "pod: { is: { containers: { name: 'web-*', last: { reason: OOMKilled } } } }"],
  ['a list of texts', "node: { every: { taints: 'CriticalAddonsOnly*' } }"],
  ['a number in a cell', 'pod: { is: { cells: { restarts: 3, status: Running } } }'],
  ['a variable for a number', "pod: { is: { restarts: '{restarts}' } }"],
  ['a number of a list', 'log-line: { is: { httpStatus: [401, 403] } }'],
  ['a flag', 'event: { is: { reasons: { everyNode: true } } }'],
  ['a duration', 'pod: { is: { ageSeconds: { gt: 2m, lt: 1h30m } } }'],
  ['a quantity in a map', 'node: { is: { allocatable.memory: { lt: 2Gi } } }'],
  ['one of few values in other letters', 'dns-lookup: { is: { result: nxdomain } }'],
  ['a glob over few values', 'event: { is: { reasons: { class: volume-* } } }'],
  ['a variable for one of few values', "event: { is: { transport: { class: '{pod}' } } }"],
  ['other values', "pod: { is: { status: { not: [Evicted, '{pod}'] } } }"],
  ['an empty list', 'node: { is: { taints: { absent: true } } }'],
  ['an empty object', 'event: { is: { transport: { absent: true } } }'],
  ['a taint', "pod: { is: { tolerations: { tolerates: 'CriticalAddonsOnly=true:NoSchedule' } } }"],
  ['several tests of one field', 'event: { is: { message: { contains: [failed to, could not], not: Started } } }'],
  ['no fact', 'dns-lookup: { of: { result: ok }, is: absent }'],
  ['braces in a text to look for', "log-line: { is: { message: { contains: 'response code {200}' } } }"],
])('takes %s', (_, condition) => {
  expect(problems(condition)).toEqual([]);
});

test('lets conditions that only give values read the log entries of others', () => {
  const text = `id: pods/waits
title: A pod waits
severity: info
appears:
  - log-line: { is: { message: { contains: waiting for a node } } }
causes:
  - id: unknown
    title: Pod {{pod}} says it
    uses:
      - log-line: { of: { pod: '{pod}' } }
    solutions: [ { id: ask, title: Ask, steps: [ { text: Ask. } ] } ]
references: [ https://kubernetes.io/docs/ ]
`;
  expect(loadRule({ path: 'pods/waits.yaml', id: 'pods/waits' }, text).problems).toEqual([]);
});
