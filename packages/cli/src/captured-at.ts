import { UsageError } from './usage-error.ts';

/** Milliseconds since 1970 of a time such as `2024-02-07T06:10:00Z`; a time without its zone would mean another here than there. */
export function parseCapturedAt(text: string): number {
  const time = TIME.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) {
    throw new UsageError(`--captured-at ${text}: give a date, or a time with its zone, such as 2024-02-07T06:10:00Z`);
  }
  return time;
}

const TIME = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;
