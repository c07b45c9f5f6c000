import type { Finding, JudgedCause, WrittenFinding } from './finding.ts';
import { isLikely } from './judge-cause.ts';

/**
 * Findings as they are told: one incident after the other, in each what explains the rest first and what only follows from
 * a finding behind it. The incident that explains most comes first; what is over comes last.
 */
export function arrangeIncidents(given: readonly (WrittenFinding | Finding)[]): readonly Finding[] {
  const findings = given.map(withoutPlace);
  const chains = chainsOf(findings);
  const followers = new Map<WrittenFinding, WrittenFinding[]>();
  const roots: WrittenFinding[] = [];
  for (const finding of findings) {
    const head = headOf(finding, chains);
    if (head) followers.set(head, [...(followers.get(head) ?? []), finding]);
    else roots.push(finding);
  }
  const tell = (finding: WrittenFinding): readonly WrittenFinding[] => [
    finding,
    ...byWeight(followers.get(finding) ?? [], chains).flatMap(tell),
  ];
  return byWeight(roots, chains).flatMap((root, index) =>
    tell(root).map((finding) => {
      const head = headOf(finding, chains);
      return {
        ...finding,
        rank: index + 1,
        ...(head ? { follows: head.id } : {}),
        explains: chains.explains.get(finding)!.map(({ id }) => id),
      };
    }),
  );
}

/** What is left out of a report takes what followed from it out of its place. */
const withoutPlace = (finding: WrittenFinding | Finding): WrittenFinding => {
  const { rank: _rank, follows: _follows, explains: _explains, ...written } = finding as Finding;
  return written;
};

/** Causes that are held to be at work. */
export const heldCauses = ({ status, causes }: WrittenFinding): readonly JudgedCause[] =>
  status === 'active' ? causes.filter((cause) => isLikely(cause) && !cause.resolved) : [];

interface Chains {
  /** The active findings that explain a held cause of each, by the order given. */
  readonly explainedBy: ReadonlyMap<WrittenFinding, ReadonlySet<WrittenFinding>>;
  /** What follows from each, near or far. */
  readonly explains: ReadonlyMap<WrittenFinding, readonly WrittenFinding[]>;
}

function chainsOf(findings: readonly WrittenFinding[]): Chains {
  const active = new Map(findings.filter(({ status }) => status === 'active').map((one) => [one.id, one]));
  const near = new Map(findings.map((one) => [one, [] as WrittenFinding[]]));
  const explainedBy = new Map(
    findings.map((one) => [one, new Set(heldCauses(one).flatMap((cause) => explaining(cause, active)))]),
  );
  for (const finding of findings) for (const head of explainedBy.get(finding)!) near.get(head)!.push(finding);
  const reach = (finding: WrittenFinding, seen: Set<WrittenFinding>): Set<WrittenFinding> => {
    for (const next of near.get(finding)!) if (!seen.has(next)) reach(next, seen.add(next));
    return seen;
  };
  return { explainedBy, explains: new Map(findings.map((one) => [one, [...reach(one, new Set())]])) };
}

const explaining = ({ because }: JudgedCause, active: ReadonlyMap<string, WrittenFinding>): readonly WrittenFinding[] =>
  because.flatMap(({ finding }) => active.get(finding) ?? []);

/**
 * The finding that one is told under: each of its held causes has to be explained by another finding, else it has
 * something of its own to say. Of several the nearest, then the one that explains most.
 */
function headOf(finding: WrittenFinding, chains: Chains): WrittenFinding | undefined {
  const heads = [...chains.explainedBy.get(finding)!];
  const ids = new Set(heads.map(({ id }) => id));
  const follows = heldCauses(finding).every(({ because }) => because.some((one) => ids.has(one.finding)));
  if (!follows) return undefined;
  const nearest = heads.filter((head) => !heads.some((other) => chains.explains.get(head)!.includes(other)));
  return byWeight(nearest, chains)[0];
}

/** What weighs more first; of equals as given. */
function byWeight(findings: readonly WrittenFinding[], chains: Chains): readonly WrittenFinding[] {
  const weighed = findings.map((finding) => ({ finding, weight: weightOf(finding, chains) }));
  const compared = weighed.toSorted((a, b) => {
    const at = a.weight.findIndex((value, index) => value !== b.weight[index]);
    return at < 0 ? 0 : b.weight[at]! - a.weight[at]!;
  });
  return compared.map(({ finding }) => finding);
}

/** Active, how grave it or what follows from it is, how much follows, how sure it is, and how many objects it is about. */
function weightOf(finding: WrittenFinding, { explains }: Chains): readonly number[] {
  const following = explains.get(finding)!;
  const incident = [finding, ...following];
  return [
    finding.status === 'active' ? 1 : 0,
    Math.max(...incident.map(({ severity }) => GRAVITY[severity])),
    following.length,
    Math.max(0, ...heldCauses(finding).map(({ verdict }) => (verdict === 'confirmed' ? 2 : 1))),
    incident.reduce((sum, { objects }) => sum + objects.length, 0),
  ];
}

const GRAVITY = { error: 2, warning: 1, info: 0 };
