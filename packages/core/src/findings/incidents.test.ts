import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentsOf, type Incident } from '../reporters/incidents.ts';
import type { Finding, JudgedCause, WrittenFinding } from './finding.ts';
import { arrangeIncidents } from './incidents.ts';

const cause = (because: readonly string[], more: Partial<JudgedCause> = {}): JudgedCause => ({
  id: 'any',
  title: 'Any',
  verdict: 'confirmed',
  resolved: false,
  capped: [],
  evidence: [],
  counterEvidence: [],
  because: because.map((finding) => ({ rule: 'shop/any', finding })),
  collect: [],
  solutions: [],
  ...more,
});

/** A finding with a confirmed cause, which the others explain. */
const finding = (id: string, because: readonly string[] = [], more: Partial<WrittenFinding> = {}): WrittenFinding => ({
  id,
  rule: 'shop/any',
  title: id,
  severity: 'error',
  status: 'active',
  seen: true,
  objects: [],
  evidence: [],
  causes: [cause(because)],
  remarks: [],
  references: [],
  ...more,
});

/** `root(follower(its follower) other)`, one for each incident. */
const drawn = (...findings: readonly WrittenFinding[]): string =>
  incidentsOf(arrangeIncidents(findings)).map(draw).join(' ');
const draw = ({ finding: { id }, followers }: Incident): string =>
  followers.length === 0 ? id : `${id}(${followers.map(draw).join(' ')})`;

test('an error is told under its cause, and that under its own', () => {
  expect(drawn(finding('timeout', ['pending']), finding('taint'), finding('pending', ['taint']))).toBe(
    'taint(pending(timeout))',
  );
});

test('what explains most comes first, whatever its rule', () => {
  const alone = finding('alone');
  const shared = finding('shared');
  expect(drawn(alone, finding('one', ['shared']), finding('other', ['shared']), shared)).toBe(
    'shared(one other) alone',
  );
  expect(drawn(finding('c', ['b']), finding('b'), shared, finding('y', ['shared']), finding('x', ['shared']))).toBe(
    'shared(y x) b(c)',
  );
});

test('of incidents that explain as much the graver, the surer and the larger comes first, and what is over last', () => {
  const pod = { kind: 'pod', name: 'web-0' };
  expect(
    drawn(
      finding('over', [], { status: 'resolved' }),
      finding('warning', [], { severity: 'warning' }),
      finding('open', [], { causes: [cause([], { verdict: 'possible' })] }),
      finding('small'),
      finding('large', [], { objects: [pod, pod] }),
    ),
  ).toBe('large small open warning over');
});

test('a warning that an error follows from is as grave as the error', () => {
  expect(
    drawn(finding('error'), finding('pressure', [], { severity: 'warning' }), finding('evicted', ['pressure'])),
  ).toBe('pressure(evicted) error');
});

test('a finding with a held cause that nothing explains stands by itself, but counts as explained', () => {
  const both = finding('both', [], { causes: [cause(['taint']), cause([], { verdict: 'likely' })] });
  const told = arrangeIncidents([both, finding('taint')]);
  expect(told.map(({ id, rank, follows, explains }) => [id, rank, follows, explains])).toEqual([
    ['taint', 1, undefined, ['both']],
    ['both', 2, undefined, []],
  ]);
});

test('what a possible, excluded or ended cause would follow from folds nothing', () => {
  for (const more of [{ verdict: 'possible' }, { verdict: 'excluded' }, { resolved: true }] as const)
    expect(drawn(finding('taint'), finding('pending', [], { causes: [cause(['taint'], more)] }))).toBe('taint pending');
});

test('nothing is told under what is over, or is not in the report', () => {
  expect(drawn(finding('pending', ['taint']), finding('taint', [], { status: 'resolved' }))).toBe('pending taint');
  expect(drawn(finding('pending', ['suppressed']))).toBe('pending');
});

test('of several heads the nearest has what follows from them', () => {
  expect(drawn(finding('timeout', ['taint', 'pending']), finding('pending', ['taint']), finding('taint'))).toBe(
    'taint(pending(timeout))',
  );
});

test('an arranged report can be arranged again when some of it is left out', () => {
  const told = arrangeIncidents([finding('timeout', ['pending']), finding('taint'), finding('pending', ['taint'])]);
  const left = arrangeIncidents(told.filter(({ id }) => id !== 'taint'));
  expect(left.map(({ id, follows }) => [id, follows])).toEqual([
    ['pending', undefined],
    ['timeout', 'pending'],
  ]);
});

/** Findings of which each may be explained by any before it, in any order. */
const findings = fc
  .array(
    fc.record({
      because: fc.array(fc.array(fc.nat(9), { maxLength: 3 }), { maxLength: 3 }),
      verdict: fc.constantFrom('confirmed', 'likely', 'possible', 'excluded'),
      severity: fc.constantFrom('error', 'warning', 'info'),
      status: fc.constantFrom('active', 'active', 'active', 'resolved'),
    }),
    { maxLength: 10 },
  )
  .map((all) =>
    all.map(({ because, verdict, severity, status }, at) =>
      finding(String(at), [], {
        severity: severity as Finding['severity'],
        status: status as Finding['status'],
        causes: because.map((ids) =>
          cause(ids.filter((id) => id < at).map(String), { verdict: verdict as JudgedCause['verdict'] }),
        ),
      }),
    ),
  )
  .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));

const inTree = ({ finding: { id }, followers }: Incident): readonly string[] => [id, ...followers.flatMap(inTree)];

test('each finding is told exactly once, next to what it follows from, and in the order of the report', () => {
  fc.assert(
    fc.property(findings, (given) => {
      const told = arrangeIncidents(given);
      const trees = incidentsOf(told);
      expect(trees.flatMap(inTree)).toEqual(told.map(({ id }) => id));
      expect(told.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
      for (const { id, follows, rank } of told) {
        const head = told.find((other) => other.id === follows);
        if (follows !== undefined) expect(head).toMatchObject({ status: 'active', rank });
        if (head) expect(head.explains).toContain(id);
      }
      expect(told.map(({ rank }) => rank)).toEqual(told.map(({ rank }) => rank).toSorted((a, b) => a - b));
    }),
  );
});
