import { describe, expect, test } from 'vitest';
import { assumedHeading, expandTabs, readHeading, type ColumnGrammar, type Grammar } from './column-heading.ts';
import { readRow } from './column-table.ts';

const GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ['name', { test: /^[a-z][\w-]*$/ }],
  ['status', { test: /^[A-Z]\w*$/ }],
  ['restarts', { test: /^\d+(?: \(\S+ ago\))?$/, words: 3 }],
  ['nominated node', { test: /^\S+$/ }],
  ['message', { test: /[^]/, free: true }],
]);

const cellsOf = (text: string, heading: string): Record<string, string> | undefined => {
  const read = readHeading(heading, GRAMMAR);
  const row = read && readRow(text, read);
  return row && Object.fromEntries(row.cells);
};

const WEB = { name: 'web-0', status: 'Running', restarts: '5 (3m ago)' };

describe('a row below its heading', () => {
  test.each([
    ['aligned', 'NAME    STATUS    RESTARTS', 'web-0   Running   5 (3m ago)'],
    ['collapsed to single blanks', 'NAME STATUS RESTARTS', 'web-0 Running 5 (3m ago)'],
    ['parted by tabs', 'NAME\tSTATUS\tRESTARTS', 'web-0\tRunning\t5 (3m ago)'],
    ['with tabs in place of blanks', 'NAME\tSTATUS\t  RESTARTS', 'web-0\tRunning\t  5 (3m ago)'],
    ['padded wider than the heading', 'NAME STATUS RESTARTS', 'web-0     Running     5 (3m ago)'],
    ['shifted below an aligned heading', 'NAME    STATUS    RESTARTS', 'web-0  Running  5 (3m ago)'],
    ['indented', '    NAME    STATUS    RESTARTS', '    web-0   Running   5 (3m ago)'],
    ['set in bold', 'NAME STATUS RESTARTS', '**web-0** Running 5 (3m ago)'],
  ])('is read when %s', (_, heading, row) => {
    expect(cellsOf(row, heading)).toEqual(WEB);
  });

  test('keeps blanks in a free column', () => {
    expect(cellsOf('web-0   Error    disk  is full', 'NAME    STATUS   MESSAGE')).toEqual({
      name: 'web-0',
      status: 'Error',
      message: 'disk  is full',
    });
  });

  test('is none when a cell does not look like its column', () => {
    expect(cellsOf('Nota: tutto bene', 'NAME    STATUS    RESTARTS')).toBeUndefined();
  });

  test('leaves out the cell it is cut in', () => {
    const heading = readHeading('NAME    STATUS    RESTARTS', GRAMMAR);
    const row = heading && readRow('web-0   Runn', heading);
    expect([row?.whole, Object.fromEntries(row?.cells ?? [])]).toEqual([false, { name: 'web-0' }]);
  });
});

describe('a heading line', () => {
  test('knows headings of two words', () => {
    expect(readHeading('NAME NOMINATED NODE STATUS', GRAMMAR)?.columns.map(({ name }) => name)).toEqual([
      'name',
      'nominated node',
      'status',
    ]);
  });

  test('may have columns the grammar does not know', () => {
    expect(cellsOf('web-0   blue', 'NAME    __PROTO__')).toEqual(
      Object.fromEntries([
        ['name', 'web-0'],
        ['__proto__', 'blue'],
      ]),
    );
  });

  test.each(['', 'NAME', 'Name: web-0', 'the NAME of it'])('is not "%s"', (text) => {
    expect(readHeading(text, GRAMMAR)).toBeUndefined();
  });
});

test('rows without a heading are read by what each column may hold', () => {
  const row = readRow('web-0 Running 0', assumedHeading(['name', 'status', 'restarts'], GRAMMAR));
  expect(Object.fromEntries(row?.cells ?? [])).toEqual({ name: 'web-0', status: 'Running', restarts: '0' });
});

test('tabs stop every eight columns', () => {
  expect(expandTabs('a\tbc\t\td')).toBe('a       bc              d');
});

test('a hostile row costs no more than its length', () => {
  const started = performance.now();
  cellsOf(`${'a '.repeat(90_000)}`, 'NAME STATUS RESTARTS');
  cellsOf(`${' '.repeat(190_000)}x`, 'NAME STATUS RESTARTS');
  expect(performance.now() - started).toBeLessThan(1000);
});
