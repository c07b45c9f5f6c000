import { BEFORE_UTC, BEHIND_UTC, HOUR, type Moment } from '../../facts/capture-time.ts';

/** A date that a name holds. */
export interface DatedName extends Moment {
  readonly text: string;
  readonly zone: 'stated' | 'assumed';
}

/**
 * The date in the name of a bundle, a folder or a file, as collectors write it; undefined where there is none.
 *
 *     support-bundle-2024-05-01T10_00_00      inspection-report-20240501_100000
 *     node1-2024-05-01_10_00_00               eks_i-0a1b2c3d_2024-05-01_1000-UTC_0.7.9
 *     sosreport-node1-2024-05-01-abcdefg      dapr-2024-05-01-10.00.00
 */
export function datedName(name: string): DatedName | undefined {
  const found = DATE.exec(name);
  const { hour, zone } = found?.groups ?? {};
  const at = found === null ? undefined : timeOf(found.groups ?? {});
  if (found === null || at === undefined) return undefined;
  const text = found[0];
  const end = (hour === undefined ? at + 24 * HOUR : at) + LONGEST_RUN;
  if (zone !== undefined) return { at, earliest: at, latest: end, text, zone: 'stated' };
  return { at, earliest: at - BEFORE_UTC, latest: end + BEHIND_UTC, text, zone: 'assumed' };
}

/** Undefined for a day that does not exist. */
function timeOf(parts: Readonly<Record<string, string | undefined>>): number | undefined {
  const [year = 0, month = 0, day = 0, hour, minute, second] = PARTS.map((part) => Number(parts[part] ?? 0));
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(at).getUTCDate() === day && year >= EARLIEST_YEAR ? at : undefined;
}

const PARTS = ['year', 'month', 'day', 'hour', 'minute', 'second'];

/** Kubernetes is not older. */
const EARLIEST_YEAR = 2014;

/** A collector names its bundle when it begins, and is at work for less than this. */
const LONGEST_RUN = HOUR;

const DATE =
  /(?<!\d)(?<year>20\d\d)(?<sign>[-_.]?)(?<month>0[1-9]|1[0-2])\k<sign>(?<day>0[1-9]|[12]\d|3[01])(?:[-_T.]{1,2}(?<hour>[01]\d|2[0-3])[-_.:]?(?<minute>[0-5]\d)(?:[-_.:]?(?<second>[0-5]\d))?(?<zone>-?UTC|Z)?)?(?!\d)/;
