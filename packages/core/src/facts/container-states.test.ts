import { describe, expect, test } from 'vitest';
import { containerStates } from './container-states.ts';
import type { Container, PodFact } from './fact.ts';

const ORIGIN = { path: 'pods.txt', line: 2, endLine: 2 };
const pod = (fields: Partial<PodFact>): PodFact => ({ kind: 'pod', origin: ORIGIN, name: 'web-0', ...fields });

describe('of a row the STATUS shows it', () => {
  test.each([
    ['CrashLoopBackOff', { waits: ['CrashLoopBackOff'] }],
    ['Init:ImagePullBackOff', { waits: ['ImagePullBackOff'] }],
    ['OOMKilled', { ends: [{ reason: 'OOMKilled', last: false }] }],
    ['Init:Error', { ends: [{ reason: 'Error', last: false }] }],
    ['Init:ExitCode:2', { ends: [{ exitCode: 2, last: false }] }],
    ['Signal:9', { ends: [{ signal: 9, last: false }] }],
  ])('%s', (status, wanted) => expect(containerStates(pod({ status }))).toEqual(wanted));

  test.each(['Running', 'Pending', 'Completed', 'Evicted', 'Init:0/2', 'Terminating', 'constructor', ''])(
    'nothing in %s',
    (status) => expect(containerStates(pod({ status }))).toEqual({}),
  );
});

test('of a description all containers are gathered, init containers first', () => {
  const initContainers: Container[] = [{ name: 'copy', state: 'Terminated', reason: 'Completed', exitCode: 0 }];
  const containers: Container[] = [
    {
      name: 'web',
      state: 'Waiting',
      reason: 'CrashLoopBackOff',
      last: { state: 'Terminated', reason: 'Error', exitCode: 1 },
    },
    { name: 'proxy', state: 'Running' },
  ];
  expect(containerStates(pod({ status: 'Running', initContainers, containers }))).toEqual({
    waits: ['CrashLoopBackOff'],
    ends: [
      { container: 'copy', reason: 'Completed', exitCode: 0, last: false },
      { container: 'web', reason: 'Error', exitCode: 1, last: true },
    ],
  });
});
