import { expect, test } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { splitText } from '../bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import type { CaptureKind } from './capture.ts';
import { kubectlGetYaml } from './kubectl-get-yaml.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

const podNamed = (name: string, command = 'serve'): readonly string[] => [
  '- apiVersion: v1',
  '  kind: Pod',
  '  metadata:',
  `    name: ${name}`,
  '    namespace: shop',
  '  spec:',
  '    containers:',
  '    - command:',
  '      - sh',
  '      - |',
  '        - not an item',
  `        ${command}`,
  '      name: app',
  '    nodeName: node-1',
  '  status:',
  '    containerStatuses:',
  '    - name: app',
  '      ready: true',
  '      restartCount: 2',
  '    phase: Running',
];

const items = Array.from({ length: 400 }, (_, at) => podNamed(`web-${at}`));

const listOf = (pods: readonly (readonly string[])[]): string =>
  ['apiVersion: v1', 'items:', ...pods.flat(), 'kind: List', 'metadata:', '  resourceVersion: ""', ''].join('\n');

function read(text: string, { whole = false, captureLines = 200_000 } = {}): MemberRead {
  const kept: CaptureKind = { ...kubectlGetYaml };
  delete (kept as { splitsBefore?: unknown }).splitsBefore;
  const kinds = CAPTURE_KINDS.map((kind) => (whole && kind === kubectlGetYaml ? kept : kind));
  const reader = createMemberReader('list', { kinds, prose: PROSE, budget: createBudget({ captureLines }) });
  reader.push(splitText(text));
  return reader.end();
}

const list = listOf(items);

test.each([
  ['a list', list],
  ['a list that stands deeper', list.replaceAll(/^(?=[- ])/gm, '  ')],
  ['a list with a damaged object', list.replace('name: web-150', 'name: "web-150')],
  ['a list with blank lines', list.replace('items:\n', 'items:\n\n').replace('name: web-301', '\n    name: web-301')],
  ['a list with a line too many', list.replace('    name: web-150', ' name: web-150')],
  ['a list that was cut', list.slice(0, -1000)],
])('%s is read in parts as it is read at once', (_, text) => {
  const parts = read(text);
  const whole = read(text, { whole: true });
  expect(whole.readings.length).toBeGreaterThan(350);
  expect(parts.readings.map(({ fact, quotes }) => ({ fact, quotes }))).toEqual(
    whole.readings.map(({ fact, quotes }) => ({ fact, quotes })),
  );
  expect(parts.captures).toEqual(whole.captures);
});

test('a list that is longer than what is held of a capture is read to its end', () => {
  const { readings, captures } = read(list, { captureLines: 3000 });
  expect(readings).toHaveLength(400);
  expect(captures.map(({ complete }) => complete)).toEqual(['yes']);
});

test('an object that is no list is not cut', () => {
  const text = [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    '  name: web-0',
    'spec:',
    '  containers:',
    ...Array.from({ length: 3000 }, (_, at) => `  - name: c-${at}`),
  ];
  const { readings } = read(text.join('\n'));
  expect(readings).toHaveLength(1);
});
