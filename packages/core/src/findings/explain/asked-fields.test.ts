import { expect, test } from 'vitest';
import { askedFields } from './asked-fields.ts';

test('what a rule asks of fields is told by operator and values', () => {
  const asked = askedFields({
    status: ['Pending', 'Failed'],
    restarts: { gt: 3, lt: '1h' },
    message: { contains: 'connection refused', matches: 'port (\\d+)' },
    annotations: { absent: true },
    reasons: { class: 'taint', count: 2 },
  });
  expect(asked).toEqual([
    { field: 'status', tests: [{ asks: 'is', values: ['Pending', 'Failed'] }] },
    {
      field: 'restarts',
      tests: [
        { asks: 'gt', values: ['3'] },
        { asks: 'lt', values: ['1h'] },
      ],
    },
    {
      field: 'message',
      tests: [
        { asks: 'contains', values: ['connection refused'] },
        { asks: 'matches', values: ['port (\\d+)'] },
      ],
    },
    { field: 'annotations', tests: [{ asks: 'absent', values: [] }] },
    {
      field: 'reasons',
      tests: [
        {
          asks: 'parts',
          fields: [
            { field: 'class', tests: [{ asks: 'is', values: ['taint'] }] },
            { field: 'count', tests: [{ asks: 'is', values: ['2'] }] },
          ],
        },
      ],
    },
  ]);
});
