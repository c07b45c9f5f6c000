import { readFacts } from '../read-facts.ts';
import { describe, expect, test } from 'vitest';

const broken = (text: string, width: number): string =>
  text
    .split('\n')
    .map((line) => line.replace(new RegExp(`.{${width}}(?=.)`, 'g'), (piece) => `${piece}\n`))
    .join('\n');

const PODS = ['azappconfig-system', 'azure-arc', 'kube-system']
  .map(
    (namespace, i) =>
      `${namespace.padEnd(20)}config-agent-6d5fd59b8b-khw2${i}-with-a-long-name   0/2     ImagePullBackOff   0             6d19h`,
  )
  .join('\n');

test('rows without a heading are read where a terminal broke them', () => {
  expect(readFacts(broken(PODS, 80))).toMatchObject([
    { kind: 'pod', namespace: 'azappconfig-system', origin: { line: 1, endLine: 2 } },
    { kind: 'pod', namespace: 'azure-arc' },
    { kind: 'pod', namespace: 'kube-system' },
  ]);
});

test('a first row that was cut is no pod', () => {
  expect(readFacts(PODS.slice(25))).toMatchObject([{ namespace: 'azure-arc' }, { namespace: 'kube-system' }]);
});

test.each(['$\n\nsent three tries to the server', '\nPlease advise.', 'Please advise.'])(
  'a row as long as its heading ends with its age, whatever follows: %j',
  (below) => {
    const pods = `NAME                             READY   STATUS              RESTARTS   AGE
dapr-operator-6b8d8bd55c-k4h2z   1/1     Running             0          13m
${below}
`;
    expect(readFacts(pods)).toMatchObject([{ kind: 'pod', age: '13m', origin: { line: 2, endLine: 2 } }]);
  },
);

const PROBE = `NAMESPACE   LAST SEEN            TYPE      REASON      OBJECT      MESSAGE
shop        8s (x335 over 60m)   Warning   Unhealthy   Pod/web-0   Readiness probe failed: command timed out
last output:
  Type  Reason
  db    unreachable`;

describe('what a probe printed belongs to the message of the last event', () => {
  const message = 'Readiness probe failed: command timed out\nlast output:\n  Type  Reason\n  db    unreachable';

  test.each([
    ['at the end', ''],
    ['above a blank line', '\n\nPlease advise.'],
    ['above a separator', '\n-----\nkubectl get nodes'],
    ['above a heading', '\n## kubectl get nodes'],
    ['above a bare prompt', '\nuser@host:~$'],
  ])('%s', (_, below) => {
    expect(readFacts(`${PROBE}${below}`).filter(({ kind }) => kind === 'event')).toMatchObject([{ message }]);
  });
});

test('a sentence below an event of the scheduler is not its message', () => {
  const text = `${PROBE.split('\n')[0]}\nshop        8s                   Normal    Scheduled   Pod/web-0   Successfully assigned shop/web-0 to worker-1\nDoes this help?`;
  expect(readFacts(text)).toMatchObject([{ message: 'Successfully assigned shop/web-0 to worker-1' }]);
});

test.each([
  '## kubectl get nodes',
  '==== kubectl get nodes ====',
  '+ kubectl get nodes',
  '--- `kubectl get nodes` ---',
])('%s is a command', (line) => {
  expect(readFacts(`${line}\nerror: x`)).toMatchObject([{ command: 'kubectl get nodes' }]);
});
