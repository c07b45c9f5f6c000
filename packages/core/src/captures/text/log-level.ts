/**
 * Whether a line begins as logs do that have no form of their own: a time and a level, or a level in brackets.
 *
 *     2024-06-12 09:40:44.123  INFO 1 --- [           main] c.e.App : Starting
 *     2024/06/12 09:40:44 [error] 31#31: *1 connect() failed
 *     [ERROR] plugin/errors: 2 shop.example. A: read udp 10.244.0.5:36259->10.0.0.10:53: i/o timeout
 */
export const hasLevel = (text: string): boolean => leadingLevel(text) !== undefined;

/** The level that stands there, as printed. */
export const leadingLevel = (text: string): string | undefined =>
  (/^\[?\d{4}[-/]/.test(text) ? TIMED : BRACKETED)
    .exec(text)
    ?.slice(1)
    .find((level) => level !== undefined);

const LEVEL = '(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL)';

const TIMED = new RegExp(
  String.raw`^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?\s{1,4}(?:\[?(${LEVEL})\]?|\[([a-z]{4,8})\])(?:[\s:]|$)`,
);
const BRACKETED = new RegExp(String.raw`^\[(${LEVEL})\](?: |$)`);
