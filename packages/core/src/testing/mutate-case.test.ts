import { describe, expect, test } from 'vitest';
import { analyze } from '../analyze.ts';
import { loadRules } from '../rules/load-rules.ts';
import { problemLine } from '../rules/rule-error.ts';
import { captureJudge } from './judge-captures.ts';
import { mutateCase, type MutatedCase } from './mutate-case.ts';
import { testRule } from './test-rule.ts';

const solutions = '[ { id: act, title: Act, steps: [ { text: Act. } ] } ]';
const pack = loadRules(
  {
    'pods/waits.yaml': `id: pods/waits
title: Pod {{pod}} waits
severity: error
per: [pod]
appears:
  - pod: { of: { name: '{pod}' }, is: { status: Pending } }
unless:
  - node: { of: { name: spare }, is: { status: Ready } }
resolved-by:
  - event: { of: { pod: '{pod}' }, is: { reason: Started } }
causes:
  - id: no-room
    title: There is no room
    when:
      - event: { of: { pod: '{pod}' }, is: { message: { contains: Insufficient cpu } } }
      - any:
          - node: { of: { name: small }, is: { status: Ready } }
          - finding: { of: { rule: nodes/cordoned } }
    unless:
      - event: { of: { pod: '{pod}' }, is: { reason: Scheduled } }
    solutions: ${solutions}
references: [ https://kubernetes.io/docs/ ]
`,
    'nodes/cordoned.yaml': `id: nodes/cordoned
title: A node is cordoned
severity: warning
appears:
  - node: { is: { status: '*SchedulingDisabled' } }
causes:
  - { id: maintenance, title: It is maintained, solutions: ${solutions} }
references: [ https://kubernetes.io/docs/ ]
`,
  },
  { name: 'house', version: '1.0.0' },
);
const judge = captureJudge([pack]);

const pods = 'NAME    READY   STATUS    RESTARTS   AGE\nweb-0   0/1     Pending   0          5m\n';
const nodes = (...rows: readonly string[]): string =>
  ['NAME    STATUS   ROLES   AGE   VERSION', ...rows, ''].join('\n');
const events = (...rows: readonly string[]): string =>
  ['LAST SEEN   TYPE      REASON             OBJECT      MESSAGE', ...rows, ''].join('\n');
const noRoom = '60s         Warning   FailedScheduling   pod/web-0   0/1 nodes are available: 1 Insufficient cpu.';
const ready = 'small   Ready   agent   5d   v1.30.1';
const cordoned = 'big   Ready,SchedulingDisabled   agent   5d   v1.30.1';

const mutated = (captures: Readonly<Record<string, string>>): Promise<MutatedCase> =>
  mutateCase({ captures, capturedAt: undefined }, 'pods/waits', judge);

describe('mutateCase', () => {
  test('takes away what supports each condition of a confirmed cause, and of the error', async () => {
    const { mutants, survivors } = await mutated({
      'pods.txt': pods,
      'events.txt': events(noRoom),
      'nodes.txt': nodes(ready),
    });
    expect({ mutants, survivors }).toEqual({ mutants: 3, survivors: [] });
  });

  test('takes all that supports a cause in part at once', async () => {
    const { mutants, survivors } = await mutated({ 'pods.txt': pods, 'events.txt': events(noRoom) });
    expect({ mutants, survivors }).toEqual({ mutants: 2, survivors: [] });
  });

  test('takes away the lines behind the findings of other rules', async () => {
    const { reported, mutants, survivors } = await mutated({
      'pods.txt': pods,
      'events.txt': events(noRoom),
      'nodes.txt': nodes(cordoned),
    });
    expect(reported).toEqual(['nodes/cordoned', 'pods/waits']);
    expect({ mutants, survivors }).toEqual({ mutants: 3, survivors: [] });
  });

  test('takes away what excludes a cause, keeps a rule silent, or shows an end', async () => {
    const scheduled = '10s         Normal    Scheduled   pod/web-0   Successfully assigned shop/web-0 to small';
    const started = '5s          Normal    Started     pod/web-0   Started container web';
    const excluded = await mutated({ 'pods.txt': pods, 'events.txt': events(noRoom, scheduled) });
    const silent = await mutated({ 'pods.txt': pods, 'nodes.txt': nodes('spare   Ready   agent   5d   v1.30.1') });
    const over = await mutated({ 'pods.txt': pods, 'events.txt': events(noRoom, started) });
    expect(silent.reported).toEqual([]);
    expect([excluded, silent, over].map(({ mutants, survivors }) => [mutants, survivors.length])).toEqual([
      [2, 0],
      [1, 0],
      [3, 0],
    ]);
  });

  test('names those that a judge does not notice', async () => {
    const captures = { 'pods.txt': pods, 'events.txt': events(noRoom), 'nodes.txt': nodes(ready) };
    const whole = await judge({ captures, capturedAt: undefined });
    const { survivors } = await mutateCase({ captures, capturedAt: undefined }, 'pods/waits', async () => whole);
    expect(survivors.map(({ claim, condition }) => `${claim}: ${condition}`)).toEqual([
      'the error is reported: appears[0]',
      'cause no-room is confirmed: when[0]',
      'cause no-room is confirmed: when[1]',
    ]);
  });
});

describe('the rules that a case brings out besides its own', () => {
  const failuresOf = async (also: string): Promise<readonly string[]> => {
    const text = `finds:
  - name: a node is cordoned
    ${also}
    captures:
      pods.txt: |
        ${pods.replaceAll('\n', '\n        ')}
      events.txt: |
        ${events(noRoom).replaceAll('\n', '\n        ')}
      nodes.txt: |
        ${nodes(cordoned).replaceAll('\n', '\n        ')}
    causes: { no-room: confirmed }
ignores:
  - { name: nothing, captures: {} }
`;
    const { failures } = await testRule({ path: 'pods/waits.test.yaml', text }, { rules: [pack], analyze });
    return failures.map(problemLine);
  };

  test('are those that it names', async () => {
    expect(await failuresOf('also: [nodes/cordoned]')).toEqual([]);
  });

  test('fail it where it does not name them, and where they are not reported', async () => {
    expect(await failuresOf('')).toEqual([
      'pods/waits.test.yaml:2:11 a node is cordoned: nodes/cordoned is reported too; if that is right, name it under also',
    ]);
    expect(await failuresOf('also: [nodes/cordoned, nodes/cordone]')).toEqual([
      'pods/waits.test.yaml:3:28 a node is cordoned: nodes/cordone is not reported; did you mean "nodes/cordoned"?',
    ]);
  });
});
