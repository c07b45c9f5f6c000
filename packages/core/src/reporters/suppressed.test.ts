import { describe, expect, test } from 'vitest';
import type { Finding, Suppression } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { noResponse, report } from './example-report.test.data.ts';
import { htmlReporter } from './html/html.ts';
import { junitReporter } from './junit.ts';
import { markdownReporter } from './markdown.ts';
import { sarifReporter } from './sarif.ts';
import { textReporter } from './text.ts';

const suppressed: Suppression = {
  by: 'configuration',
  path: '.referto.yaml',
  line: 2,
  reason: 'The networks are parted next week.',
  expires: '2026-03-31',
};
const known: Finding = { ...noResponse, suppressed };
const entry = { ...suppressed, rule: noResponse.rule, state: 'used', findings: 1 } as const;
const old = { ...entry, line: 7, state: 'expired', findings: 0 } as const;
const shown: Report = { ...report, findings: [known], suppressed: { findings: 1, entries: [entry, old] } };

describe('what is known', () => {
  test('is one entry of a text report, with who says so, and is counted', () => {
    const text = textReporter(shown);
    expect(text).toMatch(
      /^suppressed {2}error {2}aks-extensions\/agent-no-response {2}.*\n {4}by \.referto\.yaml:2 until 2026-03-31: The/,
    );
    expect(text).toContain(
      'not applied  .referto.yaml:7 aks-extensions/agent-no-response: it has expired on 2026-03-31',
    );
    expect(text.replace(/\s+/g, ' ')).toContain('; 1 finding is suppressed');
    expect(text).not.toContain('traffic-not-authorized');
    expect(textReporter(shown, { locale: 'it' })).toContain('soppresso  errore');
  });

  test('leaves what follows from it', () => {
    const follower: Finding = { ...noResponse, id: 'follower', title: 'Helm gave up', follows: known.id };
    expect(textReporter({ ...shown, findings: [known, follower] })).toMatch(/^error {2}\S+ {2}Helm gave up$/m);
  });

  test('is not among the errors of a comment for a ticket, but in it', () => {
    const text = markdownReporter(shown);
    expect(text).toMatch(/^\*\*Report on .*\*\* 0 errors$/m);
    expect(text).toMatch(/^- suppressed: `aks-extensions\/agent-no-response` .*until 2026/m);
  });

  test('is a suppressed result of SARIF', () => {
    const [run] = JSON.parse(sarifReporter(shown)).runs;
    expect(run.results[0].suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'The networks are parted next week. (.referto.yaml:2, until 2026-03-31)',
      },
    ]);
  });

  test('passes in JUnit XML, and is told there', () => {
    const xml = junitReporter({ ...shown, coverage: { ...shown.coverage, judged: [known.rule] } });
    expect(xml).not.toContain('<failure');
    expect(xml).toContain('error, suppressed: ');
  });

  test('says so on the page', () => {
    expect(htmlReporter(shown)).toContain('suppressed: by .referto.yaml:2 until 2026-03-31: The networks');
  });
});
