import { expect, test } from 'vitest';
import { conditionList } from './page-condition.ts';
import type { Condition } from './rule.ts';

const CASES: readonly (readonly [Condition, string])[] = [
  [{ pod: { of: { name: '{pod}' }, is: { status: 'Pending' } } }, '- `pod` with `name` `<pod>`: `status` `Pending`'],
  [{ pod: { is: 'absent', of: { component: 'coredns' } } }, '- no `pod` with `component` `coredns`'],
  [{ node: { every: { taints: 'Critical*' } } }, '- every `node`: `taints` `Critical*`'],
  [{ node: { of: { os: ['linux', 'windows'] } } }, '- `node` with `os` `linux` or `windows`'],
  [
    { event: { is: { reasons: { class: 'untolerated-taint', everyNode: true } } } },
    '- `event`: `reasons` (`class` `untolerated-taint`, `everyNode` `true`)',
  ],
  [
    { 'log-line': { is: { message: { contains: ['i/o timeout', 'no such host'], matches: 'dial (?<host>.+)' } } } },
    '- `log-line`: `message` contains `i/o timeout` or `no such host` and matches `dial (?<host>.+)`',
  ],
  [
    { pod: { is: { restarts: { gt: 3, lt: 9 }, status: { not: ['Running', 'Evicted'] }, node: { absent: true } } } },
    '- `pod`: `restarts` over `3` and under `9`, `status` other than `Running` or `Evicted`, `node` empty',
  ],
  [
    { pod: { is: { tolerations: { tolerates: 'key:NoSchedule' } } } },
    '- `pod`: `tolerations` tolerating `key:NoSchedule`',
  ],
  [
    { any: [{ node: { is: { os: 'linux' } } }, { all: [{ pod: { is: { status: 'Failed' } } }] }] },
    '- any of\n  - `node`: `os` `linux`\n  - all of\n    - `pod`: `status` `Failed`',
  ],
];

test.each(CASES)('writes a condition in words: %j', (condition, words) => {
  expect(conditionList([condition])).toBe(words);
});
