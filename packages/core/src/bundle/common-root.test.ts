import { expect, test } from 'vitest';
import { commonRoot } from './common-root.ts';

test.each([
  [['ticket/pods.txt', 'ticket/logs/agent.log'], 'ticket/'],
  [['ticket/pods.txt', 'other/agent.log'], ''],
  [['ticket/pods.txt', 'nslookup.txt'], ''],
  [['pods.txt'], ''],
  [['outer.tgz!/pods.txt', 'outer.tgz!/logs/agent.log'], ''],
  [[], ''],
])('the root of %j is %j', (paths, root) => {
  expect(commonRoot(paths)).toBe(root);
});
