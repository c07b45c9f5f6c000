import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { plainYaml } from './plain-yaml.ts';

/** What a reader of all of YAML makes of it; undefined where it finds faults. */
function whole(text: string): unknown {
  const document = parseDocument(text, { version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 0 }) as unknown;
  } catch {
    return undefined;
  }
}

const POD = `apiVersion: v1
kind: Pod
metadata:
  annotations:
    checksum/config: 4fb44cbf
    kubectl.kubernetes.io/last-applied-configuration: |
      {"apiVersion":"v1","kind":"Pod"}
    notes: |-
      first
        second
  creationTimestamp: "2024-02-07T12:00:00Z"
  managedFields:
  - apiVersion: v1
    fieldsV1:
      f:metadata:
        f:labels:
          .: {}
          f:app: {}
      f:spec:
        f:containers:
          k:{"name":"web"}:
            .: {}
            f:image: {}
  name: web-0
spec:
  containers:
  - args:
    - --leader-elect=false
    - -v=2
    - 'it''s'
    - "a\\tb: c"
    command: []
    image: registry.example.com:5000/web@sha256:01
    name: web
  nodeSelector: {}
  tolerations:
  - effect: NoExecute
    key: node.kubernetes.io/not-ready
    operator: Exists
    tolerationSeconds: 300
  - operator: Exists
status:
  message:
  podIP: fd00::1
`;

test('reads what kubectl writes', () => {
  expect(plainYaml(POD)).toEqual(whole(POD));
  expect(plainYaml(POD)).toMatchObject({
    metadata: {
      annotations: { notes: 'first\n  second' },
      managedFields: [{ fieldsV1: { 'f:spec': { 'f:containers': { 'k:{"name":"web"}': { '.': {} } } } } }],
    },
    spec: { containers: [{ args: ['--leader-elect=false', '-v=2', "it's", 'a\tb: c'], command: [] }] },
    status: { message: '', podIP: 'fd00::1' },
  });
});

test.each([
  ['a scalar on two lines', 'a: b\n  c\n'],
  ['a quote on two lines', "a: 'b\n  c'\n"],
  ['a folded text', 'a: >-\n  b\n  c\n'],
  ['a list between brackets', 'a: [b, c]\n'],
  ['an alias', 'a: &x b\nc: *x\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a comment', 'a: b # c\n'],
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a merge', '<<: a\n'],
  ['a prototype', '__proto__: a\n'],
  ['deep nesting', Array.from({ length: 80 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
  ['a blank line', 'a: |\n  b\n\n  c\n'],
])('leaves %s to the reader of all of YAML', (_name, text) => {
  expect(plainYaml(text)).toBeUndefined();
});

const scalar = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.stringMatching(/^[a-z0-9:#'"{}[\]|>*&!%@`,.?/ -]{0,10}$/),
  fc.constantFrom(
    'v1',
    '',
    'true',
    '10',
    'a: b',
    '- c',
    '#',
    'it\'s "so"',
    'one\ntwo',
    'one\n  two\n',
    '{"a":[1]}',
    'a\u00a0',
    '\u2003b',
    'a\u2028b',
    '\u0085',
  ),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, scalar, tie('list'), tie('mapping')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  mapping: fc.dictionary(fc.oneof(fc.stringMatching(/^[a-zA-Z.:/{}"-]{1,8}$/), scalar), tie('value'), { maxKeys: 4 }),
}));

const written = fc
  .record({
    value,
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20),
    singleQuote: fc.constantFrom(true, false, null),
    indent: fc.constantFrom(2, 4),
  })
  .map(({ value: spelled, ...options }) => stringify(spelled, { ...options, version: '1.2', schema: 'failsafe' }));

/** A text with one change: a line gone or twice, a sign in place of another, one more or one less. */
const changed = fc
  .record({
    text: written,
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    how: fc.nat(4),
    sign: fc.constantFrom(...' -:#"\'|>[]{}&*!?\ta\n\u00a0\u2003\u2028\u0085\f\v'),
  })
  .map(({ text, at, how, sign }) => {
    const place = Math.floor(at * text.length);
    if (how === 0) return text.slice(0, place) + sign + text.slice(place + 1);
    if (how === 1) return text.slice(0, place) + sign + text.slice(place);
    if (how === 2) return text.slice(0, place) + text.slice(place + 1);
    const lines = text.split('\n');
    const line = Math.floor(at * lines.length);
    lines.splice(line, how === 3 ? 1 : 0, ...(how === 3 ? [] : [lines[line]!]));
    return lines.join('\n');
  });

const RUNS = process.env['REFERTO_FUZZ'] === 'long' ? 300_000 : 3000;

test('never reads another value than the reader of all of YAML, nor what that one refuses', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(written, changed), (text) => {
      const plain = plainYaml(text);
      if (plain === undefined) return;
      read++;
      expect(plain).toStrictEqual(whole(text));
    }),
    { numRuns: RUNS },
  );
  expect(read).toBeGreaterThan(RUNS / 5);
});
