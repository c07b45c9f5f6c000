import type { Finding, FoundObject, JudgedCause, Suppression } from '../findings/finding.ts';
import { matchesGlob } from '../findings/match-glob.ts';
import { compileText } from '../rules/compile-text.ts';
import { foldCase } from '../rules/fold-case.ts';
import type { Baseline } from './load-baseline.ts';
import type { Configuration, ConfiguredSuppression } from './load-configuration.ts';

/** What of a finding is asked for. */
export interface Suppressible extends Pick<Finding, 'id' | 'rule' | 'status' | 'objects'> {
  readonly causes: readonly Pick<JudgedCause, 'id' | 'verdict' | 'resolved'>[];
}

/** What is known of a finding, and of each of its causes. */
export interface FoundSuppressions {
  readonly finding?: Suppression;
  /** By the id of the cause. */
  readonly causes: ReadonlyMap<string, Suppression>;
}

/** By what a configuration suppresses a finding: an entry for it, or entries for all of its causes that are at work. */
export function suppressedByConfiguration(finding: Suppressible, { path, suppress }: Configuration): FoundSuppressions {
  const entries = suppress.filter((entry) => isAbout(entry, finding));
  const causes = new Map<string, Suppression>();
  for (const { id } of finding.causes) {
    const entry = entries.find(({ cause }) => cause !== undefined && matches(cause, id));
    if (entry) causes.set(id, suppressionBy(entry, path));
  }
  const whole = entries.find(({ cause }) => cause === undefined);
  if (whole) return { finding: suppressionBy(whole, path), causes };
  const held = finding.causes.filter(isAtWork);
  const first = held[0] && causes.get(held[0].id);
  return first && held.every(({ id }) => causes.has(id)) ? { finding: first, causes } : { causes };
}

/** By what a baseline suppresses a finding: it was there, active, with every cause that is at work now. */
export function suppressedByBaseline(finding: Suppressible, { path, findings }: Baseline): Suppression | undefined {
  const known = findings.get(finding.id);
  return known && finding.causes.filter(isAtWork).every(({ id }) => known.has(id))
    ? { by: 'baseline', path }
    : undefined;
}

const isAtWork = ({ verdict, resolved }: Suppressible['causes'][number]): boolean =>
  (verdict === 'confirmed' || verdict === 'likely') && !resolved;

const suppressionBy = ({ line, reason, expires }: ConfiguredSuppression, path: string): Suppression => ({
  by: 'configuration',
  path,
  line,
  reason,
  expires,
});

/** A finding about several objects is only known if all of them are. */
const isAbout = ({ rule, object }: ConfiguredSuppression, finding: Suppressible): boolean =>
  matches(rule, finding.rule) &&
  (object === undefined ||
    (finding.objects.length > 0 &&
      finding.objects.every((one) => object.some((pattern) => matches(pattern, nameOf(one))))));

const nameOf = ({ kind, namespace, name }: FoundObject): string =>
  `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;

/** Of a pattern only `*` has a meaning. */
const matches = (pattern: string, text: string): boolean =>
  matchesGlob(compileText(pattern.replaceAll('{', '\0')).tokens, foldCase(text.replaceAll('{', '\0')));
