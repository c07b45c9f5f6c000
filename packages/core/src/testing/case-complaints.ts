import type { FoundObject, Finding, JudgedCause } from '../findings/finding.ts';
import type { Complaint, KeyPath } from '../rules/rule-document.ts';
import type { FindCase, IgnoreCase } from '../rules/rule-test.ts';

/** Where the findings of a rule are not what a case expects. */
export function findComplaints(found: readonly Finding[], one: FindCase, at: KeyPath): readonly Complaint[] {
  if (found.length === 0) return [{ at: [...at, 'name'], message: 'the rule is not reported' }];
  const count = one.findings ?? 1;
  const compared = found.map((finding) => compareFinding(finding, one, at));
  const best = compared.reduce((least, complaints) => (complaints.length < least.length ? complaints : least));
  if (found.length === count) return best;
  const place: KeyPath = one.findings === undefined ? [...at, 'name'] : [...at, 'findings'];
  return [{ at: place, message: `the rule has ${found.length} findings, not ${count}` }, ...best];
}

/** Where the findings of a rule are more than a case allows, which expects none. */
export function ignoreComplaints(found: readonly Finding[], one: IgnoreCase, at: KeyPath): readonly Complaint[] {
  if (one.resolved && found.length === 0) return [{ at: [...at, 'resolved'], message: 'the rule is not reported' }];
  const active = one.resolved ? found.filter(({ status }) => status === 'active') : found;
  return active.map((finding) => ({
    at: [...at, 'name'],
    message: `the rule is reported as ${finding.status}${reasons(finding)}`,
  }));
}

function compareFinding(finding: Finding, one: FindCase, at: KeyPath): readonly Complaint[] {
  const { objects, resolved = [], collect } = one;
  const marked = finding.causes.filter((cause) => cause.resolved).map(({ id }) => id);
  const asked = finding.causes.flatMap((cause) => cause.collect.map(({ command }) => command));
  return [
    ...compareError(finding, one, at),
    ...compareCauses(finding, one, at),
    ...compareSets([...at, 'resolved'], { found: marked, expected: resolved }),
    ...compareSets([...at, 'objects'], { found: finding.objects.map(objectName), expected: objects }),
    ...compareSets([...at, 'collect'], { found: asked, expected: collect }),
    ...missingEvidence(finding, one, at),
    ...missingWords(finding, one, at),
  ];
}

function compareError({ status, seen }: Finding, { error = 'reported' }: FindCase, at: KeyPath): readonly Complaint[] {
  const complaints: Complaint[] = [];
  if (status === 'resolved') complaints.push({ at: [...at, 'name'], message: 'the error is reported as resolved' });
  const shown = seen ? 'reported' : 'inferred';
  if (shown !== error) complaints.push({ at: [...at, 'error'], message: `the error is ${shown}, not ${error}` });
  return complaints;
}

function compareCauses({ causes }: Finding, one: FindCase, at: KeyPath): readonly Complaint[] {
  return causes.flatMap(({ id, verdict, capped }) => {
    const expected = Object.hasOwn(one.causes, id) ? one.causes[id] : undefined;
    if (verdict === expected) return [];
    if (expected === undefined) {
      const message = `cause ${id} is ${verdict}, and the case does not name it`;
      return isHeld(verdict) ? [{ at: [...at, 'causes'], message }] : [];
    }
    const why = verdict === 'likely' && capped.length > 0 ? ` (${capped.join(', ')})` : '';
    return [{ at: [...at, 'causes', id], message: `cause ${id} is ${verdict}, not ${expected}${why}` }];
  });
}

const isHeld = (verdict: JudgedCause['verdict']): boolean => verdict === 'confirmed' || verdict === 'likely';

function compareSets(
  at: KeyPath,
  { found, expected }: { readonly found: readonly string[]; readonly expected: readonly string[] | undefined },
): readonly Complaint[] {
  if (expected === undefined) return [];
  const name = String(at.at(-1));
  const missing = expected.filter((value) => !found.includes(value));
  const extra = [...new Set(found)].filter((value) => !expected.includes(value));
  return [
    ...missing.map((value) => ({ at, message: `${name} lacks ${value}` })),
    ...extra.map((value) => ({ at, message: `${name} has ${value}, which the case does not name` })),
  ];
}

const objectName = ({ kind, namespace, name }: FoundObject): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

function missingEvidence(finding: Finding, { evidence = [] }: FindCase, at: KeyPath): readonly Complaint[] {
  const quoted = [
    ...finding.evidence,
    ...finding.causes.flatMap((cause) => [...cause.evidence, ...cause.counterEvidence]),
  ];
  const isQuoted = (place: string): boolean =>
    quoted.some(({ path, line, endLine }) => {
      const number = place.startsWith(`${path}:`) ? Number(place.slice(path.length + 1)) : Number.NaN;
      return line <= number && number <= endLine;
    });
  return evidence.flatMap((place, index) =>
    isQuoted(place) ? [] : [{ at: [...at, 'evidence', index], message: `${place} is not quoted` }],
  );
}

function missingWords(finding: Finding, { says = [] }: FindCase, at: KeyPath): readonly Complaint[] {
  const words = wordsOf(finding).join('\n');
  return says.flatMap((text, index) =>
    words.includes(text) ? [] : [{ at: [...at, 'says', index], message: `nothing says ${text}` }],
  );
}

const wordsOf = ({ title, remarks, causes }: Finding): readonly string[] => [
  title,
  ...remarks,
  ...causes.flatMap((cause) => [
    cause.title,
    ...cause.solutions.flatMap((solution) => [
      solution.title,
      ...solution.steps.flatMap(({ text = '', run = '', file }) => [text, run, file?.name ?? '', file?.content ?? '']),
      ...solution.verify,
    ]),
  ]),
];

function reasons({ causes, evidence }: Finding): string {
  const held = causes.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'likely');
  const lines = [...evidence, ...held.flatMap((cause) => cause.evidence)].map(({ path, line }) => `${path}:${line}`);
  const ids = held.map(({ id, verdict }) => `${id} ${verdict}`);
  return `${ids.length > 0 ? `, ${ids.join(', ')}` : ''}${lines.length > 0 ? `, for ${[...new Set(lines)].join(', ')}` : ''}`;
}
