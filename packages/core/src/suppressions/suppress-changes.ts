import type { Change } from '../findings/compare/change.ts';
import type { Suppression } from '../findings/finding.ts';
import { suppressionFinder, type Suppressions } from './suppress-findings.ts';
import type { Suppressible } from './suppression-of.ts';

/** Changes that say by what they are suppressed; all of them stay. Without a day no entry that expires counts. */
export function suppressChanges(
  changes: readonly Change[],
  suppressions: Suppressions,
  asOf: string | undefined,
): readonly Change[] {
  const find = suppressionFinder(suppressions, asOf);
  return changes.map((change) => {
    const known = suppressionOf(change, (finding) => find(finding).finding);
    return known ? { ...change, suppressed: known } : change;
  });
}

/** A change is known if each finding that it is about is. */
function suppressionOf(
  change: Change,
  find: (finding: Suppressible) => Suppression | undefined,
): Suppression | undefined {
  const { findings, rule, objects, cause, before, after } = change;
  const causes = cause === undefined ? [] : [heldCause(cause, after ?? before ?? 'likely')];
  const found = findings.map((id) => find({ id, rule, objects, causes, status: 'active' }));
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}

const heldCause = (id: string, verdict: Suppressible['causes'][number]['verdict']): Suppressible['causes'][number] => ({
  id,
  verdict,
  resolved: false,
});
