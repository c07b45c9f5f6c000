import { expect, test } from 'vitest';
import type { TimelineEntry } from '../findings/timeline/timeline.ts';
import { noResponse, report } from './example-report.test.data.ts';
import { textReporter } from './text.ts';

const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  what: 'event',
  text: 'FailedScheduling pod/web-0: 0/2 nodes are available: 2 node(s) had untolerated taint {sku: gpu}.',
  path: 'events.txt',
  line: 2,
  endLine: 2,
  findings: [{ finding: noResponse.id, rule: noResponse.rule, cause: 'egress-blocked', speaks: 'for' }],
  ...more,
});

const linesOf = (
  entries: readonly TimelineEntry[],
  options: { locale?: 'it'; width?: number } = {},
): readonly string[] => {
  const text = textReporter({ ...report, timeline: { entries, omitted: 0 } }, options);
  const from = text.search(/^(?:timeline|cronologia)$/m);
  return text.slice(from, text.indexOf('\n\nticket-4711')).split('\n');
};

test('a day has its heading, and an entry its time, place and findings', () => {
  const day = [
    entry({ time: '2024-02-07T06:04:42.000Z', what: 'log', more: 2, until: '2024-02-07T06:09:00.000Z' }),
    entry({
      time: '2024-02-07T06:05:00.000Z',
      inferred: true,
      earliest: '2024-02-07T06:04:00.000Z',
      latest: '2024-02-07T06:05:00.000Z',
    }),
    entry({ time: '2024-02-08T00:00:10.000Z', inferred: true, earliest: '2024-02-07T23:59:10.000Z' }),
    entry({
      time: '2024-02-08T01:00:00.000Z',
      inferred: true,
      findings: [{ finding: 'x', rule: 'shop/x', speaks: 'end' }],
    }),
  ];
  expect(linesOf(day, { width: 80 })).toEqual([
    'timeline',
    '',
    '  2024-02-07',
    '  06:04:42             log     FailedScheduling pod/web-0: 0/2 nodes are availa…',
    '                               events.txt:2  (2 lines say the same, the last at 06:09:00)',
    '                               aks-extensions/agent-no-response#egress-blocked',
    '  06:04:00..06:05:00   event   FailedScheduling pod/web-0: 0/2 nodes are availa…',
    '                               events.txt:2',
    '                               aks-extensions/agent-no-response#egress-blocked',
    '',
    '  2024-02-08',
    '  02-07 23:59..        event   FailedScheduling pod/web-0: 0/2 nodes are availa…',
    '                               events.txt:2',
    '                               aks-extensions/agent-no-response#egress-blocked',
    '  ~01:00:00            event   FailedScheduling pod/web-0: 0/2 nodes are availa…',
    '                               events.txt:2',
    '                               ends shop/x',
  ]);
});

test.each([
  [0, '-0s'],
  [59, '-59s'],
  [290, '-4m50s'],
  [3600, '-1h'],
  [90_061, '-1d1h'],
])('an age of %i seconds is %s', (ageSeconds, shown) => {
  expect(
    linesOf([entry({ ageSeconds })])[3]!
      .trim()
      .split(' ')[0],
  ).toBe(shown);
});

test('it is in Italian where the report is', () => {
  expect(linesOf([entry({})], { locale: 'it' }).slice(0, 3)).toEqual(['cronologia', '', "  senza un'ora indicata"]);
});
