import { expect, test } from 'vitest';
import { datedName } from './dated-name.ts';

const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());

test.each([
  ['support-bundle-2024-05-01T10_00_07', '2024-05-01T10:00:07.000Z', 'assumed'],
  ['inspection-report-20240501_100007.tar.gz', '2024-05-01T10:00:07.000Z', 'assumed'],
  ['node1-2024-05-01_10_00_07', '2024-05-01T10:00:07.000Z', 'assumed'],
  ['eks_i-0a1b2c3d_2024-05-01_1000-UTC_0.7.9', '2024-05-01T10:00:00.000Z', 'stated'],
  ['sosreport-node1-2024-05-01-abcdefg', '2024-05-01T00:00:00.000Z', 'assumed'],
  ['dapr-2024-05-01-10.00.07', '2024-05-01T10:00:07.000Z', 'assumed'],
  ['2024-05-01T10-00-07Z', '2024-05-01T10:00:07.000Z', 'stated'],
  ['AKSWIN01-20240501-100007_logs.zip', '2024-05-01T10:00:07.000Z', 'assumed'],
  ['supportbundle_0b1f6471_2024-05-01T10-00-07Z.zip', '2024-05-01T10:00:07.000Z', 'stated'],
])('%s', (name, at, zone) => {
  const dated = datedName(name);
  expect([iso(dated?.at), dated?.zone]).toEqual([at, zone]);
});

test.each(['ticket-4711', 'case-20241301', 'v1.2024.05', 'build-120240501', '1999-05-01', '2024-02-31', ''])(
  '%s has no date',
  (name) => {
    expect(datedName(name)).toBeUndefined();
  },
);

test('a date without a zone may be anywhere in the world, and one without a time any time of the day', () => {
  const dated = datedName('case-2024-05-01');
  expect([iso(dated?.earliest), iso(dated?.latest)]).toEqual(['2024-04-30T10:00:00.000Z', '2024-05-02T13:00:00.000Z']);
});
