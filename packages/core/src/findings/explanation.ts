import type { Answer, Want } from './answer.ts';
import type { Cap, Evidence, Finding, FoundObject, Suppression, Verdict } from './finding.ts';

/** Why a cause has its verdict; `ruled-out` by an `unless` of its own, `error-ruled-out` with the error by one of the rule. */
export type VerdictReason =
  'supported' | 'weakly-supported' | 'partly-supported' | 'open' | 'contradicted' | 'ruled-out' | 'error-ruled-out';

/** How a fact stands in time to what was found for a thing. Against it counts what is not older, for its end what is newer. */
export type Weight = 'not-older' | 'older' | 'newer' | 'not-newer' | 'order-unknown' | 'no-evidence';

/** Whether an error is over; or a cause is still active, nothing shows an end, or the error was seen since. */
export type End = 'over' | 'cause-active' | 'no-end' | 'seen-since';

/** Why an instance is reported (it is seen, it is seen and over, a cause is likely) or not (it only looks like it, it is not seen). */
export type ReportReason = 'seen' | 'over' | 'inferred' | 'only-looks-like-it' | 'not-seen';

/** A variable and its values. */
export interface BoundVariable {
  readonly name: string;
  readonly values: readonly string[];
}

/** What one operator of a rule asks of a value; of `parts`, one element has to meet all of its fields. */
export type AskedTest =
  | {
      readonly asks: 'is' | 'contains' | 'matches' | 'gt' | 'lt' | 'not' | 'absent' | 'tolerates';
      readonly values: readonly string[];
    }
  | { readonly asks: 'parts'; readonly fields: readonly AskedField[] };

/** A field as a rule asks for it; all of its tests have to be met. */
export interface AskedField {
  readonly field: string;
  readonly tests: readonly AskedTest[];
}

/** How a field of a fact stands to what is asked of it; the last two only where it is asked for the subject. */
export type FieldAnswer = 'met' | 'unmet' | 'lacks' | 'not-comparable' | 'taken-to-agree' | 'not-compared';

/** One field of a fact that was put to a question. */
export interface ExplainedField {
  readonly field: string;
  readonly answer: FieldAnswer;
  /** What it holds, shortened; absent where the fact does not tell it. */
  readonly value?: string;
}

/** The capture that a fact stands in, or that was looked at. */
export interface ExplainedCapture {
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  readonly complete: 'yes' | 'no' | 'unknown';
  /** Why it is not known to be complete. */
  readonly why?: string;
}

/** A fact that a question is about, and how it stands to it. */
export interface ExplainedFact {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly quoted?: true;
  readonly answer: 'met' | 'unmet' | 'lacks';
  /** Whether the answer to the question rests on it. */
  readonly speaks: 'for' | 'against' | 'not';
  /** Why it does not speak, where that is not told by its fields. */
  readonly silent?: 'sample' | 'weak' | 'capture-not-complete';
  /** Why it does not meet the question although each of its fields does. */
  readonly unmetFor?: 'finding-is-over' | 'values-disagree';
  readonly fields: readonly ExplainedField[];
  readonly bound: readonly BoundVariable[];
  readonly capped: readonly Cap[];
  /** Of a fact that speaks against a cause, or for its end. */
  readonly weight?: Weight;
  readonly capture: ExplainedCapture;
}

/** Facts of the kind that a question is not about: which fields of theirs say so. */
export interface LeftOut {
  readonly count: number;
  /** How many facts of the kind were looked through, and how many there are. */
  readonly looked: number;
  readonly total: number;
  readonly fields: readonly {
    readonly field: string;
    /** Facts that do not tell it. */
    readonly lacking: number;
    /** Values of the others, of many the first. */
    readonly values: readonly string[];
  }[];
}

/** One question of a rule, its answer, and what the answer rests on. */
export interface ExplainedQuestion {
  readonly type: 'question';
  readonly kind: string;
  readonly asks: 'one' | 'every' | 'none';
  readonly of: readonly AskedField[];
  readonly tests: readonly AskedField[];
  readonly answer: Answer;
  readonly capped: readonly Cap[];
  /** The values its variables had when it was asked. */
  readonly variables: readonly BoundVariable[];
  /** Those that meet it first, of many the first. Of things that happened those that do not meet it are told where none does, one of each capture. */
  readonly facts: readonly ExplainedFact[];
  readonly more: { readonly met: number; readonly others: number };
  readonly leftOut?: LeftOut;
  /** Complete listings that hold none of what was asked for. */
  readonly listings: readonly ExplainedCapture[];
  /** Of `every`: how many objects were seen to be so, of how many. */
  readonly counted?: { readonly seen: number; readonly total?: number };
  /** Why the answer is unknown. */
  readonly want?: Want;
  /** Captures that were looked at for an answer that is unknown. */
  readonly looked: readonly ExplainedCapture[];
  /** The command whose output would tell. */
  readonly collect?: string;
}

/** Conditions of which all, or any, have to hold. */
export interface ExplainedGroup {
  readonly type: 'all' | 'any';
  readonly answer: Answer;
  readonly conditions: readonly ExplainedCondition[];
}

export type ExplainedCondition = ExplainedQuestion | ExplainedGroup;

/** A cause with the answers to its conditions; those it does not have are absent, and `because` where it was not asked. */
export interface ExplainedCause {
  readonly id: string;
  readonly title: string;
  readonly verdict: Verdict;
  readonly resolved: boolean;
  readonly reason: VerdictReason;
  /** What contradicted it was older than all that supports it, and was left out. */
  readonly outdated: boolean;
  /** It is known and does not count. */
  readonly suppressed?: Suppression;
  readonly capped: readonly Cap[];
  readonly variables: readonly BoundVariable[];
  readonly when?: ExplainedGroup;
  readonly unless?: ExplainedGroup;
  readonly resolvedBy?: ExplainedGroup;
  readonly because?: ExplainedGroup;
}

/** A rule for one group of values of its `per` variables. */
export interface ExplainedInstance {
  readonly of: readonly BoundVariable[];
  readonly title: string;
  /** The finding of the report that tells of it. */
  readonly finding?: string;
  /** It is known and does not count. */
  readonly suppressed?: Suppression;
  readonly status: Finding['status'];
  readonly seen: boolean;
  readonly reported: boolean;
  readonly reason: ReportReason;
  readonly end: End;
  readonly variables: readonly BoundVariable[];
  readonly appears: ExplainedCondition;
  readonly unless?: ExplainedGroup;
  readonly resolvedBy?: ExplainedGroup;
  readonly causes: readonly ExplainedCause[];
}

/** A finding, or one cause of it, in a chain. */
export interface ChainLink {
  readonly finding: string;
  readonly rule: string;
  /** Absent: the error itself. */
  readonly cause?: string;
  readonly title: string;
  readonly verdict?: Verdict;
  readonly objects: readonly FoundObject[];
  /** The next links, away from the rule that was asked for. */
  readonly next: readonly ChainLink[];
  /** At the root, the lines that show it. */
  readonly evidence: readonly Evidence[];
}

/** A finding of the rule in its incident. */
export interface ExplainedChain {
  readonly finding: string;
  readonly objects: readonly FoundObject[];
  /** What explains it, down to the root; empty where it is the root. */
  readonly because: readonly ChainLink[];
  /** What follows from it. */
  readonly explains: readonly ChainLink[];
}

/** Why a rule says what it says of a bundle. */
export interface ExplainedRule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly per: readonly string[];
  readonly inferred: boolean;
  /** The cause that was asked for; absent: all. */
  readonly cause?: string;
  readonly instances: readonly ExplainedInstance[];
  /** Instances beyond those. */
  readonly more: number;
}
