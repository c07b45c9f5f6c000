import { OPERATION_LITERALS } from './logged-operation.ts';
import { SCHEDULER_LITERALS } from './scheduler-message.ts';
import { HTTP_STATUS_LITERALS, TRANSPORT_LITERALS } from './transport.ts';

const OPERATION_FIELDS = [
  'class',
  'code',
  'source',
  'category',
  'advice',
  'innerError',
  'operation',
  'release',
  'hook',
  'job',
  'jobReason',
  'notReady',
  'workloads',
  'template',
  'conflicts',
  'chart',
  'chartVersion',
];

/** Texts of which one must stand in a log entry that has a derived field at all. */
export const DERIVED_LITERALS: Readonly<Record<string, readonly string[]>> = {
  transport: TRANSPORT_LITERALS,
  httpStatus: HTTP_STATUS_LITERALS,
  endpoint: [...TRANSPORT_LITERALS, ...HTTP_STATUS_LITERALS],
  // Of events a log tells only of pods that no node takes.
  reason: SCHEDULER_LITERALS,
  reasons: SCHEDULER_LITERALS,
  // Of failed operations it tells by these words only.
  ...Object.fromEntries(OPERATION_FIELDS.map((field) => [field, OPERATION_LITERALS])),
};
