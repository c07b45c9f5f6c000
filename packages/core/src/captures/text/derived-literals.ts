import { OPERATION_LITERALS } from './logged-operation.ts';
import { SCHEDULER_LITERALS } from './scheduler-message.ts';
import { ENDPOINT_LITERALS, HTTP_STATUS_LITERALS, TRANSPORT_LITERALS } from './transport.ts';

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

/** Texts of which one must stand in a log entry that has a derived field at all, or a certain value in it. */
export const DERIVED_LITERALS: {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
} = {
  fields: {
    transport: TRANSPORT_LITERALS,
    httpStatus: HTTP_STATUS_LITERALS,
    endpoint: [...TRANSPORT_LITERALS, ...HTTP_STATUS_LITERALS],
    // Of events a log tells only of pods that no node takes.
    reason: SCHEDULER_LITERALS,
    reasons: SCHEDULER_LITERALS,
    // Of failed operations it tells by these words only.
    ...Object.fromEntries(OPERATION_FIELDS.map((field) => [field, OPERATION_LITERALS])),
  },
  values: { endpoint: ENDPOINT_LITERALS },
};
