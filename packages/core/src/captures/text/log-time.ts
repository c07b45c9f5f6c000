/**
 * A time as logs write it, in ISO 8601; UTC where no zone is named. Undefined for anything else.
 *
 *     2024/02/07 06:04:43.672    2024-08-09T06:21:37.712646207Z    01/22/2021 14:59:59    1691562097.712
 */
export const isoLogTime = (text: string): string | undefined =>
  yearFirst(text) ?? american(text) ?? (EPOCH.test(text) ? timeOfEpoch(Number(text)) : undefined);

/**
 * A time as Go prints one, or as Helm does in a history, in ISO 8601; UTC where no zone is named.
 *
 *     2024-02-07 06:04:43.672123 +0100 CET    Wed Feb  7 06:04:43 2024    2024-02-07T06:04:43.672Z
 */
export const printedTime = (text: string): string | undefined => {
  const found = ANSI.exec(text.trim());
  if (found === null) return isoLogTime(text.trim().replace(/ [A-Z]{2,5}(?: m=.*)?$/, ''));
  const [, month = '', day = '', clock = '', year = ''] = found;
  const number = MONTHS.indexOf(month) / 3 + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isInteger(number) && number > 0 ? isoLogTime(`${date} ${clock}`) : undefined;
};

const ANSI = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) (\d{4})$/;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The time a text begins with, and what follows it. */
export const leadingTime = (text: string): { readonly time: string; readonly rest: string } | undefined => {
  const found = LEADING.exec(text)?.[0];
  const time = found === undefined ? undefined : isoLogTime(found.trim());
  return found === undefined || time === undefined ? undefined : { time, rest: text.slice(found.length) };
};

/**
 * Month, day and time of an entry that names no year, as klog and syslog write them: `MM-DDThh:mm:ss`, with its fraction.
 *
 *     I0521 12:04:05.123456       1 leaderelection.go:250] ...
 *     May 21 12:04:05 aks-nodepool1-38150321-vmss000000 kubelet[2731]: ...
 */
export const leadingClock = (text: string): string | undefined => {
  const klog = KLOG_FRONT.exec(text);
  if (klog !== null) return `${klog[1]}-${klog[2]}T${klog[3]}`;
  const [, month = '', day = '', clock] = SYSLOG_FRONT.exec(text) ?? [];
  if (clock === undefined) return undefined;
  return `${String(MONTHS.indexOf(month) / 3 + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`;
};

const KLOG_FRONT = /^[IWEF]((?:0[1-9]|1[0-2]))([0-3]\d) (\d\d:\d\d:\d\d\.\d{1,9}) /;
const SYSLOG_FRONT =
  /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d(?:\.\d{1,9})?) [\w.-]{1,253} [^\s:[]{1,80}(?:\[\d{1,9}\])?:/;

const yearFirst = (text: string): string | undefined => {
  const found = YEAR_FIRST.exec(text)?.groups;
  return found && timeOf({ ...found, date: `${found['year']}-${found['month']}-${found['day']}` });
};

const american = (text: string): string | undefined => {
  const found = AMERICAN.exec(text)?.groups;
  if (found === undefined) return undefined;
  const clock = `${hourOf(found['hour'] ?? '', found['half'])}${found['rest']}`;
  return timeOf({ date: `${found['year']}-${found['month']}-${found['day']}`, clock });
};

const YEAR_FIRST =
  /^(?<year>\d{4})[/-](?<month>\d\d)[/-](?<day>\d\d)[ T](?<clock>\d\d:\d\d:\d\d)(?:[.,](?<fraction>\d{1,9}))?\s?(?<zone>Z|[+-]\d\d:?\d\d)?$/;
const AMERICAN = /^(?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d{4}) (?<hour>\d\d)(?<rest>:\d\d:\d\d)(?: (?<half>[AP]M))?$/;
const EPOCH = /^\d{10,19}(?:\.\d{1,9})?$|^\d\.\d{1,20}e\+?(?:09|9|12)$/;
const LEADING =
  /^(?:\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d)(?=\s|$)\s?/;

const hourOf = (hour: string, half: string | undefined): string => {
  if (half === undefined) return hour;
  return String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0');
};

interface Parts {
  readonly date: string;
  readonly clock?: string;
  readonly fraction?: string;
  readonly zone?: string;
}

/** Nanoseconds stay as they are printed, unless the zone has to be reckoned out. */
const timeOf = ({ date, clock, fraction, zone }: Parts): string | undefined => {
  const local = `${date}T${clock}${fraction === undefined ? '' : `.${fraction}`}`;
  const utc = zone === undefined || zone === 'Z';
  const time = Date.parse(`${local}${utc ? 'Z' : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  if (Number.isNaN(time)) return undefined;
  return utc ? `${local}Z` : new Date(time).toISOString();
};

/** Seconds, or thousandths, millionths or billionths of them, by their size. */
const timeOfEpoch = (value: number): string | undefined => {
  let milliseconds = value * 1000;
  while (milliseconds > LATEST) milliseconds /= 1000;
  return milliseconds < EARLIEST ? undefined : new Date(milliseconds).toISOString();
};

const EARLIEST = Date.UTC(2001, 8, 9);
const LATEST = Date.UTC(2200, 0, 1);
