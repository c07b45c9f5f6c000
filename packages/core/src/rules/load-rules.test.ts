import { describe, expect, test } from 'vitest';
import { loadRules } from './load-rules.ts';
import { RuleError } from './rule-error.ts';

/** A small sound rule; `because` is a condition of its cause. */
const rule = (id: string, because = ''): string => `id: ${id}
title: Pod {{pod}} waits
severity: warning
appears:
  - pod: { of: { name: '{pod}' }, is: { status: Pending } }
causes:
  - id: no-room
    title: There is no room
${because && `    because:\n      - ${because}\n`}    solutions:
      - id: add-room
        title: Add room
        steps:
          - text: Add a node for {{pod}}.
          - run: kubectl get nodes
        verify:
          - The pod runs.
references:
  - https://kubernetes.io/docs/
`;

const TEXTS = `title: Il pod {{pod}} attende
causes:
  - id: no-room
    title: Non c'è posto
    solutions:
      - id: add-room
        title: Aggiungere posto
        steps:
          - text: Aggiungere un nodo per {{pod}}.
          - null
        verify:
          - Il pod è in esecuzione.
`;

const about = { name: 'house', version: '1.2.0' };

function messageOf(
  files: Readonly<Record<string, string>>,
  packs = [] as Parameters<typeof loadRules>[1]['packs'],
): string {
  try {
    loadRules(files, { ...about, ...(packs && { packs }) });
    return '';
  } catch (error) {
    if (error instanceof RuleError) return error.message;
    throw error;
  }
}

describe('loadRules', () => {
  test('gives the rules by id, with their words in other languages', () => {
    const pack = loadRules(
      { 'pods/waits.yaml': rule('pods/waits'), 'pods/hangs.yaml': rule('pods/hangs'), 'pods/waits.it.yaml': TEXTS },
      about,
    );
    expect(pack).toMatchObject({ name: 'house', version: '1.2.0' });
    expect(pack.rules.map(({ id }) => id)).toEqual(['pods/hangs', 'pods/waits']);
    expect(pack.texts['it']?.['pods/waits']?.causes[0]?.solutions[0]?.steps).toEqual([
      { text: 'Aggiungere un nodo per {{pod}}.' },
      null,
    ]);
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  });

  test('hashes what the rules say, whatever the order and the spacing of the files', () => {
    const files = { 'pods/a.yaml': rule('pods/a'), 'pods/b.yaml': rule('pods/b') };
    const { hash } = loadRules(files, about);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(loadRules({ 'pods/b.yaml': `# b\n${rule('pods/b')}`, 'pods/a.yaml': rule('pods/a') }, about).hash).toBe(
      hash,
    );
    expect(loadRules({ ...files, 'pods/b.yaml': rule('pods/b').replace('waits', 'hangs') }, about).hash).not.toBe(hash);
  });

  test('leaves tests aside', () => {
    expect(messageOf({ 'pods/waits.yaml': rule('pods/waits'), 'pods/waits.test.yaml': 'finds: [' })).toBe('');
  });

  test('lists everything that is wrong, by file and line', () => {
    const broken = rule('pods/waits').replace('severity: warning', 'severity: bad').replace('https:', 'http:');
    expect(messageOf({ 'pods/waits.yaml': broken, 'pods/a.yaml': 'id: [', 'pods/c.yaml': rule('pods/d') })).toBe(
      [
        'pods/a.yaml:1:6 is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]',
        'pods/c.yaml:1:5 id must be pods/c, as the file is named',
        'pods/waits.yaml:3:11 severity must be one of error, warning, info',
        'pods/waits.yaml:18:5 references[0] must begin with https:// and hold no blanks or braces',
      ].join('\n'),
    );
  });

  test.each([
    ['waits.yaml', 'a rule file is FOLDER/NAME.yaml: one folder deep, and no dot in NAME'],
    ['pods/deep/waits.yaml', 'a rule file is FOLDER/NAME.yaml: one folder deep, and no dot in NAME'],
    ['pods/waits.yml', 'the name of a rule file ends in .yaml'],
    ['pods/waits.italian.yaml', '"italian" is no language such as it or pt-BR, and not test'],
  ])('refuses a file named %s', (path, message) => {
    expect(messageOf({ [path]: rule('pods/waits') })).toBe(`${path}:1:1 ${message}`);
  });

  test.each([
    ['a file that is empty', '', '1:1 the file must be a map'],
    ['a file that is a list', '- id: a\n', '1:1 the file must be a map'],
  ])('refuses %s', (_, text, message) => {
    expect(messageOf({ 'pods/waits.yaml': text })).toBe(`pods/waits.yaml:${message}`);
  });
});

describe('rules that build on each other', () => {
  const chain = (to: string): string => `finding: { of: { rule: ${to}, pod: '{pod}' } }`;

  test('may name rules and causes of their own pack and of others', () => {
    const base = loadRules({ 'nodes/full.yaml': rule('nodes/full') }, { name: 'base', version: '1.0.0' });
    const files = {
      'pods/a.yaml': rule('pods/a', chain('[nodes/full, pods/b], cause: no-room')),
      'pods/b.yaml': rule('pods/b', chain('nodes/*')),
    };
    expect(messageOf(files, [base])).toBe('');
    expect(messageOf({ 'nodes/full.yaml': rule('nodes/full') }, [base])).toBe(
      'nodes/full.yaml:1:5 id nodes/full is taken by a rule of base',
    );
  });

  test.each([
    ['a rule that does not exist', chain('pods/bb'), '10:32 there is no rule pods/bb; did you mean "pods/b"?'],
    ['a folder that does not exist', chain('nodes/*'), '10:32 there is no rule nodes/*'],
    [
      'a cause that does not exist',
      chain('pods/b, cause: no-rom'),
      '10:47 there is no cause no-rom of pods/b; did you mean "no-room"?',
    ],
    ['no rule', "finding: { of: { pod: '{pod}' } }", '10:9 a finding needs the rule that it is of'],
    ['a variable for the rule', chain("'{rule}'"), '10:9 a finding needs the rule that it is of'],
    ['themselves', chain('pods/a'), '10:32 rules build on each other in a circle: pods/a -> pods/a'],
    ['themselves by a glob', chain('pods/*'), '10:32 rules build on each other in a circle: pods/a -> pods/a'],
  ])('may not name %s', (_, because, message) => {
    expect(messageOf({ 'pods/a.yaml': rule('pods/a', because), 'pods/b.yaml': rule('pods/b') })).toBe(
      `pods/a.yaml:${message}`,
    );
  });

  test('may not run in a circle', () => {
    const files = {
      'pods/a.yaml': rule('pods/a', chain('pods/b')),
      'pods/b.yaml': rule('pods/b', chain('pods/c')),
      'pods/c.yaml': rule('pods/c', chain('[pods/b, pods/a]')),
    };
    expect(messageOf(files)).toBe(
      'pods/c.yaml:10:33 rules build on each other in a circle: pods/b -> pods/c -> pods/b\n' +
        'pods/c.yaml:10:41 rules build on each other in a circle: pods/a -> pods/b -> pods/c -> pods/a',
    );
  });

  test('are not called unknown because their own file is broken', () => {
    const broken = rule('pods/b').replace('severity: warning', 'severity: bad');
    expect(messageOf({ 'pods/a.yaml': rule('pods/a', chain('pods/b')), 'pods/b.yaml': broken })).toBe(
      'pods/b.yaml:3:11 severity must be one of error, warning, info',
    );
  });
});

describe('words in another language', () => {
  test.each([
    ['another id', '- id: no-room', '- id: no-space', '3:9 id must be no-room, as in the rule'],
    ['an id of a solution', '- id: add-room', '- id: make-room', '6:13 id must be add-room, as in the rule'],
    ['a placeholder less', 'Il pod {{pod}}', 'Il pod', '1:8 {{pod}} of the rule is missing here'],
    [
      'another placeholder',
      'nodo per {{pod}}',
      'nodo per {{pod}} {{node}}',
      '9:19 {{node}} is not in this text of the rule',
    ],
    ['a step less', '          - null\n', '', '9:11 steps must have 2 entries, as in the rule, and has 1'],
    [
      'a text where the rule has none',
      '- null',
      '- text: Elencare i nodi.',
      '10:13 this step has no text in the rule: write null',
    ],
    [
      'no text where the rule has one',
      '- text: Aggiungere un nodo per {{pod}}.',
      '- null',
      '9:13 this step has a text in the rule, and none here',
    ],
    [
      'a command',
      '- null',
      '- { text: Elencare., run: kubectl get nodes }',
      '10:32 "run" is not known here; known are text',
    ],
    [
      'a verification more',
      '        verify:',
      '        verify:\n          - Fatto.',
      '12:11 verify must have 1 entries, as in the rule, and has 2',
    ],
    [
      'remarks that the rule lacks',
      'causes:',
      'remarks: [Fatto.]\ncauses:',
      '2:10 remarks must have 0 entries, as in the rule, and has 1',
    ],
    ['a key that is missing', 'title: Il pod {{pod}} attende\n', '', '1:1 title is missing'],
  ])('may not have %s', (...[, from, to, message]) => {
    const files = { 'pods/waits.yaml': rule('pods/waits'), 'pods/waits.it.yaml': TEXTS.replace(from, to) };
    expect(messageOf(files)).toBe(`pods/waits.it.yaml:${message}`);
  });

  test('belong to a rule', () => {
    expect(messageOf({ 'pods/waits.it.yaml': TEXTS })).toBe(
      'pods/waits.it.yaml:1:1 there is no rule pods/waits for these texts',
    );
  });
});
