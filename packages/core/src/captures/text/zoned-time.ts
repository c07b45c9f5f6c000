/**
 * A time as `date` and PowerShell's `Get-Date` print it, in milliseconds since 1970; undefined for anything else. Where the
 * zone has no name that is known to be only one, UTC is assumed.
 *
 *     Wed May  1 10:00:07 UTC 2024      Wed 01 May 2024 10:00:07 AM CEST      Wednesday, May 1, 2024 10:00:07 AM
 */
export function zonedTime(text: string): { readonly time: number; readonly zone: 'stated' | 'assumed' } | undefined {
  const parts = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) return undefined;
  const month = MONTHS.indexOf((parts['month'] ?? '').slice(0, 3)) / 3;
  const hour = hourOf(Number(parts['hour']), parts['half']);
  const [year, day, minute, second] = ['year', 'day', 'minute', 'second'].map((name) => Number(parts[name]));
  if (!Number.isInteger(month) || month < 0 || hour > 23 || day === undefined || day > 31) return undefined;
  const offset = ZONES.get(parts['zone'] ?? '');
  const local = Date.UTC(year ?? 0, month, day, hour, minute, second);
  return { time: local - (offset ?? 0) * 3_600_000, zone: offset === undefined ? 'assumed' : 'stated' };
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half === 'PM' ? 12 : 0);

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?';
const MONTH = '(?<month>[A-Z][a-z]{2,8})';
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>[0-5]\\d):(?<second>[0-5]\\d)(?: (?<half>[AP]M))?';
const ZONE = '(?: (?<zone>[A-Z]{2,5}|[+-]\\d{2}))?';

const FORMS: readonly RegExp[] = [
  new RegExp(`^${DAY} ${MONTH} {1,2}(?<day>\\d{1,2}) ${CLOCK}${ZONE} (?<year>20\\d\\d)$`),
  new RegExp(`^${DAY} (?<day>\\d{1,2}) ${MONTH} (?<year>20\\d\\d) ${CLOCK}${ZONE}$`),
  new RegExp(`^${DAY} ${MONTH} (?<day>\\d{1,2}), (?<year>20\\d\\d) ${CLOCK}$`),
];

/** Hours before UTC of zones whose names mean one thing; CST, IST and BST do not. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['UTC', 0],
  ['GMT', 0],
  ['WET', 0],
  ['WEST', 1],
  ['CET', 1],
  ['CEST', 2],
  ['EET', 2],
  ['EEST', 3],
  ['MSK', 3],
  ['EST', -5],
  ['EDT', -4],
  ['CDT', -5],
  ['MDT', -6],
  ['PST', -8],
  ['PDT', -7],
  ['JST', 9],
  ['KST', 9],
  ['AEST', 10],
  ['AEDT', 11],
  ['NZST', 12],
  ['NZDT', 13],
]);
