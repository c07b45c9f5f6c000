import type { Finding } from './finding.ts';

/** Findings so that each stands before those that explain it, else as given: the error, its cause, the cause of that. */
export function readingOrder(findings: readonly Finding[]): readonly Finding[] {
  const explained = new Map<string, Finding[]>();
  for (const finding of findings) for (const id of explainedBy(finding)) addTo(explained, id, finding);
  const ordered = new Set<Finding>();
  const begun = new Set<Finding>();
  const place = (finding: Finding): void => {
    if (begun.has(finding)) return;
    begun.add(finding);
    for (const effect of explained.get(finding.id) ?? []) place(effect);
    ordered.add(finding);
  };
  for (const finding of findings) place(finding);
  return [...ordered];
}

/** The ids of the findings that explain one. */
const explainedBy = ({ causes }: Finding): ReadonlySet<string> =>
  new Set(causes.flatMap(({ because }) => because.map(({ finding }) => finding)));

function addTo(map: Map<string, Finding[]>, id: string, finding: Finding): void {
  const list = map.get(id);
  if (list) list.push(finding);
  else map.set(id, [finding]);
}
