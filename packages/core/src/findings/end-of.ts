import { supportOf, type Answered } from './answer-condition.ts';
import type { End } from './explanation.ts';
import type { CauseVerdict } from './judge-cause.ts';
import { extremes } from './order.ts';
import { areAllEnded, countingChanged, countingResolved } from './weigh.ts';

/** What tells whether an error is over. */
interface Ending {
  /** Those at least likely. */
  readonly causes: readonly CauseVerdict[];
  /** Where the error is seen. */
  readonly appears: Answered | undefined;
  readonly resolvedBy: Answered;
}

/** Over for a cause or for the error itself, with no cause left that is not, and no sign of the error since. */
export function endOf({ causes, appears, resolvedBy }: Ending): End {
  if (!causes.every(({ resolved }) => resolved)) return 'cause-active';
  const signs = appears ? supportOf(appears) : [];
  const resolving = [
    ...causes.flatMap(({ counterEvidence }) => counterEvidence),
    ...countingResolved(resolvedBy, extremes(signs)),
    ...(appears ? countingChanged(appears, extremes(signs)) : []),
  ].flatMap(({ support }) => support);
  if (resolving.length === 0) return 'no-end';
  return areAllEnded(signs, resolving) ? 'over' : 'seen-since';
}
