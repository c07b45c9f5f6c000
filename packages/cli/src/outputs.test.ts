import { expect, test } from 'vitest';
import { pairOutputs, type OutputWish } from './outputs.ts';
import { UsageError } from './usage-error.ts';

const format = (name: 'text' | 'json'): OutputWish => ({ format: name });
const file = (name: string): OutputWish => ({ file: name });

test.each<[string, readonly OutputWish[], object[]]>([
  ['nothing is text on standard output', [], [{ format: 'text' }]],
  ['a format alone goes to standard output', [format('json')], [{ format: 'json' }]],
  ['a file alone gets text', [file('a.txt')], [{ format: 'text', file: 'a.txt' }]],
  ['a file belongs to the format before it', [format('json'), file('a')], [{ format: 'json', file: 'a' }]],
  [
    'a file belongs to the format after it where none is before',
    [file('a'), format('json')],
    [{ format: 'json', file: 'a' }],
  ],
  [
    'pairs keep together',
    [format('text'), file('a'), format('json'), file('b')],
    [
      { format: 'text', file: 'a' },
      { format: 'json', file: 'b' },
    ],
  ],
  [
    'one format of two may go to standard output',
    [format('text'), format('json'), file('b')],
    [{ format: 'text' }, { format: 'json', file: 'b' }],
  ],
  ['the file - is standard output', [format('json'), file('-')], [{ format: 'json' }]],
])('%s', (_name, wishes, outputs) => {
  expect(pairOutputs(wishes)).toEqual(outputs);
});

test('two formats cannot both go to standard output', () => {
  expect(() => pairOutputs([format('text'), format('json')])).toThrow(UsageError);
});
