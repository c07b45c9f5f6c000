import { didYouMean } from '../did-you-mean.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import type { FindCase, RuleTest } from '../rule-test.ts';
import type { Rule } from '../rule.ts';

/** The cases of a test name causes and captures that exist, and there is one for every cause. */
export function* testCases(test: RuleTest, rule: Rule): Generator<Complaint, void, undefined> {
  const causes = rule.causes.map(({ id }) => id);
  for (const id of causes) {
    if (!test.finds.some((one) => isFound(one, id)))
      yield { at: ['finds'], message: `no case finds the cause ${id} confirmed or likely` };
  }
  yield* repeatedNames([...test.finds, ...test.ignores], test.finds.length);
  for (const [index, one] of test.finds.entries()) {
    const at = ['finds', index];
    yield* capturedAt(one, at);
    yield* knownCauses(one, { at, causes });
    yield* knownEvidence(one, at);
  }
  for (const [index, one] of test.ignores.entries()) yield* capturedAt(one, ['ignores', index]);
}

function isFound(one: FindCase, id: string): boolean {
  const verdict = Object.hasOwn(one.causes, id) ? one.causes[id] : undefined;
  return verdict === 'confirmed' || verdict === 'likely';
}

function* repeatedNames(cases: readonly { readonly name: string }[], finds: number): Generator<Complaint> {
  const seen = new Set<string>();
  for (const [index, { name }] of cases.entries()) {
    const at = index < finds ? ['finds', index, 'name'] : ['ignores', index - finds, 'name'];
    if (seen.has(name)) yield { at, message: 'two cases have this name' };
    seen.add(name);
  }
}

function* capturedAt(one: { readonly 'captured-at'?: string }, at: KeyPath): Generator<Complaint> {
  const time = one['captured-at'];
  if (time !== undefined && !(TIME.test(time) && Number.isFinite(Date.parse(time))))
    yield { at: [...at, 'captured-at'], message: 'captured-at must be a time such as 2026-02-07T06:05:00Z' };
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;

function* knownCauses(
  one: FindCase,
  { at, causes }: { readonly at: KeyPath; readonly causes: readonly string[] },
): Generator<Complaint> {
  const named = Object.keys(one.causes).map((id) => ({ id, place: [...at, 'causes', id], key: true as const }));
  const resolved = (one.resolved ?? []).map((id, index) => ({ id, place: [...at, 'resolved', index] }));
  for (const { id, place, ...key } of [...named, ...resolved]) {
    if (!causes.includes(id))
      yield { at: place, ...key, message: `the rule has no cause ${id}${didYouMean(id, causes)}` };
  }
}

function* knownEvidence(one: FindCase, at: KeyPath): Generator<Complaint> {
  for (const [index, place] of (one.evidence ?? []).entries()) {
    const [, path = '', line = ''] = /^(.+):(\d{1,9})$/.exec(place) ?? [];
    const text = Object.hasOwn(one.captures, path) ? one.captures[path] : undefined;
    if (text === undefined || Number(line) < 1 || Number(line) > text.trimEnd().split('\n').length)
      yield { at: [...at, 'evidence', index], message: `${place} is no PATH:LINE of these captures` };
  }
}
