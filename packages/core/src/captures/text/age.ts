/** An age as a table of events shows it: `3m53s (x7 over 33m)` was last seen 3m53s ago, 7 times in 33 minutes. */
export interface RepeatedAge {
  /** As printed, without the part in parentheses. */
  readonly age: string;
  readonly count?: number;
  readonly over?: string;
}

/** Seconds of a duration as kubectl prints it, such as `18s`, `3m53s` or `2d19h`; undefined for `<unknown>` and for other text. */
export function ageSeconds(text: string): number | undefined {
  if (!DURATION.test(text)) return undefined;
  let seconds = 0;
  let amount = '';
  for (const sign of text) {
    if (sign >= '0' && sign <= '9') amount += sign;
    else {
      seconds += Number(amount) * secondsOf(sign);
      amount = '';
    }
  }
  return seconds;
}

/** Whether a word stands where an age is expected: a duration, or what kubectl prints in place of one. */
export const isAge = (text: string): boolean => DURATION.test(text) || text === '<unknown>' || text === '<invalid>';

/** Splits the age of an event into how long ago, how often and since when. */
export function readRepeatedAge(text: string): RepeatedAge | undefined {
  const found = REPEATED.exec(text.trim());
  const [, age = '', count, over] = found ?? [];
  if (!found || !isAge(age)) return undefined;
  return count === undefined || over === undefined ? { age } : { age, count: Number(count), over };
}

const DURATION = /^(?:\d{1,9}[ydhms]){1,5}$/;
const REPEATED = /^(\S{1,60})(?:\s{1,20}\(x(\d{1,9})\s{1,20}over\s{1,20}([^\s()]{1,60})\))?$/;

function secondsOf(unit: string): number {
  if (unit === 'y') return 365 * 86_400;
  if (unit === 'd') return 86_400;
  if (unit === 'h') return 3600;
  return unit === 'm' ? 60 : 1;
}
