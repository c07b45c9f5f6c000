import { expect, test } from 'vitest';
import { numberSecrets } from '../facts/mark-secret.ts';
import type { Evidence, Finding, JudgedCause } from '../findings/finding.ts';
import { quotedPlaces, MOST_PLACES } from './quoted-places.ts';
import { readContext } from './read-context.ts';

const at = (path: string, line: number, endLine = line): Evidence => ({ path, line, endLine, text: '' });

const finding = (...evidence: readonly Evidence[]): Finding => ({
  id: 'f',
  rule: 'a/b',
  title: 'It broke',
  severity: 'error',
  status: 'active',
  seen: true,
  rank: 1,
  explains: [],
  objects: [],
  evidence,
  causes: [],
  remarks: [],
  references: [],
});

const OPTIONS = {
  lines: 2,
  label: (path: string) => path,
  mark: numberSecrets(),
  limits: undefined,
  signal: undefined,
  milliseconds: 60_000,
};

const numbered = (count: number): string => Array.from({ length: count }, (_one, i) => `line ${i + 1}\n`).join('');

async function shown(text: string, quotes: readonly Evidence[], lines = 2): Promise<readonly string[]> {
  const { lines: context } = await readContext({ 'a.txt': text }, [finding(...quotes)], {
    ...OPTIONS,
    mark: numberSecrets(),
    lines,
  });
  return context.map(({ line, text: one }) => `${line} ${one}`);
}

test('the lines before and after a quote are given, without the quote', async () => {
  expect(await shown(numbered(9), [at('a.txt', 4, 5)])).toEqual(['2 line 2', '3 line 3', '6 line 6', '7 line 7']);
});

test('where quotes stand close together a line is given once', async () => {
  expect(await shown(numbered(9), [at('a.txt', 3), at('a.txt', 4)], 1)).toEqual([
    '2 line 2',
    '3 line 3',
    '4 line 4',
    '5 line 5',
  ]);
});

test('at the ends of a file there are fewer', async () => {
  expect(await shown(numbered(3), [at('a.txt', 1), at('a.txt', 3)], 1)).toEqual(['2 line 2']);
});

test('only quoted files are read, and they come in the order of paths', async () => {
  const files = { 'c.txt': numbered(3), 'b.txt': numbered(3), 'a.txt': numbered(3) };
  const { lines: context } = await readContext(files, [finding(at('c.txt', 1), at('a.txt', 1))], {
    ...OPTIONS,
    lines: 1,
  });
  expect(context.map(({ path, line }) => `${path}:${line}`)).toEqual(['a.txt:2', 'c.txt:2']);
});

test('a file is found by the name it has in the report', async () => {
  const label = (path: string): string => path.replace('ticket/', '');
  const { lines: context } = await readContext({ 'ticket/a.txt': numbered(2) }, [finding(at('a.txt', 1))], {
    ...OPTIONS,
    label,
  });
  expect(context).toEqual([{ path: 'a.txt', line: 2, text: 'line 2' }]);
});

test('secrets are marked in the order of the report, and the same one alike', async () => {
  const mark = numberSecrets();
  mark('in a quote');
  const files = {
    'b.txt': 'x\npassword=hunter2hunter2\n',
    'a.txt': 'x\npassword=other-secret-1\npassword=hunter2hunter2\n',
  };
  const { lines: context } = await readContext(files, [finding(at('b.txt', 1), at('a.txt', 1))], { ...OPTIONS, mark });
  expect(context.map(({ text }) => text)).toEqual([
    'password=<secret:2>',
    'password=<secret:3>',
    'password=<secret:3>',
  ]);
});

test('a text that looks like a mark that is held back gives nothing away', async () => {
  expect(await shown('x\n<secret:held_0> <secret:held_9>\n', [at('a.txt', 1)])).toEqual([
    '2 <secret:held_0> <secret:held_9>',
  ]);
});

test('where the time is over nothing is given, and that is said', async () => {
  const read = await readContext({ 'a.txt': numbered(9) }, [finding(at('a.txt', 4))], { ...OPTIONS, milliseconds: -1 });
  expect(read).toEqual({ lines: [], late: true });
});

test('an aborted reading ends with the reason', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(readContext({ 'a.txt': 'x' }, [finding(at('a.txt', 1))], { ...OPTIONS, signal })).rejects.toThrow(
    'enough',
  );
});

test('of very many quotes those of the first findings count, and of one list the first', () => {
  const many = Array.from({ length: MOST_PLACES }, (_one, i) => finding(at('a.txt', i + 1)));
  const places = quotedPlaces([finding(...Array.from({ length: 20 }, (_one, i) => at('b.txt', i + 1))), ...many]);
  expect(places.get('b.txt')).toHaveLength(8);
  expect(places.get('a.txt')).toHaveLength(MOST_PLACES - 8);
});

test('of an excluded cause the lines against it are looked for', () => {
  const cause: JudgedCause = {
    id: 'c',
    title: 'It',
    verdict: 'excluded',
    resolved: false,
    capped: [],
    evidence: [at('for.txt', 1)],
    counterEvidence: [at('against.txt', 1)],
    because: [],
    collect: [],
    solutions: [],
  };
  expect([...quotedPlaces([{ ...finding(), causes: [cause] }]).keys()]).toEqual(['against.txt']);
});
