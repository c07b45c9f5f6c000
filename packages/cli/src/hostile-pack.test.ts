import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const RULE = (asked: string): string => `id: proxy/refuses
title: The proxy refuses
severity: error
appears:
  - event: { is: { message: ${asked} } }
causes:
  - id: closed
    title: It is closed
    solutions: [ { id: open, title: Open it, steps: [ { text: Open it. } ] } ]
references: [ https://example.com/proxy ]
`;

const EVENTS = (message: string): string =>
  `NAMESPACE   LAST SEEN   TYPE      REASON   OBJECT      MESSAGE\nshop        18s         Warning   Failed   pod/web-0   ${message}\n`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'referto-hostile-'));
  mkdirSync(join(folder, 'pack/proxy'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What an analysis with such a rule says, and in which time. */
async function withRule(rule: string, events: string) {
  writeFileSync(join(folder, 'pack/proxy/refuses.yaml'), rule);
  writeFileSync(join(folder, 'events.txt'), events);
  const started = performance.now();
  const found = await runMain([join(folder, 'events.txt'), '--rules', join(folder, 'pack'), '--no-config', '--json']);
  return { ...found, time: performance.now() - started };
}

describe('a pack of others', () => {
  test.each([
    [
      'two stretches of anything',
      '{ contains: proxy refused, matches: ".*refused.*by.*x$" }',
      'proxy refused by '.repeat(6_000),
    ],
    ['a blank at the end', '{ contains: proxy refused, matches: "\\\\s+$" }', `proxy refused${' '.repeat(60_000)}.`],
    ['many wildcards', '"*proxy*refused*by*a*b*c*d*e*f*g"', 'proxy refused by a'.repeat(5_000)],
    ['many variables', '"{a} proxy {b} refused {c} by {d}"', 'x proxy y refused z '.repeat(5_000)],
  ])('cannot slow an analysis with %s', async (_, asked, message) => {
    const baseline = await withRule(RULE('{ contains: proxy refused }'), EVENTS(message));
    const { code, time } = await withRule(RULE(asked), EVENTS(message));
    expect([0, 1]).toContain(code);
    expect(time).toBeLessThan(baseline.time + 2_000);
  });

  test.each([
    [
      'look-ahead',
      '{ contains: proxy refused, matches: "refused (?=by)" }',
      'must not look ahead or behind: a text is read once; match what stands there too',
    ],
    ['a back reference', '{ contains: proxy refused, matches: "(a)\\\\1" }', 'must not refer back to a group'],
    ['an expression without a text to look for', '{ matches: "refused" }', 'matches needs a contains beside it'],
    ['a text that is everywhere', '{ contains: a }', 'contains needs at least 7 bytes'],
    ['a repetition of repetitions', '{ contains: proxy refused, matches: "(x+)+y" }', 'must not repeat a group'],
    [
      'a program of many steps',
      '{ contains: proxy refused, matches: "x[^y]{1,900}y[^z]{1,900}z" }',
      'repeats too much',
    ],
    ['braces that count', '"proxy{1..100000}"', 'a brace in a value begins a variable'],
  ])('with %s is refused by its line, with what to write instead', async (_, asked, message) => {
    const { code, err } = await withRule(RULE(asked), EVENTS('proxy refused'));
    expect(err).toMatch(/^proxy\/refuses\.yaml:5:\d+ /);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test.each(['+(a|aa)*', '[[:constructor:]]', '!(proxy)', '@(proxy|refused)?', '\\*'])(
    'has no pattern but the wildcard: %s is a text',
    async (pattern) => {
      const rule = RULE(`'proxy ${pattern}'`);
      expect((await withRule(rule, EVENTS('proxy aaaaaaaaaaaaaaaa'))).out).toContain('"findings": []');
      const literal = pattern.replaceAll('*', 'zz');
      expect(JSON.parse((await withRule(rule, EVENTS(`proxy ${literal}`))).out).findings).toHaveLength(1);
    },
  );

  test.each([
    ['that nests too deep', `id: ${'['.repeat(100_000)}`, 'the file nests too deep'],
    ['that is long', `id: "${'a'.repeat(300_000)}"`, 'the file is longer than 256 KiB'],
    [
      'whose aliases repeat without end',
      `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
        .split('')
        .map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at]}, `.repeat(9)}]`)
        .join('\n')}\n`,
      'is not valid YAML',
    ],
  ])('%s is refused', async (_, rule, message) => {
    const { code, err, time } = await withRule(rule, EVENTS('proxy refused'));
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(time).toBeLessThan(5_000);
  });

  test('cannot add to what every object has', async () => {
    const rule = RULE('{ contains: proxy refused }').replace(
      'severity: error',
      'severity: error\n__proto__: { polluted: true }',
    );
    const { err } = await withRule(rule, EVENTS('proxy refused'));
    expect(err).toContain('"__proto__" is not known here');
    expect(({} as { polluted?: true }).polluted).toBeUndefined();
  });
});

test('rules are loaded, checked and judged without making code of text', async () => {
  await withRule(RULE('{ contains: proxy refused, matches: "refused (?<who>.*)" }'), EVENTS('proxy refused web'));
  const bin = new URL('../bin/referto.js', import.meta.url).pathname;
  const argv = [
    '--disallow-code-generation-from-strings',
    bin,
    join(folder, 'events.txt'),
    '--rules',
    join(folder, 'pack'),
  ];
  const { status, stderr } = spawnSync(process.execPath, [...argv, '--no-config'], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});
