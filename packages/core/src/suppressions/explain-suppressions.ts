import type { ExplainedRule } from '../findings/explanation.ts';
import type { FoundSuppressions, Suppressible } from './suppression-of.ts';

/** A rule explained, with what is known of its findings and their causes. */
export function explainSuppressions(
  explained: ExplainedRule,
  findings: readonly Suppressible[],
  find: (finding: Suppressible) => FoundSuppressions,
): ExplainedRule {
  const known = new Map(findings.map((finding) => [finding.id, find(finding)]));
  return {
    ...explained,
    instances: explained.instances.map((instance) => {
      const found = known.get(instance.finding ?? '');
      if (!found) return instance;
      const causes = instance.causes.map((cause) => {
        const suppressed = found.causes.get(cause.id);
        return suppressed ? { ...cause, suppressed } : cause;
      });
      return { ...instance, causes, ...(found.finding && { suppressed: found.finding }) };
    }),
  };
}
