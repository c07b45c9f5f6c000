import type { Complete, QuotedBecause } from '../captures/capture.ts';
import type { ClusterMap } from './cluster-map.ts';
import type { CaptureTime } from '../facts/capture-time.ts';
import type { Note } from '../bundle/note.ts';
import type { Finding } from '../findings/finding.ts';
import type { Timeline } from '../findings/timeline/timeline.ts';

/** What was read of a bundle, what was not, and what could not be judged. */
export interface Coverage {
  readonly files: { readonly total: number; readonly read: number };
  readonly rules: { readonly total: number; readonly judged: number };
  readonly captures: readonly {
    readonly path: string;
    readonly line: number;
    readonly kind: string;
    readonly command?: string;
    readonly complete: Complete;
    readonly why?: string;
    /** Why it is told of, not taken of the cluster: its evidence is weak. */
    readonly quoted?: QuotedBecause;
  }[];
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
  /** Ids of the rules that could be judged, in the order of the packs. */
  readonly judged: readonly string[];
  readonly notJudged: readonly { readonly rule: string; readonly needs: readonly string[] }[];
}

/** What became of one entry that suppresses findings. */
export interface SuppressionEntry {
  readonly by: 'configuration' | 'baseline';
  readonly path: string;
  readonly line?: number;
  /** Patterns; absent for a baseline. */
  readonly rule?: string;
  readonly cause?: string;
  readonly object?: readonly string[];
  readonly reason?: string;
  readonly expires?: string;
  /** `unused`: nothing matches it. `expired`: its day is past. `undated`: no day is known to compare its day with. */
  readonly state: 'used' | 'unused' | 'expired' | 'undated';
  /** How many findings it suppresses. */
  readonly findings: number;
}

/** What of the findings is suppressed; they stay in the list of findings. */
export interface Suppressed {
  /** The day that expiries were compared with. */
  readonly asOf?: string;
  readonly findings: number;
  readonly entries: readonly SuppressionEntry[];
}

/** What tells when a bundle was captured, and between which times that was. */
export interface CaptureSource {
  readonly from: CaptureTime['from'];
  readonly zone: CaptureTime['zone'];
  readonly path?: string;
  readonly line?: number;
  readonly text?: string;
  readonly earliest?: string;
  readonly latest?: string;
}

/** A line beside a quoted one, as it may be shown. */
export interface ContextLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** What stands around the quotes of a report. */
export interface Context {
  /** How many lines before and after each quote, at most. */
  readonly reach: number;
  /** In the order of path and line. */
  readonly lines: readonly ContextLine[];
}

/** What one bundle shows; the JSON document of `report.schema.json`. */
export interface Report {
  readonly schemaVersion: 1;
  readonly locale: string;
  readonly generator: {
    readonly name: 'referto';
    readonly version: string;
    readonly packs: readonly { readonly name: string; readonly version: string; readonly hash: string }[];
  };
  readonly bundle: {
    readonly name: string;
    /** Which collector made it; `loose` where none is recognized. */
    readonly kind: string;
    readonly container: string;
    readonly capturedAt?: string;
    readonly capturedAtSource?: CaptureSource;
  };
  readonly findings: readonly Finding[];
  /** The lines around what is quoted, where they were asked for. */
  readonly context?: Context;
  /** What the findings rest on in the order of time, where that was asked for. */
  readonly timeline?: Timeline;
  /** Absent where nothing was asked to be suppressed. */
  readonly suppressed?: Suppressed;
  /** Where the pods are, where there are findings and the bundle shows nodes and pods. */
  readonly cluster?: ClusterMap;
  readonly coverage: Coverage;
  readonly notes: readonly Note[];
}
