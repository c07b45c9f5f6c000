import type { Finding, Note, Report } from '@referto/core';
import { expect, test } from 'vitest';
import { exitCodeOf, worstCode, type ExitCode, type FailOn } from './exit-code.ts';

const finding = (severity: Finding['severity'], status: Finding['status'] = 'active'): Finding => ({
  id: '1',
  rule: 'kubernetes/pod-unschedulable',
  title: 'A pod finds no node',
  severity,
  status,
  seen: true,
  rank: 1,
  explains: [],
  objects: [],
  evidence: [],
  causes: [],
  remarks: [],
  references: [],
});

const reportOf = (findings: readonly Finding[], notes: readonly Note[] = []): Report => ({
  schemaVersion: 1,
  locale: 'en',
  generator: { name: 'referto', version: '0.1.0', packs: [] },
  bundle: { name: 'ticket', kind: 'loose', container: 'folder' },
  findings,
  coverage: {
    files: { total: 1, read: 1 },
    rules: { total: 1, judged: 1 },
    captures: [],
    unread: [],
    judged: [],
    notJudged: [],
  },
  notes,
});

test.each<[FailOn, Finding['severity'], 0 | 1]>([
  ['error', 'error', 1],
  ['error', 'warning', 0],
  ['warning', 'error', 1],
  ['warning', 'warning', 1],
  ['warning', 'info', 0],
  ['never', 'error', 0],
])('--fail-on %s with a finding of severity %s gives %i', (failOn, severity, code) => {
  expect(exitCodeOf(reportOf([finding(severity)]), failOn)).toBe(code);
});

test('a finding that is over does not fail', () => {
  expect(exitCodeOf(reportOf([finding('error', 'resolved')]), 'error')).toBe(0);
});

test('what was not read counts more than what was found', () => {
  const damaged: Note = { code: 'archive-damaged', message: 'the archive ends too early' };
  expect(exitCodeOf(reportOf([finding('error')], [damaged]), 'error')).toBe(3);
  expect(exitCodeOf(reportOf([], [damaged]), 'never')).toBe(3);
});

test('a remark that means no loss does not fail', () => {
  expect(exitCodeOf(reportOf([], [{ code: 'binary-file', message: 'a picture' }]), 'error')).toBe(0);
});

test.each<[ExitCode[], ExitCode]>([
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 3, 0], 3],
  [[3, 2], 2],
  [[2, 70], 70],
  [[], 0],
])('of %j the worst is %i', (codes, worst) => {
  expect(worstCode(codes)).toBe(worst);
});
