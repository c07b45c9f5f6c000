import type { Toleration } from '../facts/fact.ts';
import type { Taint } from '../rules/compile-pattern.ts';

/** Whether one of the tolerations lets a pod on a node with the taint, by the scheduler's rule. */
export const toleratesTaint = (tolerations: readonly Toleration[], taint: Taint): boolean =>
  tolerations.some((toleration) => tolerates(toleration, taint));

function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key = '', op = 'Equal', value = '', effect = '' } = toleration;
  if (!coversEffect(effect, taint.effect)) return false;
  // An empty key is every key, and goes with Exists only.
  if (key === '') return op === 'Exists';
  if (key !== taint.key) return false;
  return op === 'Exists' || taint.value === undefined ? true : op === 'Equal' && value === taint.value;
}

/** Without an effect a taint is taken for the one that keeps pods off: NoSchedule. */
const coversEffect = (effect: string, wanted = 'NoSchedule'): boolean => effect === '' || effect === wanted;
