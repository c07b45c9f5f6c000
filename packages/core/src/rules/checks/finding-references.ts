import { didYouMean } from '../did-you-mean.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import type { FieldTest, Rule } from '../rule.ts';
import { isMap } from './field-tests.ts';
import { questionsOf, type Asked } from './questions.ts';

/** A rule that another names in a condition. */
export interface FindingReference {
  readonly to: string;
  readonly at: KeyPath;
}

/** The rules that a rule builds on, and what is wrong with how it names them. `known` has a rule, or only its id. */
export function findingReferences(
  rule: Rule,
  known: ReadonlyMap<string, Rule | undefined>,
): { readonly references: readonly FindingReference[]; readonly complaints: readonly Complaint[] } {
  const references: FindingReference[] = [];
  const complaints: Complaint[] = [];
  for (const asked of questionsOf(rule)) {
    if (asked.kind !== 'finding') continue;
    const rules = namedIn(asked, 'rule');
    if (rules.length === 0)
      complaints.push({ at: asked.at, key: true, message: 'a finding needs the rule that it is of' });
    const named: Rule[] = [];
    for (const { value, at } of rules) {
      const matching = [...known.keys()].filter((id) => matchesGlob(id, value));
      if (matching.length === 0)
        complaints.push({ at, message: `there is no rule ${value}${didYouMean(value, known.keys())}` });
      for (const to of matching) references.push({ to, at });
      named.push(...matching.flatMap((id) => known.get(id) ?? []));
    }
    complaints.push(...causeComplaints(asked, named));
  }
  return { references, complaints };
}

function causeComplaints(asked: Asked, rules: readonly Rule[]): readonly Complaint[] {
  const causes = new Set(rules.flatMap((rule) => rule.causes.map(({ id }) => id)));
  if (causes.size === 0) return [];
  return namedIn(asked, 'cause')
    .filter(({ value }) => ![...causes].some((id) => matchesGlob(id, value)))
    .map(({ value, at }) => {
      const owner = rules.map(({ id }) => id).join(', ');
      return { at, message: `there is no cause ${value} of ${owner}${didYouMean(value, causes)}` };
    });
}

/** The values that a question names for a field, without variables. */
function namedIn({ question, at }: Asked, field: string): readonly { readonly value: string; readonly at: KeyPath }[] {
  return (['of', 'is', 'every'] as const).flatMap((part) => {
    const pattern: unknown = question[part];
    if (!isMap(pattern) || !Object.hasOwn(pattern, field)) return [];
    const test: FieldTest = pattern[field]!;
    const here = [...at, part, field];
    const values = Array.isArray(test)
      ? test.map((value: unknown, index) => ({ value, at: [...here, index] }))
      : [{ value: test, at: here }];
    return values.flatMap(({ value, at: place }) =>
      typeof value === 'string' && !value.includes('{') ? [{ value, at: place }] : [],
    );
  });
}

/** Whether an id is meant by a value, in which `*` stands for any text; ids hold nothing that an expression knows. */
const matchesGlob = (id: string, glob: string): boolean =>
  /^[a-z0-9/*-]{1,200}$/i.test(glob) && new RegExp(`^${glob.replace(/\*+/g, '.*')}$`, 'i').test(id);
