import { describe, expect, test } from 'vitest';
import { loadRules } from '../load-rules.ts';
import { problemLine } from '../rule-error.ts';
import { lintRules, type LintOptions } from './lint-rules.ts';

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
    no-unless: The event names the claim.
    solutions:
      - id: restore-claim
        title: Restore the claim
        steps:
          - text: Create it again.
            run: kubectl get pvc
references:
  - https://kubernetes.io/docs/concepts/storage/
`;

const TEST = `finds:
  - { name: it is gone, captures: {}, causes: { claim-gone: confirmed } }
ignores:
  - { name: it is there, captures: {} }
  - { name: it is elsewhere, captures: {} }
  - { name: it is another's, captures: {} }
`;

const FILES = { 'storage/volume-lost.yaml': RULE, 'storage/volume-lost.test.yaml': TEST };

const lint = async (files: Readonly<Record<string, string>>, options: LintOptions = {}): Promise<readonly string[]> =>
  (await lintRules({ ...FILES, ...files }, options)).map((problem) =>
    problemLine(problem).replace('storage/volume-lost', ''),
  );

/** The complaints about the rule above with some of its lines replaced. */
const lintWith = (lines: Readonly<Record<number, string>>, options?: LintOptions): Promise<readonly string[]> =>
  lint(
    {
      'storage/volume-lost.yaml': RULE.split('\n')
        .map((line, index) => lines[index + 1] ?? line)
        .join('\n'),
    },
    options,
  );

const when = (condition: string): Readonly<Record<number, string>> => ({ 11: `      - ${condition}` });

test('says nothing of a sound rule', async () => {
  expect(await lint({})).toEqual([]);
});

describe('a rule', () => {
  test.each<[string, Readonly<Record<number, string>>, readonly string[]]>([
    ['that cannot be loaded', { 3: 'severity: fatal' }, ['.yaml:3:11 severity must be one of error, warning, info']],
    [
      'with a cause that nothing speaks against',
      { 12: '' },
      ['.yaml:8:9 cause claim-gone has neither an unless nor a no-unless that says why nothing can speak against it'],
    ],
    [
      'with a variable that is used nowhere',
      when("event: { of: { pod: '{pod}' }, is: { message: { contains: claim not found }, reason: '{why}' } }"),
      ['.yaml:11:94 {why} is used nowhere: write * for a value that does not matter'],
    ],
    [
      'with texts that are not filled in',
      { 9: '    title: TODO say why', 17: '          - text: TODO' },
      ['.yaml:9:12 title is not filled in', '.yaml:17:19 text is not filled in'],
    ],
    [
      'with keys in another order',
      { 2: 'severity: error', 3: 'title: Volume of {{pod}} is lost' },
      ['.yaml:3:1 title stands before severity'],
    ],
    [
      'with a condition twice',
      when('event: &e { is: { reason: Lost } }\n      - event: *e'),
      ['.yaml:12:9 this condition is here twice'],
    ],
    [
      'that is over by what shows it',
      { 7: "resolved-by:\n  - pod: { of: { name: '{pod}' }, is: { status: Pending } }\ncauses:" },
      ['.yaml:8:5 this condition has to hold for it to be so: it cannot stand in resolved-by'],
    ],
  ])('%s', async (_, lines, complaints) => {
    expect(await lintWith(lines)).toEqual(complaints);
  });
});

describe('a question that nothing can meet', () => {
  test.each([
    [
      'pod: { of: { status: Running }, is: { status: [Pending, Failed] } }',
      'no pod has the status that of and is both ask for',
    ],
    ["pod: { of: { status: Running }, is: { status: 'P*' } }", 'no pod has the status that of and is both ask for'],
    [
      'pod: { of: { status: { not: [Pending, Failed] } }, is: { status: pending } }',
      'no pod has the status that of and is both ask for',
    ],
    ['pod: { of: { node: { absent: true } }, is: { node: small } }', 'no pod has the node that of and is both ask for'],
    ['pod: { is: { restarts: { gt: 5, lt: 3 } } }', 'no restarts is over 5 and under 3'],
    ['pod: { is: { ageSeconds: { gt: 2h, lt: 90m } } }', 'no ageSeconds is over 2h and under 90m'],
    ['pod: { is: { node: { absent: true, not: small } } }', 'node cannot be empty and meet another test'],
    ['pod: { is: { health: { not: [ready, starting, stuck, failing, completed] } } }', 'health has no other values'],
  ])('%s', async (condition, message) => {
    expect((await lintWith(when(condition))).map((line) => line.replace(/^\S+ /, ''))).toEqual([message]);
  });

  test.each([
    "pod: { of: { status: Running }, is: { status: 'R*' } }",
    "pod: { of: { status: Running }, is: { status: '{pod}' } }",
    'pod: { of: { containers: { name: web } }, is: { containers: { name: proxy } } }',
    'pod: { of: { labels.app: web }, is: { labels.tier: back } }',
    'node: { of: { taints: a }, is: { taints: b } }',
    'pod: { is: { restarts: { gt: 3, lt: 5 } } }',
  ])('is not %s', async (condition) => {
    expect(await lintWith(when(condition))).toEqual([]);
  });
});

describe('the files beside a rule', () => {
  test('are its test, with three near misses', async () => {
    expect(await lintRules({ 'storage/volume-lost.yaml': RULE })).toMatchObject([
      { line: 1, message: 'the rule has no test: write storage/volume-lost.test.yaml' },
    ]);
    const short = TEST.split('\n').slice(0, 5).join('\n');
    expect(await lint({ 'storage/volume-lost.test.yaml': short })).toEqual([
      '.test.yaml:3:1 ignores needs 3 cases that look like the error and are none, and has 2',
    ]);
    const missing = TEST.replace('claim-gone: confirmed', 'claim-gone: possible');
    expect(await lint({ 'storage/volume-lost.test.yaml': missing })).toEqual([
      '.test.yaml:2:3 no case finds the cause claim-gone confirmed or likely',
    ]);
  });

  test('are its words in every language that is asked for, or that another rule has', async () => {
    expect(await lint({}, { locales: ['it'] })).toEqual([
      '.yaml:1:1 the rule has no words in it: write storage/volume-lost.it.yaml',
    ]);
  });
});

test('a folder that another pack has is no folder for a new one', async () => {
  const packs = [
    loadRules(
      { 'storage/disk-full.yaml': RULE.replace('volume-lost', 'disk-full') },
      { name: 'house', version: '1.0.0' },
    ),
  ];
  expect(await lint({}, { packs })).toEqual([
    '.yaml:1:5 folder storage belongs to house, which may take this id one day: choose a folder of your own',
  ]);
});

test('an expression that may take long is told by its place', async () => {
  const lines = when(
    "event: { of: { pod: '{pod}' }, is: { message: { contains: claim not found, matches: 'claim .*x' } } }",
  );
  const slowness = async (source: string): Promise<string | undefined> => `is slow: ${source}`;
  expect(await lintWith(lines, { slowness })).toEqual(['.yaml:11:93 matches is slow: claim .*x']);
});
