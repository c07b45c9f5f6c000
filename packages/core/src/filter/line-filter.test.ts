import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDenseSearch } from './dense-search.ts';
import { wordsOf } from './gram-windows.ts';
import { createLineFilter, type TextLines } from './line-filter.ts';
import { linkTokens } from './match-literal.ts';
import { printedLiteral } from './printed-literal.ts';

const LITERALS = [
  'connection refused',
  'no such host',
  'not found',
  'get "http',
  'post \\"http',
  'out of memory',
  'i/o timeout',
  'x509: cannot',
  "user's quota",
  'err : {<nil>}',
  'non è autorizzato',
  'ExtensionController',
];

const linesOf = (lines: readonly string[]): TextLines => {
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
  const memory = new Uint8Array(4 * Math.ceil((bytes.length + 4) / 4));
  memory.set(bytes);
  const starts = [0];
  for (let at = memory.indexOf(10); at >= 0 && at < bytes.length; at = memory.indexOf(10, at + 1)) starts.push(at + 1);
  return { bytes: memory, words: new Int32Array(memory.buffer), starts: Int32Array.from(starts), count: lines.length };
};

const found = (filter: ReturnType<typeof createLineFilter>, lines: readonly string[]): readonly number[] => {
  const all: number[] = [];
  filter.scan(linesOf(lines), (line) => all.push(line));
  return all;
};

const anyOf = (literals: readonly string[]) => ({ literals, wants: literals.map((_, number) => [[number]]) });

/** What the filter has to agree with. */
const expressionFor = (literal: string): RegExp => {
  const signs: Record<string, string> = {
    '"': String.raw`\\{0,3}"`,
    '\\': String.raw`\\{1,4}`,
    '/': String.raw`\\{0,2}/`,
    '<': String.raw`(?:<|\\{1,2}u003c)`,
    '>': String.raw`(?:>|\\{1,2}u003e)`,
    "'": String.raw`(?:'|\\{1,2}u0027)`,
  };
  const few = printedLiteral(literal).some((token) => token.type === 'blanks' && token.most === 3);
  const blanks = String.raw`(?:[ \t]|\\{1,2}[nrt])` + (few ? '{1,3}' : '+');
  const pieces = [...literal.matchAll(/\s+|\S/gu)].map(([piece]) =>
    /\s/.test(piece) ? blanks : (signs[piece] ?? piece.replace(/[.*+?^${}()|[\]]/, String.raw`\$&`)),
  );
  return new RegExp(pieces.join(''), 'i');
};

const EXPRESSIONS = LITERALS.map(expressionFor);

const noise = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  '\\n',
  '\\\\n',
  '\\',
  '\\"',
  '"',
  '/',
  'a',
  'x509',
  'not',
  'é',
  '"http',
  'nil',
);
const printed = fc
  .tuple(
    fc.constantFrom(...LITERALS),
    fc.constantFrom(' ', '   ', '\t', '\\n', '\\\\n', '    ', '\\r\\n  '),
    fc.boolean(),
  )
  .map(([literal, blank, upper]) => (upper ? literal.toUpperCase() : literal).replaceAll(' ', blank));
const line = fc.array(fc.oneof(noise, noise, printed), { maxLength: 12 }).map((pieces) => pieces.join(''));

describe('a filter agrees with expressions', () => {
  test('on which of many lines are wanted', () => {
    const filter = createLineFilter(anyOf(LITERALS));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const expected = lines.flatMap((text, at) => (EXPRESSIONS.some((one) => one.test(text)) ? [at] : []));
        expect(found(filter, lines)).toEqual(expected);
        expect(lines.flatMap((text, at) => (filter.holds(text) ? [at] : []))).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('and so does the search byte by byte', () => {
    const search = createDenseSearch(LITERALS.map((literal) => linkTokens(printedLiteral(literal))));
    fc.assert(
      fc.property(line, (text) => {
        const bytes = new TextEncoder().encode(text);
        const met = new Set<number>();
        search({ bytes, from: 0, to: bytes.length }, (literal) => met.add(literal));
        expect([...met].sort((a, b) => a - b)).toEqual(EXPRESSIONS.flatMap((one, at) => (one.test(text) ? [at] : [])));
      }),
      { numRuns: 2000 },
    );
  });
});

test('every literal but one of short words has a window', () => {
  const without = [...LITERALS, 'a b c d'].filter((literal) => wordsOf(printedLiteral(literal)).length === 0);
  expect(without).toEqual(['a b c d']);
});

test('a line is wanted if it has one literal of every group of a want', () => {
  const filter = createLineFilter({
    literals: ['response code', 'kubernetesconfiguration', 'getPendingConfigs', 'out of memory'],
    wants: [[[0], [1, 2]], [[3]]],
  });
  expect(found(filter, ['response code', 'getPendingConfigs', 'getPendingConfigs response code 200'])).toEqual([2]);
  expect(found(filter, ['response code', 'kubernetesconfiguration', 'Out of memory: killed'])).toEqual([2]);
});

test('a text full of what looks like a literal is searched byte by byte, and nothing is lost', () => {
  const filter = createLineFilter(anyOf(['timeout exceeded', 'trololololo']));
  const lines = Array.from({ length: 20_000 }, (_, at) => (at % 1000 === 7 ? 'timeout exceeded' : 'rolo'.repeat(20)));
  const expected = lines.flatMap((text, at) => (text.startsWith('t') ? [at] : []));
  expect(found(filter, lines)).toEqual(expected);
  expect(found(filter, lines)).toEqual(expected);
});

test('a literal with a stretch of letters too short for a window is found as well', () => {
  const filter = createLineFilter(anyOf(['a b c d', 'connection refused']));
  expect(found(filter, ['a b c', 'say A  B\tc d', 'connection refused'])).toEqual([1, 2]);
});

test('what was seen of a text changes where literals are looked for, but not what is found', () => {
  const filter = createLineFilter(anyOf(LITERALS));
  const lines = Array.from({ length: 4000 }, (_, at) =>
    at % 97 === 0 ? 'dial tcp: connection refused' : `connection of controller ${at} to extension ${at * 7} is up`,
  );
  const expected = lines.flatMap((text, at) => (text.endsWith('refused') ? [at] : []));
  for (let round = 0; round < 3; round++) {
    filter.begin();
    expect(found(filter, lines)).toEqual(expected);
  }
});

test('nothing is wanted without literals', () => {
  const filter = createLineFilter({ literals: [], wants: [] });
  expect(found(filter, ['connection refused', ''])).toEqual([]);
});
