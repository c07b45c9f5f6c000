import { describe, expect, test } from 'vitest';
import { loadRule } from './load-rule.ts';
import { problemLine } from './rule-error.ts';

const RULE = `id: storage/volume-lost
title: Volume of {{pod}} is lost
severity: error
per: [pod]
appears:
  - pod: { of: { name: '{pod}' }, is: { status: Pending } }
causes:
  - id: claim-gone
    title: The claim is gone
    when:
      - event: { of: { pod: '{pod}' }, is: { message: { contains: claim not found } } }
    solutions:
      - id: restore-claim
        title: Restore the claim
        steps:
          - text: Create it again.
            run: kubectl get pvc
references:
  - https://kubernetes.io/docs/concepts/storage/
`;

/** The problems of the rule above with some of its lines replaced; a message is preceded by line and column. */
function problemsOf(lines: Readonly<Record<number, string>>): string {
  const text = RULE.split('\n')
    .map((line, index) => lines[index + 1] ?? line)
    .join('\n');
  const { problems } = loadRule({ path: 'storage/volume-lost.yaml', id: 'storage/volume-lost' }, text);
  return problems
    .map(problemLine)
    .map((line) => line.replace('storage/volume-lost.yaml:', ''))
    .join('\n');
}

describe('loadRule', () => {
  test('takes a sound rule', () => {
    expect(problemsOf({})).toBe('');
  });

  test('wants a reason only where nothing speaks against a cause', () => {
    const reason = '    no-unless: The event names the claim.\n    solutions:';
    expect(problemsOf({ 12: reason })).toBe('');
    const both = `    unless: [ pod: { is: { status: Running } } ]\n${reason}`;
    expect(problemsOf({ 12: both })).toBe('13:5 no-unless says why there is no unless, and here is one');
  });

  test.each([
    [
      'a key it does not know',
      { 3: 'sevreity: error' },
      '1:1 severity is missing\n3:1 "sevreity" is not known here; did you mean "severity"?',
    ],
    ['a value out of a list', { 3: 'severity: fatal' }, '3:11 severity must be one of error, warning, info'],
    ['a value of the wrong type', { 4: 'per: pod' }, '4:6 per must be a list'],
    ['an empty text', { 2: "title: ''" }, '2:8 title must not be empty'],
    ['a key without a value', { 4: 'unless:' }, '4:8 unless must be a list'],
    [
      'an id that is not its path',
      { 1: 'id: storage/volume-gone' },
      '1:5 id must be storage/volume-lost, as the file is named',
    ],
    [
      'an id with capitals',
      { 1: 'id: storage/VolumeLost' },
      '1:5 id must be FOLDER/NAME in lower-case words joined by hyphens',
    ],
    [
      'a cause id with underscores',
      { 8: '  - id: claim_gone' },
      '8:9 id must be lower-case words joined by hyphens, such as image-pull-failed',
    ],
    [
      'a cause without a solution',
      { 12: '    solutions: []', 13: '', 14: '', 15: '', 16: '', 17: '' },
      '12:16 solutions must have at least one entry',
    ],
    [
      'a solution without steps',
      { 15: '        steps: []', 16: '', 17: '' },
      '15:16 steps must have at least one entry',
    ],
    ['an empty step', { 16: '          - {}', 17: '' }, '16:13 steps[0] must have a text, a run or a file'],
    [
      'a reference that is not https',
      { 19: '  - http://kubernetes.io/docs/' },
      '19:5 references[0] must begin with https:// and hold no blanks or braces',
    ],
    [
      'two causes of one id',
      {
        18: '  - { id: claim-gone, title: Again, solutions: [{ id: wait, title: Wait, steps: [{ text: Wait. }] }] }\nreferences:',
      },
      '18:11 id claim-gone is here twice',
    ],
    [
      'a log-line without a text',
      { 11: "      - log-line: { of: { pod: '{pod}' }, is: { level: error } }" },
      '11:9 a log-line needs a text to look for: contains on message, text or fields, or a test of transport, httpStatus or endpoint',
    ],
    [
      'a log-line without a transport',
      { 11: "      - log-line: { of: { pod: '{pod}' }, is: { transport: { absent: true } } }" },
      '11:9 a log-line needs a text to look for: contains on message, text or fields, or a test of transport, httpStatus or endpoint',
    ],
    [
      'all log lines',
      { 11: "      - log-line: { of: { pod: '{pod}' }, every: { message: { contains: mounted the volume } } }" },
      '11:50 a log is a window: ask what a log-line is, not what all or none are',
    ],
    [
      'no log line',
      { 11: '      - log-line: { of: { message: { contains: mounted the volume } }, is: absent }' },
      '11:76 a log is a window: ask what a log-line is, not what all or none are',
    ],
    [
      'a placeholder nobody binds',
      { 2: 'title: Volume of {{pdo}} is lost' },
      '2:8 {{pdo}} is bound by no condition; did you mean "pod"?',
    ],
    [
      'a placeholder nobody binds, in a command',
      { 17: '            run: kubectl get pvc {{claim}}' },
      '17:18 {{claim}} is bound by no condition',
    ],
    [
      'blanks in a placeholder',
      { 2: 'title: Volume of {{ pod }} is lost' },
      '2:8 two opening braces begin a placeholder such as {{region}}, without blanks inside the braces',
    ],
    ['a per name nobody binds', { 4: 'per: [pod, claim]' }, '4:12 "claim" is bound by no condition'],
  ])('refuses %s', (_, lines, message) => {
    expect(problemsOf(lines)).toBe(message);
  });

  test.each([
    [
      'a fact kind that does not exist',
      "pods: { of: { name: '{pod}' } }",
      '6:5 "pods" is not known here; did you mean "pod"?',
    ],
    [
      'a condition with two keys',
      "{ pod: { of: { name: '{pod}' } }, event: { of: { pod: '{pod}' } } }",
      '6:5 appears[0] must have exactly one key: any, all or a fact kind',
    ],
    [
      'a question that asks nothing',
      'pod: { collect: kubectl get pods }',
      '6:5 pod must ask something: of, is or every',
    ],
    ['an empty question', 'pod: {}', '6:10 pod must ask something: of, is or every'],
    [
      'a field that does not exist',
      "pod: { of: { nmae: '{pod}' } }",
      '6:18 "nmae" is no field of pod; did you mean "name"?',
    ],
    [
      'a field inside an object that does not exist',
      "pod: { of: { name: '{pod}' }, is: { containers: { stat: Waiting } } }",
      '6:55 "stat" is no field of pod; did you mean "state"?',
    ],
    [
      'a dotted field that does not exist',
      "event: { of: { pod: '{pod}' }, is: { transport.clas: timeout } }",
      '6:42 "clas" is no field of event; did you mean "class"?',
    ],
    ['a field of a text', "pod: { of: { name.first: '{pod}' } }", '6:18 "first" is no field of pod'],
    [
      'an is that is no map',
      "pod: { of: { name: '{pod}' }, is: present }",
      '6:39 is must be a map of fields, or absent',
    ],
    [
      'is and every at once',
      "pod: { of: { name: '{pod}' }, is: absent, every: { status: Running } }",
      '6:47 a question has an is or an every, not both',
    ],
    ['an empty pattern', "pod: { of: { name: '{pod}' }, is: {} }", '6:39 is must name a field'],
    ['a text for a number', "pod: { of: { name: '{pod}' }, is: { restarts: many } }", '6:51 restarts must be a number'],
    [
      'a number for a text',
      "pod: { of: { name: '{pod}' }, is: { status: 1 } }",
      "6:49 status is text: write '1' with quotes",
    ],
    [
      'a text for a flag',
      "pod: { of: { name: '{pod}' }, is: { scheduled: 'yes' } }",
      '6:52 scheduled must be true or false',
    ],
    ['nothing for a text', "pod: { of: { name: '{pod}' }, is: { status: null } }", '6:49 status must be text'],
    ['an empty list', "pod: { of: { name: '{pod}' }, is: { status: [] } }", '6:49 status must have at least one entry'],
    [
      'a value the field never has',
      "pod: { of: { name: '{pod}' }, is: { health: [reddy, stuck] } }",
      '6:50 health must be one of ready, starting, stuck, failing, completed; did you mean "ready"?',
    ],
    [
      'a value for a map',
      "pod: { of: { name: '{pod}' }, is: { labels: app } }",
      '6:49 labels is a map: name one of its keys, as in labels.KEY',
    ],
    [
      'a value for a list of objects',
      "pod: { of: { name: '{pod}' }, is: { tolerations: Exists } }",
      '6:54 tolerations has fields of its own: key, op, value, effect, seconds',
    ],
    [
      'an operator that does not exist',
      "pod: { of: { name: '{pod}' }, is: { status: { contain: Pending pod } } }",
      '6:51 "contain" is no test; did you mean "contains"?',
    ],
    [
      'contains on a number',
      "pod: { of: { name: '{pod}' }, is: { restarts: { contains: many of them } } }",
      '6:63 contains is for texts, and restarts is a number',
    ],
    [
      'contains without a text',
      "pod: { of: { name: '{pod}' }, is: { message: { contains: 12345678 } } }",
      '6:62 contains must be text',
    ],
    [
      'gt with a word',
      "pod: { of: { name: '{pod}' }, is: { restarts: { gt: lots } } }",
      '6:57 gt must be a number, or a quantity such as 512Mi',
    ],
    [
      'gt of an age with a quantity',
      "pod: { of: { name: '{pod}' }, is: { ageSeconds: { gt: 2Gi } } }",
      '6:59 gt must be a number, or a duration such as 2m',
    ],
    [
      'gt on a flag',
      "pod: { of: { name: '{pod}' }, is: { scheduled: { gt: 1 } } }",
      '6:58 gt is for numbers, and scheduled is true or false',
    ],
    [
      'absent: false',
      "pod: { of: { name: '{pod}' }, is: { node: { absent: false } } }",
      '6:57 absent can only be true',
    ],
    [
      'not with the wrong type',
      "pod: { of: { name: '{pod}' }, is: { status: { not: [Running, 5] } } }",
      "6:66 status is text: write '5' with quotes",
    ],
    [
      'tolerates on a text',
      "pod: { of: { name: '{pod}' }, is: { status: { tolerates: Critical } } }",
      '6:62 tolerates is for tolerations only',
    ],
    [
      'tolerates with a variable',
      "pod: { of: { name: '{pod}' }, is: { tolerations: { tolerates: '{taint}' } } }",
      '6:67 tolerates must be a taint such as KEY=VALUE:EFFECT, without variables',
    ],
    [
      'a short text',
      "pod: { of: { name: '{pod}' }, is: { message: { contains: [claim is lost, '  403   '] } } }",
      '6:78 contains needs at least 7 bytes to be found fast; "  403   " is too short',
    ],
    [
      'matches alone',
      "pod: { of: { name: '{pod}' }, is: { message: { matches: claim } } }",
      '6:52 matches needs a contains beside it',
    ],
    [
      'an expression that is none',
      "pod: { of: { name: '{pod}' }, is: { message: { contains: claim of, matches: '(claim' } } }",
      '6:81 matches is no regular expression: Invalid regular expression: /(claim/: Unterminated group',
    ],
    [
      'an expression that may take for ever',
      "pod: { of: { name: '{pod}' }, is: { message: { contains: claim of, matches: '(\\w+\\s?)+$' } } }",
      '6:81 matches must not repeat a group that holds a repetition or alternatives',
    ],
    [
      'a placeholder nobody binds, in collect',
      "pod: { of: { name: '{pod}' }, collect: 'kubectl get pod -n {{namespace}} {{pod}}' }",
      '6:44 {{namespace}} is bound by no condition',
    ],
    [
      'two braces in a condition',
      "pod: { of: { name: '{{pod}}' } }",
      '6:24 a brace in a value begins a variable such as {region}; two braces belong in texts only',
    ],
    [
      'a variable that is only excluded',
      "pod: { of: { name: '{pod}', node: { not: '{other node}' } } }",
      '6:46 {other node} is bound by no condition',
    ],
  ])('refuses a condition with %s', (_, condition, message) => {
    expect(problemsOf({ 6: `  - ${condition}` })).toBe(message);
  });
});
