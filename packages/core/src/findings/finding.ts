/** A quoted line that bears on a verdict. */
export interface Evidence {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  /** It stands outside a recognized capture, or in one with an unfilled placeholder. */
  readonly quoted?: true;
}

export type Verdict = 'confirmed' | 'likely' | 'possible' | 'excluded';

/** Why a cause is no more than likely. */
export type Cap = 'quoted' | 'loose-join' | 'likely-finding' | 'incomplete';

export interface FoundObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** A command that would settle what is open, and what it would settle. */
export interface Collect {
  readonly command: string;
  readonly why: string;
}

export interface FilledStep {
  readonly text?: string;
  readonly run?: string;
  readonly file?: { readonly name: string; readonly content: string };
}

export interface FilledSolution {
  readonly id: string;
  readonly title: string;
  readonly recommended: boolean;
  readonly steps: readonly FilledStep[];
  readonly verify: readonly string[];
}

/** Why something that was found is known and does not count: an entry of a configuration, or an earlier report. */
export interface Suppression {
  readonly by: 'configuration' | 'baseline';
  /** The file that says so, and the line of its entry. */
  readonly path: string;
  readonly line?: number;
  readonly reason?: string;
  /** Last day on which it counts, `YYYY-MM-DD`. */
  readonly expires?: string;
}

export interface JudgedCause {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly resolved: boolean;
  /** Empty where the verdict was not held down. */
  readonly capped: readonly Cap[];
  readonly evidence: readonly Evidence[];
  readonly counterEvidence: readonly Evidence[];
  readonly because: readonly { readonly rule: string; readonly cause?: string; readonly finding: string }[];
  readonly collect: readonly Collect[];
  readonly solutions: readonly FilledSolution[];
  readonly suppressed?: Suppression;
}

/** A finding by itself, before it is known what follows from it. */
export type WrittenFinding = Omit<Finding, 'rank' | 'follows' | 'explains'>;

/** A rule that applies to this bundle: the error, and every cause with its verdict. */
export interface Finding {
  /** Hash of the rule and its objects without generated suffixes; the same in every bundle of one incident. */
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly status: 'active' | 'resolved';
  /** The error itself is in the bundle; false where only a cause of it was found. */
  readonly seen: boolean;
  /** Place of its incident in the report, from 1: what explains most comes first. All findings of an incident share it. */
  readonly rank: number;
  /** Id of the finding it only follows from, and is told under. Absent: it is the root of its incident. */
  readonly follows?: string;
  /** Ids of the findings that follow from it, near or far. */
  readonly explains: readonly string[];
  readonly objects: readonly FoundObject[];
  readonly evidence: readonly Evidence[];
  readonly causes: readonly JudgedCause[];
  readonly remarks: readonly string[];
  readonly references: readonly string[];
  /** It is known and does not count; it stays in the report. */
  readonly suppressed?: Suppression;
}
