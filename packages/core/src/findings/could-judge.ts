import { openLeaves, type Answered } from './answer-condition.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import type { JudgedInstance } from './judge-rule.ts';

/** Whether the error could be judged: some capture that would show it, or a cause of it where that is enough, is here. */
export const couldJudge = (instance: JudgedInstance, inferred: boolean): boolean =>
  instance.reported ||
  !isUncaptured(openLeaves(instance.appears)) ||
  (inferred && instance.causes.some(({ verdict, open }) => verdict !== 'possible' || !isUncaptured(open)));

/** Whether a part of what shows the error is here, and of the rest there is no capture: then it may be there or not. */
export const isHalfShown = (instance: JudgedInstance): boolean =>
  isHalf(instance.appears) && !instance.reported && !instance.denied;

function isHalf(answered: Answered): boolean {
  if (answered.type === 'leaf' || answered.answer !== 'unknown') return false;
  const isBegun = answered.type === 'all' && answered.children.some(({ answer }) => answer === 'supported');
  return (isBegun && isUncaptured(openLeaves(answered))) || answered.children.some(isHalf);
}

const isUncaptured = (open: readonly AnsweredLeaf[]): boolean =>
  open.length > 0 && open.every(({ look }) => look?.().want !== 'not-found');
