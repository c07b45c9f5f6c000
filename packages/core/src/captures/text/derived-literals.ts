import { SCHEDULER_LITERALS } from './scheduler-message.ts';
import { HTTP_STATUS_LITERALS, TRANSPORT_LITERALS } from './transport.ts';

/** Texts of which one must stand in a log entry that has a derived field at all. */
export const DERIVED_LITERALS: Readonly<Record<string, readonly string[]>> = {
  transport: TRANSPORT_LITERALS,
  httpStatus: HTTP_STATUS_LITERALS,
  endpoint: [...TRANSPORT_LITERALS, ...HTTP_STATUS_LITERALS],
  // Of events a log tells only of pods that no node takes.
  reason: SCHEDULER_LITERALS,
  reasons: SCHEDULER_LITERALS,
};
