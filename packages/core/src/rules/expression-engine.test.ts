import { describe, expect, test } from 'vitest';
import { platformEngine } from './expression-engine.ts';
import { linearEngine } from './linear-engine.ts';

const LONG = 100_000;

/** Expressions that take quadratic time or worse on an engine that tries one way after the other. */
const SLOW: readonly (readonly [source: string, text: string])[] = [
  ['(a*)*b', 'a'.repeat(LONG)],
  ['(?:a|aa)+$', `${'a'.repeat(LONG)}!`],
  ['\\s+$', `${' '.repeat(LONG)}!`],
  ['(.*)(.*)(.*)x$', 'y'.repeat(LONG)],
  ['.*foo.*bar.*baz', 'foobar'.repeat(LONG / 6)],
  ['([a-z]+)@([a-z]+)\\.com', 'a'.repeat(LONG)],
  ['^(\\w+\\s?)+$', `${'word '.repeat(LONG / 5)}!`],
];

/** What the best of some tries takes of the processor, in milliseconds: other programs take their share of the time. */
function fastest(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('the linear engine', () => {
  test.each(SLOW)('reads 100 kB that do not match in 50 ms for %s', (source, text) => {
    const { find } = linearEngine(source);
    expect(find(text)).toBeUndefined();
    expect(fastest(() => find(text))).toBeLessThan(50);
  });

  test('reads 100 kB that match in 50 ms where nothing is taken of them', () => {
    const { find } = linearEngine('^(\\w+\\s?)+$');
    const text = 'word '.repeat(LONG / 5);
    expect(find(text)?.groups).toEqual([]);
    expect(fastest(() => find(text))).toBeLessThan(50);
  });

  // What groups take is found by simulation: some 40 ms on a quiet machine.
  test('reads 64 KiB that match in linear time where a group takes of them', () => {
    const { find } = linearEngine('^(?:\\w+\\s?)+(?<end>!)$');
    const text = `${'word '.repeat(13_106)}!`;
    expect(find(text)).toEqual({ text, groups: [['end', '!']] });
    expect(fastest(() => find(text))).toBeLessThan(200);
  });

  test.each(['claim (?=of)', '(?<!no )claim', '(a)\\1'])('does not know %s', (source) => {
    expect(() => linearEngine(source)).toThrow();
  });
});

describe('both engines', () => {
  test.each([
    ['detected for zone "(?<zone>[^"]{1,253})"', 'x detected for zone "cluster.local" y'],
    ['resourceGroups/(?<group>[^/]{1,90})/', '/subscriptions/x/resourceGroups/Shop-RG/providers'],
    ['code \\{(?<status>\\d{3})\\}', 'response code {200}'],
    ['first.(?<second>\\w+)', 'first\nsecond'],
    ['(?<a>x)|(?<b>y)', 'y'],
    ['nothing (?<here>of it)', 'else'],
    ['caff\\u00e8 (?<price>\\d+)', 'caffè 12'],
  ])('find the same with %s', (source, text) => {
    const [linear, platform] = [linearEngine(source), platformEngine(source)];
    expect(linear.names).toEqual(platform.names);
    expect(linear.find(text)).toEqual(platform.find(text));
  });
});
