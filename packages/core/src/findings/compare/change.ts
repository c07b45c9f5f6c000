import type { Collect, Evidence, Finding, FoundObject, Suppression, Verdict } from '../finding.ts';

/**
 * What became of a cause: `fixed` where the captures taken afterwards show that it is over, `still-there`, `new`, or
 * `lost-visibility` where they do not show what showed it before, or nothing in them says that it is over.
 */
export type ChangeKind = 'fixed' | 'still-there' | 'new' | 'lost-visibility';

/** Why it is said: what the later captures hold, or lack. */
export type ChangeReason =
  'found-again' | 'not-found-before' | 'shown-to-be-over' | 'captures-missing' | 'nothing-shows-the-end';

/** One cause of a rule, or the error itself where it has no likely cause, in two bundles. */
export interface Change {
  readonly change: ChangeKind;
  readonly reason: ChangeReason;
  readonly rule: string;
  /** Absent: the error itself. */
  readonly cause?: string;
  readonly title: string;
  readonly severity: Finding['severity'];
  readonly objects: readonly FoundObject[];
  /** The cause's verdict in the earlier bundle; absent where it was not found there. */
  readonly before?: Verdict;
  readonly after?: Verdict;
  /** What showed it in the earlier bundle. */
  readonly evidenceBefore: readonly Evidence[];
  /** What shows it in the later one, or shows that it is over. */
  readonly evidenceAfter: readonly Evidence[];
  /** Commands whose output would tell what became of it. */
  readonly collect: readonly Collect[];
  /** Ids of the findings it is about, as the reports on the two bundles give them. */
  readonly findings: readonly string[];
  /** It is known and does not count; who says so. */
  readonly suppressed?: Suppression;
}
