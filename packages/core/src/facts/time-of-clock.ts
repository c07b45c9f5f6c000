import { isoOf, type Moment } from './capture-time.ts';

/**
 * The time of a log entry that names no year, in ISO 8601 and UTC: of the years that fit, the last in which it does not
 * lie after its capture. Undefined where it is not known when that was, or the day does not exist.
 */
export function timeOfClock(clock: string, taken: Moment | undefined): string | undefined {
  if (taken === undefined) return undefined;
  const newest = (taken.latest ?? taken.at) + SLACK;
  const year = new Date(taken.at).getUTCFullYear() + 1;
  for (let candidate = year; candidate > year - WITH_LEAP_YEAR; candidate--) {
    const time = Date.parse(`${candidate}-${clock}Z`);
    const exists = isoOf(time)?.slice(5, 10) === clock.slice(0, 5);
    if (exists && time <= newest) return `${candidate}-${clock}Z`;
  }
  return undefined;
}

/** The 29th of February comes back after eight years at the latest. */
const WITH_LEAP_YEAR = 9;

/** Clocks differ, and a collector goes on while it reads logs. */
const SLACK = 24 * 3_600_000;
