import { expect, test } from 'vitest';
import { compilePattern } from '../rules/compile-pattern.ts';
import { linearEngine } from '../rules/linear-engine.ts';
import { matchFields } from './match-fields.ts';

const TAINT = 'CriticalAddonsOnly=true:NoSchedule';

test.each([
  [TAINT, [], false],
  [TAINT, [{ key: 'CriticalAddonsOnly', op: 'Exists' }], true],
  [TAINT, [{ key: 'CriticalAddonsOnly', op: 'Exists', effect: 'NoSchedule' }], true],
  [TAINT, [{ key: 'CriticalAddonsOnly', op: 'Exists', effect: 'NoExecute' }], false],
  [TAINT, [{ key: 'CriticalAddonsOnly', value: 'true' }], true],
  [TAINT, [{ key: 'CriticalAddonsOnly', op: 'Equal', value: 'true', effect: 'NoSchedule' }], true],
  [TAINT, [{ key: 'CriticalAddonsOnly', op: 'Equal', value: 'false' }], false],
  [TAINT, [{ key: 'CriticalAddonsOnly' }], false],
  [TAINT, [{ op: 'Exists' }], true],
  [TAINT, [{ op: 'Exists', effect: 'NoExecute' }], false],
  [TAINT, [{ op: 'Equal' }], false],
  [TAINT, [{ key: 'node.kubernetes.io/not-ready', op: 'Exists' }, { op: 'Exists' }], true],
  ['CriticalAddonsOnly', [{ key: 'CriticalAddonsOnly', value: 'true' }], true],
  ['CriticalAddonsOnly', [{ key: 'CriticalAddonsOnly', op: 'Exists', effect: 'NoExecute' }], false],
  ['CriticalAddonsOnly=true', [{ key: 'CriticalAddonsOnly', value: 'false' }], false],
  ['CriticalAddonsOnly:NoExecute', [{ key: 'CriticalAddonsOnly', op: 'Exists', effect: 'NoExecute' }], true],
  ['CriticalAddonsOnly:NoExecute', [{ key: 'CriticalAddonsOnly', op: 'Exists', effect: 'NoSchedule' }], false],
  [
    'kubernetes.azure.com/scalesetpriority=spot',
    [{ key: 'kubernetes.azure.com/scalesetpriority', value: 'spot' }],
    true,
  ],
  ['gpu=:NoSchedule', [{ key: 'gpu' }], true],
])('%s against %j: %s', (taint, tolerations, expected) => {
  const outcome = matchFields(
    compilePattern({ tolerations: { tolerates: taint } }, linearEngine),
    { tolerations },
    {
      bindings: new Map(),
      quoted: false,
      subject: false,
    },
  );
  expect(outcome.answer).toBe(expected ? 'met' : 'unmet');
});
