/** What a line of a timeline means to a finding: it speaks for it, or shows its end. */
export interface TimelineRole {
  readonly finding: string;
  readonly rule: string;
  /** Absent: the error itself. */
  readonly cause?: string;
  readonly speaks: 'for' | 'end';
}

/** Something that findings rest on, on the axis of time. */
export interface TimelineEntry {
  /** An event, an entry of a log or of an operation's output, a change of a state, or a state as it was captured. */
  readonly what: 'event' | 'log' | 'change' | 'state';
  /** ISO 8601, the best guess where it is inferred; absent where no time is known. */
  readonly time?: string;
  /** The time was reckoned, from an age or from when the capture was taken; between these, as far as they are known. */
  readonly inferred?: true;
  readonly earliest?: string;
  readonly latest?: string;
  /** Seconds before its capture, where that is all that is known. */
  readonly ageSeconds?: number;
  readonly text: string;
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  /** Further lines that say the same; the last of them at `until`, where that is known. */
  readonly more?: number;
  readonly until?: string;
  readonly findings: readonly TimelineRole[];
}

/** What the findings of a report rest on, in the order of time: first what has a time, then what has an age, then the rest. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** Entries beyond those. */
  readonly omitted: number;
}
