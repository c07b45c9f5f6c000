import type { StatusCondition } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import { listAt, textAt, truthAt, type ApiValue } from './api-value.ts';

/** A condition in the status of an object. */
export const conditionOf = (condition: ApiValue): StatusCondition =>
  known<StatusCondition>({
    type: textAt(condition, 'type') ?? '',
    status: textAt(condition, 'status'),
    reason: textAt(condition, 'reason'),
    message: textAt(condition, 'message'),
  });

/** The object that manages another, as KIND/NAME. */
export function ownerOf(value: ApiValue): string | undefined {
  const owner = listAt(value, 'metadata', 'ownerReferences').find((one) => truthAt(one, 'controller') === true);
  return owner === undefined ? undefined : `${textAt(owner, 'kind')}/${textAt(owner, 'name')}`;
}
