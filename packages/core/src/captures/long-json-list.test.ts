import { expect, test } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { splitText } from '../bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import type { CaptureKind } from './capture.ts';
import { kubectlGetJson } from './kubectl-get-json.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

const podNamed = (name: string, kind?: string): object => ({
  apiVersion: 'v1',
  ...(kind === undefined ? {} : { kind }),
  metadata: { name, namespace: 'shop' },
  spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'app:1' }] },
  status: { phase: 'Running', containerStatuses: [{ name: 'app', ready: true, restartCount: 0 }] },
});

const namesTo = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `web-${i}`);

const listOf = (items: readonly object[], list: object): string => JSON.stringify({ ...list, items }, undefined, 4);

function read(text: string, { whole = false, captureLines = 200_000 } = {}): MemberRead {
  const kept: CaptureKind = { ...kubectlGetJson };
  delete (kept as { splitsBefore?: unknown }).splitsBefore;
  const kinds = CAPTURE_KINDS.map((kind) => (whole && kind === kubectlGetJson ? kept : kind));
  const reader = createMemberReader('list', { kinds, prose: PROSE, budget: createBudget({ captureLines }) });
  reader.push(splitText(text));
  return reader.end();
}

const own = listOf(
  namesTo(400).map((name) => podNamed(name, 'Pod')),
  { apiVersion: 'v1', kind: 'List' },
);
const listed = listOf(
  namesTo(400).map((name) => podNamed(name)),
  { kind: 'PodList', apiVersion: 'v1' },
);
const bare = JSON.stringify(
  namesTo(400).map((name) => podNamed(name, 'Pod')),
  undefined,
  2,
);
const atEnd = `{\n    "apiVersion": "v1",\n    "items": [\n${own
  .split('\n')
  .slice(4, -2)
  .filter((line) => !line.includes('"kind"'))
  .join('\n')}\n    ],\n    "kind": "PodList"\n}`;

test.each([
  ['objects that say their kind', own],
  ['objects of a list that names it first', listed],
  ['objects of a list that names it last', atEnd],
  ['a list without a name', bare],
  ['a list with a damaged object', own.replace('"name": "web-150"', '"name: "web-150"')],
  ['a list with a line too many', own.replace('"name": "web-150"', '\n"name": "web-150"')],
  ['a list that was cut', own.slice(0, -1000)],
])('%s are read in parts as they are read at once', (_, text) => {
  const parts = read(text);
  const whole = read(text, { whole: true });
  expect(parts.readings.map(({ fact, quotes }) => ({ fact, quotes }))).toEqual(
    whole.readings.map(({ fact, quotes }) => ({ fact, quotes })),
  );
  expect(parts.captures).toEqual(whole.captures);
});

test('a list that is longer than what is held of a capture is read to its end', () => {
  const { readings, captures } = read(own, { captureLines: 3000 });
  expect(readings).toHaveLength(400);
  expect(captures.map(({ complete }) => complete)).toEqual(['yes']);
});
