import { describe, expect, test } from 'vitest';
import { parseRuleDocument } from './rule-document.ts';

const TEXT = `id: dns/slow
causes:
  - id: far
    title: The server is far
  - &near
    id: near
    title: >-
      The server is near
also:
  - *near
`;

describe('parseRuleDocument', () => {
  const document = parseRuleDocument('dns/slow.yaml', TEXT);

  test.each([
    ['a value', ['id'], undefined, 1, 5],
    ['a key', ['causes'], true, 2, 1],
    ['an entry', ['causes', 0], undefined, 3, 5],
    ['a value of an entry', ['causes', 0, 'title'], undefined, 4, 12],
    ['a block text', ['causes', 1, 'title'], undefined, 7, 12],
    ['a value behind an alias', ['also', 0, 'id'], undefined, 6, 9],
    ['a key that is not there, at what lacks it', ['causes', 0, 'solutions'], undefined, 3, 5],
    ['the whole file', [], undefined, 1, 1],
  ] as const)('finds the place of %s', (...[, at, key, line, column]) => {
    const complaint = key ? { at, key, message: 'is odd' } : { at, message: 'is odd' };
    expect(document.locate(complaint)).toEqual({ path: 'dns/slow.yaml', line, column, message: 'is odd' });
  });

  test.each([
    ['a quote that does not end', 'id: "dns\n', 2, 1],
    ['a key that is there twice', 'id: a\nid: b\n', 2, 1],
    ['a tag that YAML does not know', 'id: !secret a\n', 1, 5],
    ['several documents', 'id: a\n---\nid: b\n', 2, 1],
    ['an alias of nothing', 'id: *rule\n', 1, 1],
  ])('refuses %s', (...[, text, line, column]) => {
    const { problems, data } = parseRuleDocument('dns/slow.yaml', text);
    expect(problems[0]).toMatchObject({ path: 'dns/slow.yaml', line, column });
    expect(problems[0]?.message).toMatch(/^is not valid YAML: /);
    expect(data).toBeUndefined();
  });

  test('refuses aliases that multiply', () => {
    const levels = Array.from({ length: 8 }, (_, level) => `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
    const { problems } = parseRuleDocument('dns/slow.yaml', ['a: &a-1 [text]', ...levels].join('\n'));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^is not valid YAML: Excessive alias count/);
  });

  test.each([
    ['too long a file', `# ${'x'.repeat(300_000)}`, 'the file is longer than 256 KiB'],
    ['too deep a file', '['.repeat(1000), 'the file nests too deep'],
  ])('refuses %s', (_, text, message) => {
    expect(parseRuleDocument('dns/slow.yaml', text).problems).toEqual([
      { path: 'dns/slow.yaml', line: 1, column: 1, message },
    ]);
  });

  test('keeps YAML 1.2 whatever a file asks for', () => {
    expect(parseRuleDocument('dns/slow.yaml', 'a: NO\nb: 0777\n').data).toEqual({ a: 'NO', b: 777 });
  });

  test('gives a key named __proto__ no power', () => {
    const { data } = parseRuleDocument('dns/slow.yaml', '__proto__: { title: x }\n');
    expect(Object.keys(data as object)).toEqual(['__proto__']);
    expect((data as { title?: string }).title).toBeUndefined();
  });
});
