import type { ChainLink, ExplainedChain } from '../explanation.ts';
import type { Finding, JudgedCause } from '../finding.ts';
import { heldCauses } from '../incidents.ts';

/**
 * For each finding of a rule that explains others or is explained by others: what explains it, down to the root and the
 * lines that show that, and what follows from it. Where a cause is asked for, only what is so because of it.
 */
export const explainChains = (
  findings: readonly Finding[],
  { rule, cause }: { readonly rule: string; readonly cause: string | undefined },
): readonly ExplainedChain[] =>
  findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => ({
      finding: finding.id,
      objects: finding.objects,
      because: heldCauses(finding)
        .filter(({ id }) => cause === undefined || id === cause)
        .flatMap((held) => explaining(held, findings)),
      explains: following({ id: finding.id, cause }, findings),
    }))
    .filter(({ because, explains }) => because.length + explains.length > 0);

const LINES = 3;

/** What a cause is explained by; the root shows its lines. */
const explaining = ({ because }: JudgedCause, findings: readonly Finding[]): readonly ChainLink[] =>
  because.flatMap(({ finding: id, cause: causeId }) => {
    const finding = findings.find((one) => one.id === id && one.status === 'active');
    if (!finding) return [];
    const causes = heldCauses(finding).filter((cause) => causeId === undefined || cause.id === causeId);
    const next = causes.flatMap((cause) => explaining(cause, findings));
    const evidence = causeId === undefined ? finding.evidence : causes.flatMap((cause) => cause.evidence);
    return [{ ...linkOf(finding, causeId), next, evidence: next.length > 0 ? [] : evidence.slice(0, LINES) }];
  });

/** What is so because of a finding, or of one cause of it. */
const following = (
  head: { readonly id: string; readonly cause: string | undefined },
  findings: readonly Finding[],
): readonly ChainLink[] =>
  findings.flatMap((finding) =>
    heldCauses(finding)
      .filter(({ because }) =>
        because.some(
          ({ finding: id, cause }) =>
            id === head.id && (head.cause === undefined || (cause ?? head.cause) === head.cause),
        ),
      )
      .map(({ id }) => ({
        ...linkOf(finding, id),
        next: following({ id: finding.id, cause: id }, findings),
        evidence: [],
      })),
  );

function linkOf(
  { id, rule, title, objects, causes }: Finding,
  causeId: string | undefined,
): Omit<ChainLink, 'next' | 'evidence'> {
  const cause = causes.find((one) => one.id === causeId);
  return {
    finding: id,
    rule,
    title: cause?.title ?? title,
    objects,
    ...(cause ? { cause: cause.id, verdict: cause.verdict } : {}),
  };
}
