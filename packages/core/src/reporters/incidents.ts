import type { Finding } from '../findings/finding.ts';

/** A finding with what is told under it. */
export interface Incident {
  readonly finding: Finding;
  readonly followers: readonly Incident[];
}

/** All that is told under a finding, from above. */
export const followersIn = ({ followers }: Incident): readonly Finding[] =>
  followers.flatMap((one) => [one.finding, ...followersIn(one)]);

/** The findings of a report as trees, in its order. One whose head is not there stands by itself. */
export function incidentsOf(findings: readonly Finding[]): readonly Incident[] {
  const followers = new Map<string, Finding[]>(findings.map(({ id }) => [id, []]));
  const roots: Finding[] = [];
  for (const finding of findings) (followers.get(finding.follows ?? '') ?? roots).push(finding);
  const tell = (finding: Finding): Incident => ({ finding, followers: followers.get(finding.id)!.map(tell) });
  return roots.map(tell);
}
