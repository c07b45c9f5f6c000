import { expect, test } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { splitText } from '../bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './capture-kinds.ts';
import { gatherFacts } from './gather-facts.ts';
import { createMemberReader, type MemberRead } from './read-member.ts';

/** A table of pods under a line of no known form for each that stands above it. */
function pods(path: string, above: number, name: string): MemberRead {
  const reader = createMemberReader(path, { kinds: CAPTURE_KINDS, prose: PROSE, budget: createBudget() });
  const table = `NAME    READY   STATUS    RESTARTS   AGE\n${name}   1/1     Running   0          3d\n`;
  reader.push(splitText(`${'a note\n'.repeat(above)}${table}`));
  return reader.end();
}

test('facts are in the order of the names that files go by and of lines, and end the readings', () => {
  const members = [pods('b/x', 4, 'web-2'), pods('c', 0, 'web-3'), pods('a/x', 1, 'web-1')];
  const { all } = gatherFacts(members, { label: (path) => path.replace(/^[ab]/, '<secret>') });
  const told = all.map(({ fact }) => [fact.origin.path, 'name' in fact ? fact.name : undefined]);
  expect(told.filter(([, name]) => name !== undefined)).toEqual([
    ['<secret>/x', 'web-1'],
    ['<secret>/x', 'web-2'],
    ['c', 'web-3'],
  ]);
  expect(members.flatMap(({ readings }) => readings)).toEqual([]);
});
