import { describe, expect, test } from 'vitest';
import { linearEngine, platformEngine } from './expression-engine.ts';

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

describe('the linear engine', () => {
  test.each(SLOW)('reads 100 kB once for %s', (source, text) => {
    const { find } = linearEngine(source);
    find(text.slice(0, 2_000));
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      find(text);
      return performance.now() - started;
    });
    // Mostly below 50 ms; in quadratic time it would be many seconds.
    expect(Math.min(...times)).toBeLessThan(500);
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
