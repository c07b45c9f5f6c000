import { describe, expect, test } from 'vitest';
import type { Finding, JudgedCause } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { loadRules } from '../rules/load-rules.ts';
import { problemLine } from '../rules/rule-error.ts';
import { testRule } from './test-rule.ts';

const solutions = '[ { id: add-room, title: Add room, steps: [ { text: Add a node. } ] } ]';
const pack = loadRules(
  {
    'pods/waits.yaml': `id: pods/waits
title: Pod {{pod}} waits
severity: error
per: [pod]
appears:
  - pod: { of: { name: '{pod}' }, is: { status: Pending } }
causes:
  - { id: no-room, title: There is no room, solutions: ${solutions} }
  - { id: tainted, title: Nodes are tainted, solutions: ${solutions} }
references: [ https://kubernetes.io/docs/ ]
`,
  },
  { name: 'house', version: '1.0.0' },
);

const cause = (id: string, verdict: JudgedCause['verdict'], more: Partial<JudgedCause> = {}): JudgedCause => ({
  id,
  title: id,
  verdict,
  resolved: false,
  capped: [],
  evidence: [],
  counterEvidence: [],
  because: [],
  collect: [],
  solutions: [],
  ...more,
});

const ADD_ROOM = {
  id: 'add-room',
  title: 'Add room',
  recommended: false,
  steps: [{ text: 'Add a node.' }],
  verify: [],
};

const FOUND: Finding = {
  id: 'f00d',
  rule: 'pods/waits',
  title: 'Pod web-0 waits',
  severity: 'error',
  status: 'active',
  seen: true,
  rank: 1,
  explains: [],
  objects: [{ kind: 'pod', namespace: 'shop', name: 'web-0' }],
  evidence: [{ path: 'room.txt', line: 2, endLine: 2, text: 'web-0 0/1 Pending' }],
  causes: [
    cause('no-room', 'likely', {
      capped: ['quoted'],
      collect: [{ command: 'kubectl get nodes', why: 'room' }],
      solutions: [ADD_ROOM],
    }),
    cause('tainted', 'possible'),
  ],
  remarks: [],
  references: [],
};

const report = (findings: readonly Finding[]): Report => ({
  schemaVersion: 1,
  locale: 'en',
  generator: { name: 'referto', version: '0.1.0', packs: [] },
  bundle: { name: 'case', kind: 'loose', container: 'memory' },
  findings,
  coverage: {
    files: { total: 1, read: 1 },
    rules: { total: 1, judged: 1 },
    captures: [],
    unread: [],
    judged: [],
    notJudged: [],
  },
  notes: [],
});

const RESOLVED: Finding = { ...FOUND, status: 'resolved', causes: [cause('no-room', 'likely', { resolved: true })] };

/** What the stand-in for the analysis finds in a bundle, by the names of its captures. */
const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  'room.txt': [FOUND],
  'taint.txt': [{ ...FOUND, seen: false, causes: [cause('no-room', 'excluded'), cause('tainted', 'confirmed')] }],
  'both.txt': [FOUND, { ...FOUND, objects: [{ kind: 'region', name: 'eastus' }] }],
  'resolved.txt': [RESOLVED],
  'other.txt': [{ ...FOUND, rule: 'pods/hangs' }],
};

const TEST = `finds:
  - name: there is no room
    captures: { room.txt: "NAME\\nweb-0 0/1 Pending" }
    causes: { no-room: likely }
  - name: nodes are tainted
    captures: { taint.txt: taints }
    error: inferred
    causes: { tainted: confirmed, no-room: excluded }
ignores:
  - name: nothing is here
    captures: { empty.txt: '' }
`;

/** The failures of the test above with some of its lines replaced. */
async function failuresOf(lines: Readonly<Record<number, string>>): Promise<string> {
  const text = TEST.split('\n')
    .map((line, index) => lines[index + 1] ?? line)
    .join('\n');
  const { failures } = await testRule(
    { path: 'pods/waits.test.yaml', text },
    {
      rules: [pack],
      analyze: async (captures) => report(Object.keys(captures).flatMap((path) => FINDINGS[path] ?? [])),
    },
  );
  return failures.map((failure) => problemLine(failure).replace('pods/waits.test.yaml:', '')).join('\n');
}

describe('testRule', () => {
  test('passes where everything is as the cases say', async () => {
    expect(await failuresOf({})).toBe('');
    const all =
      '    causes: { no-room: likely, tainted: possible }\n    error: reported\n    findings: 1\n    resolved: []\n' +
      '    objects: [pod shop/web-0]\n    evidence: [room.txt:2]\n    says: [Pod web-0, Add a node.]\n    collect: [kubectl get nodes]';
    expect(await failuresOf({ 4: all })).toBe('');
  });

  test('gives the packs and the time of capture to the analysis', async () => {
    const given: unknown[] = [];
    const text = TEST.replace(
      '    error: inferred\n',
      "    error: inferred\n    captured-at: '2026-02-07T06:05:00Z'\n",
    );
    const analyze = async (captures: object, options: object): Promise<Report> => {
      given.push(options);
      return report(Object.keys(captures).flatMap((path) => FINDINGS[path] ?? []));
    };
    const result = await testRule({ path: 'pods/waits.test.yaml', text }, { rules: [pack], analyze });
    expect(result).toMatchObject({ path: 'pods/waits.test.yaml', cases: 3, failures: [] });
    expect(given).toEqual([
      { rules: [pack] },
      { rules: [pack], capturedAt: Date.UTC(2026, 1, 7, 6, 5) },
      { rules: [pack] },
    ]);
  });

  test.each([
    ['no ignores', { 9: '', 10: '', 11: '' }, '1:1 ignores is missing'],
    ['ignores without a case', { 9: 'ignores: []', 10: '', 11: '' }, '9:10 ignores must have at least one entry'],
    [
      'a cause without a case',
      { 8: '    causes: { tainted: possible }' },
      '2:3 no case finds the cause tainted confirmed or likely\n8:24 nodes are tainted: cause tainted is confirmed, not possible',
    ],
    [
      'a cause that the rule lacks',
      { 4: '    causes: { no-room: likely, no-rom: possible }' },
      '4:32 the rule has no cause no-rom; did you mean "no-room"?',
    ],
    [
      'a verdict that is none',
      { 4: '    causes: { no-room: sure }' },
      '4:24 no-room must be one of confirmed, likely, possible, excluded',
    ],
    ['two cases of one name', { 10: '  - name: there is no room' }, '10:11 two cases have this name'],
    [
      'a time that is none',
      { 11: '    captures: {}\n    captured-at: yesterday' },
      '12:18 captured-at must be a time such as 2026-02-07T06:05:00Z',
    ],
    [
      'evidence that its captures lack',
      { 7: '    error: inferred\n    evidence: [taint.txt:2]' },
      '8:16 taint.txt:2 is no PATH:LINE of these captures\n8:16 nodes are tainted: taint.txt:2 is not quoted',
    ],
    [
      'a key it does not know',
      { 4: '    cause: { no-room: likely }' },
      '2:5 causes is missing in finds[0]\n4:5 "cause" is not known here; did you mean "causes"?',
    ],
  ])('refuses %s', async (_, lines, message) => {
    expect(await failuresOf(lines)).toBe(message);
  });

  test.each([
    ['the rule is silent', { 3: '    captures: { empty.txt: x }' }, '2:11 there is no room: the rule is not reported'],
    [
      'another rule is reported',
      { 3: '    captures: { other.txt: x }' },
      '2:11 there is no room: the rule is not reported',
    ],
    [
      'a verdict is another',
      { 4: '    causes: { no-room: confirmed }' },
      '4:24 there is no room: cause no-room is likely, not confirmed (quoted)',
    ],
    [
      'an unnamed cause is held',
      { 4: '    causes: { tainted: possible }' },
      '2:3 no case finds the cause no-room confirmed or likely\n4:13 there is no room: cause no-room is likely, and the case does not name it',
    ],
    [
      'the error is only inferred',
      { 7: '    error: reported' },
      '7:12 nodes are tainted: the error is inferred, not reported',
    ],
    [
      'the error is over',
      { 3: '    captures: { resolved.txt: x }' },
      '2:11 there is no room: the error is reported as resolved\n2:5 there is no room: resolved has no-room, which the case does not name',
    ],
    [
      'there are two findings',
      { 3: '    captures: { both.txt: x }' },
      '2:11 there is no room: the rule has 2 findings, not 1',
    ],
    [
      'there is one finding',
      { 4: '    causes: { no-room: likely }\n    findings: 2' },
      '5:15 there is no room: the rule has 1 findings, not 2',
    ],
    [
      'an object is another',
      { 4: '    causes: { no-room: likely }\n    objects: [pod shop/web-1]' },
      '5:14 there is no room: objects lacks pod shop/web-1\n5:14 there is no room: objects has pod shop/web-0, which the case does not name',
    ],
    [
      'a line is not quoted',
      { 4: '    causes: { no-room: likely }\n    evidence: [room.txt:1]' },
      '5:16 there is no room: room.txt:1 is not quoted',
    ],
    [
      'a text is not there',
      { 4: '    causes: { no-room: likely }\n    says: [Pod web-1 waits]' },
      '5:12 there is no room: nothing says Pod web-1 waits',
    ],
    [
      'a command is not asked for',
      { 4: '    causes: { no-room: likely }\n    collect: [kubectl get pods]' },
      '5:14 there is no room: collect lacks kubectl get pods\n5:14 there is no room: collect has kubectl get nodes, which the case does not name',
    ],
    [
      'an ignored bundle is reported',
      { 11: '    captures: { room.txt: x }' },
      '10:11 nothing is here: the rule is reported as active, no-room likely, for room.txt:2',
    ],
    [
      'a resolved one is active',
      { 11: '    captures: { room.txt: x }\n    resolved: true' },
      '10:11 nothing is here: the rule is reported as active, no-room likely, for room.txt:2',
    ],
    [
      'a resolved one is silent',
      { 11: "    captures: { empty.txt: '' }\n    resolved: true" },
      '12:15 nothing is here: the rule is not reported',
    ],
    [
      'a resolved one is not expected',
      { 11: '    captures: { resolved.txt: x }' },
      '10:11 nothing is here: the rule is reported as resolved, no-room likely, for room.txt:2',
    ],
  ])('fails where %s', async (_, lines, message) => {
    expect(await failuresOf(lines)).toBe(message);
  });

  test('takes a resolved finding where a case says so', async () => {
    expect(await failuresOf({ 11: '    captures: { resolved.txt: x }\n    resolved: true' })).toBe('');
    const both = '    captures: { both.txt: x }\n    findings: 2\n    objects: [region eastus]';
    expect(await failuresOf({ 3: both })).toBe('');
  });

  test.each([
    ['pods/waits.yaml', 'pods/waits.yaml:1:1 a test file is FOLDER/NAME.test.yaml'],
    ['pods/hangs.test.yaml', 'pods/hangs.test.yaml:1:1 there is no rule pods/hangs for this test'],
  ])('refuses a file named %s', async (path, message) => {
    const result = await testRule({ path, text: TEST }, { rules: [pack], analyze: async () => report([]) });
    expect(result.failures.map(problemLine)).toEqual([message]);
  });
});
