/** A time as `kubectl describe` prints it (`Sun, 22 Nov 2026 22:19:54 -0500`) in ISO 8601 and UTC; other text as it stands. */
export function isoTime(text: string): string {
  const found = PRINTED.exec(text.trim());
  if (!found) return text.trim();
  const [, day, month = '', year, hour, minute, second, sign, zoneHour, zoneMinute] = found;
  const shift = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1);
  const utc = Date.UTC(
    Number(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute) - shift,
    Number(second),
  );
  return new Date(utc).toISOString().replace('.000Z', 'Z');
}

/** The same, but nothing for a time that was never set: kubectl prints the year 1. */
export const setTime = (text: string | undefined): string | undefined =>
  text === undefined || text === '' || text.includes(' 0001 ') ? undefined : isoTime(text);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const PRINTED =
  /^[A-Z][a-z]{2}, (\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ([1-9]\d{3}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
