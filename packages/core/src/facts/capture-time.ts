/** When something was captured, in milliseconds since 1970, and how sure that is. */
export interface Moment {
  /** The best guess. */
  readonly at: number;
  /** Not before; absent where that is not known. */
  readonly earliest?: number;
  /** Not after; absent where that is not known. */
  readonly latest?: number;
}

/**
 * When the captures of a bundle were taken, and what tells it: the user, the output of `date`, a date in the name of the
 * bundle or of a folder in it, or the newest entry of its logs.
 */
export interface CaptureTime extends Moment {
  readonly from: 'option' | 'date' | 'name' | 'log';
  readonly path?: string;
  readonly line?: number;
  /** The words that were read as a date. */
  readonly text?: string;
  /** Whether the text names its zone; else UTC is assumed. */
  readonly zone: 'stated' | 'assumed';
}

export const HOUR = 3_600_000;

/** Clocks of the world are so far from UTC, at the most: 12 hours behind it, and 14 before it. */
export const BEHIND_UTC: number = 12 * HOUR;
export const BEFORE_UTC: number = 14 * HOUR;

/** The largest number of milliseconds that is still a date. */
const LAST_DATE = 8.64e15;

/** A time in ISO 8601; undefined for what is no date. */
export const isoOf = (time: number | undefined): string | undefined =>
  time === undefined || Math.abs(time) > LAST_DATE ? undefined : new Date(time).toISOString();

/** The moment that lies a printed age before another; an age is cut to its last unit, so it may be longer by almost that. */
export function momentBefore(
  { at, earliest, latest }: Moment,
  { seconds, text }: { seconds: number; text: string },
): Moment {
  const [, below] = ageSpan(seconds, text);
  return {
    at: at - seconds * 1000,
    ...(earliest === undefined ? {} : { earliest: earliest - below * 1000 }),
    ...(latest === undefined ? {} : { latest: latest - seconds * 1000 }),
  };
}

/** The seconds that a printed age stands for: at least, and less than. */
export const ageSpan = (seconds: number, text: string): readonly [least: number, below: number] => [
  seconds,
  seconds + (UNITS[/([ydhms])$/.exec(text)?.[1] ?? 's'] ?? 1),
];

const UNITS: Readonly<Record<string, number>> = { y: 365 * 86_400, d: 86_400, h: 3600, m: 60, s: 1 };
