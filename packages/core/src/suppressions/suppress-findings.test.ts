import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding, JudgedCause } from '../findings/finding.ts';
import type { Report } from '../report/report.ts';
import { loadBaseline } from './load-baseline.ts';
import { loadConfiguration } from './load-configuration.ts';
import { suppressFindings, type Suppressions } from './suppress-findings.ts';

const cause = (id: string, verdict: JudgedCause['verdict']): JudgedCause => ({
  id,
  title: id,
  verdict,
  resolved: false,
  capped: [],
  evidence: [],
  counterEvidence: [],
  because: [],
  collect: [],
  solutions: [],
});

const WAITS: Finding = {
  id: 'f00d',
  rule: 'kubernetes/pod-unschedulable',
  title: 'Pods wait',
  severity: 'error',
  status: 'active',
  seen: true,
  rank: 1,
  explains: [],
  objects: [
    { kind: 'pod', namespace: 'shop', name: 'batch-1' },
    { kind: 'pod', namespace: 'shop', name: 'batch-2' },
  ],
  evidence: [],
  causes: [cause('insufficient-resources', 'confirmed'), cause('untolerated-taint', 'possible')],
  remarks: [],
  references: [],
};

const reportOf = (
  finding: Partial<Finding> = {},
  capturedAt: string | undefined = '2026-02-07T06:05:00.000Z',
): Report => ({
  schemaVersion: 1,
  locale: 'en',
  generator: { name: 'referto', version: '0.1.0', packs: [] },
  bundle: { name: 'case', kind: 'loose', container: 'memory', ...(capturedAt === undefined ? {} : { capturedAt }) },
  findings: [{ ...WAITS, ...finding }],
  coverage: {
    files: { total: 1, read: 1 },
    rules: { total: 1, judged: 1 },
    captures: [],
    unread: [],
    notJudged: [],
    judged: [],
  },
  notes: [],
});

const entry = (lines: string, expires = '2026-12-31'): string =>
  `suppress:\n  - rule: kubernetes/*\n    ${lines}\n    reason: Batch pods wait for the night.\n    expires: ${expires}\n`;

const configured = (text: string): Suppressions => ({ configuration: loadConfiguration('.referto.yaml', text) });

/** Whether an entry with these lines suppresses the finding, with these changes. */
const isSuppressed = (lines: string, finding: Partial<Finding> = {}): boolean =>
  suppressFindings(reportOf(finding), configured(entry(lines))).findings[0]!.suppressed !== undefined;

describe('an entry of a configuration', () => {
  test('says by its line why a finding does not count, and the finding stays', () => {
    const { findings, suppressed } = suppressFindings(reportOf(), configured(entry("object: 'pod shop/*'")));
    const by = {
      by: 'configuration',
      path: '.referto.yaml',
      line: 2,
      reason: 'Batch pods wait for the night.',
      expires: '2026-12-31',
    };
    expect(findings[0]).toMatchObject({ id: 'f00d', status: 'active', suppressed: by });
    expect(suppressed).toMatchObject({
      asOf: '2026-02-07',
      findings: 1,
      entries: [{ ...by, state: 'used', findings: 1 }],
    });
  });

  test.each([
    ['all of its objects', "object: 'pod shop/batch-*'", true],
    ['one of its objects', "object: 'pod shop/batch-1'", false],
    ['each of its objects', "object: ['pod shop/batch-1', 'pod SHOP/batch-2']", true],
    ['objects of another kind', "object: 'node *'", false],
    ['its one cause that is at work', 'cause: insufficient-*', true],
    ['a cause that is only possible', 'cause: untolerated-taint', false],
  ])('that names %s', (_, lines, expected) => {
    expect(isSuppressed(lines)).toBe(expected);
  });

  test('for a cause does not reach a finding that has another one at work', () => {
    const causes = [cause('insufficient-resources', 'likely'), cause('untolerated-taint', 'likely')];
    const { findings, suppressed } = suppressFindings(reportOf({ causes }), configured(entry('cause: insufficient-*')));
    expect(findings[0]!.suppressed).toBeUndefined();
    expect(findings[0]!.causes.map((one) => one.suppressed?.line)).toEqual([2, undefined]);
    expect(suppressed!.entries[0]).toMatchObject({ state: 'used', findings: 0 });
  });

  test('for objects does not reach a finding without any', () => {
    expect(isSuppressed("object: '*'", { objects: [] })).toBe(false);
  });

  test('does not count for what is over', () => {
    expect(isSuppressed("cause: '*'", { status: 'resolved' })).toBe(false);
  });
});

describe('an expiry', () => {
  const state = (expires: string, report: Report, today?: string): string => {
    const suppressions = { ...configured(entry("cause: '*'", expires)), ...(today !== undefined && { today }) };
    const { findings, suppressed } = suppressFindings(report, suppressions);
    expect(findings[0]!.suppressed !== undefined).toBe(suppressed!.entries[0]!.state === 'used');
    return suppressed!.entries[0]!.state;
  };

  test('is compared with the day of the captures, and that day still counts', () => {
    expect([state('2026-02-07', reportOf()), state('2026-02-06', reportOf())]).toEqual(['used', 'expired']);
  });

  test('is compared with another day where one is given', () => {
    expect(state('2026-02-07', reportOf(), '2026-02-08')).toBe('expired');
  });

  test('that cannot be compared suppresses nothing', () => {
    const undated = reportOf();
    const { capturedAt: _, ...bundle } = undated.bundle;
    expect(state('2099-12-31', { ...undated, bundle })).toBe('undated');
  });
});

describe('a baseline', () => {
  const known = (finding: Partial<Finding>): Suppressions => ({
    baseline: loadBaseline('before.json', JSON.stringify(reportOf(finding))),
  });

  test('knows a finding that it has, with every cause that is at work now', () => {
    const { findings, suppressed } = suppressFindings(reportOf(), known({}));
    expect(findings[0]!.suppressed).toEqual({ by: 'baseline', path: 'before.json' });
    expect(suppressed!.entries).toEqual([{ by: 'baseline', path: 'before.json', state: 'used', findings: 1 }]);
  });

  test.each<[string, Partial<Finding>]>([
    ['another finding', { id: 'beef' }],
    ['one that was over then', { status: 'resolved' }],
    ['the finding with another cause at work', { causes: [cause('untolerated-taint', 'confirmed')] }],
    ['the finding with its cause only possible', { causes: [cause('insufficient-resources', 'possible')] }],
  ])('with %s does not', (_, finding) => {
    expect(suppressFindings(reportOf(), known(finding)).findings[0]!.suppressed).toBeUndefined();
  });

  test.each([
    ['{ "findings": ', 'before.json:1:1 is not valid JSON'],
    ['{}', 'before.json:1:1 is no report'],
    ['{ "findings": [ { "id": 1 } ] }', 'before.json:1:1 is no report: a finding lacks its id'],
  ])('that is %s is refused', (text, message) => {
    expect(() => loadBaseline('before.json', text)).toThrow(message);
  });
});

describe('a configuration', () => {
  test.each([
    ['suppress:\n  - rule: a/b\n    reason: x', '.referto.yaml:2:5 expires is missing in suppress[0]'],
    ['suppress:\n  - rule: a/b\n    expires: 2026-12-31', '.referto.yaml:2:5 reason is missing in suppress[0]'],
    [entry('cause: x', 'soon'), '.referto.yaml:5:14 expires must be a day such as 2026-12-31'],
    [entry('objects: x'), '.referto.yaml:3:5 "objects" is not known here; did you mean "object"?'],
    ['supress: []', '.referto.yaml:1:1 "supress" is not known here; did you mean "suppress"?'],
    ['suppress: [', '.referto.yaml:1:12 is not valid YAML'],
  ])('that is wrong is refused by line and column', (text, message) => {
    expect(() => loadConfiguration('.referto.yaml', text)).toThrow(message);
  });

  test('of comments only says nothing', () => {
    expect(loadConfiguration('.referto.yaml', '# nothing yet\n').suppress).toEqual([]);
  });
});

test('a report with suppressed findings meets its schema', () => {
  const schema = JSON.parse(readFileSync(new URL('../report/report.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ strict: true, formats: { 'date-time': true } }).compile(schema);
  const report = suppressFindings(reportOf(), configured(entry('cause: insufficient-*')));
  expect(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors)).toBe(true);
});
