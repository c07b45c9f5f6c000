import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listEvidence } from './evidence.ts';
import type { Evidence } from './finding.ts';

const evidence: fc.Arbitrary<Evidence> = fc
  .record({
    path: fc.constantFrom('a.log', 'b.log'),
    line: fc.integer({ min: 1, max: 9 }),
    text: fc.constantFrom('one', 'two'),
    quoted: fc.boolean(),
  })
  .map(({ quoted, line, ...more }) => ({ ...more, line, endLine: line, ...(quoted ? { quoted: true as const } : {}) }));

test('of many lines the first twenty are told, in order and each once; a line that is a sample here and none there is none', () => {
  fc.assert(
    fc.property(fc.array(evidence, { maxLength: 120 }), (given) => {
      const keyOf = ({ path, line, text }: Evidence): string => `${path} ${line} ${text}`;
      const keys = [...new Set(given.map(keyOf))].sort().slice(0, 20);
      const told = listEvidence(given);
      expect(told.map(keyOf)).toEqual(keys);
      for (const one of told) {
        const same = given.filter((other) => keyOf(other) === keyOf(one));
        expect(one.quoted === true).toBe(same.every(({ quoted }) => quoted === true));
      }
    }),
  );
});
