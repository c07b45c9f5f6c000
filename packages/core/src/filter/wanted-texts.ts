/** Which texts make a log entry worth a fact. */
export interface WantedTexts {
  /** Texts as rules write them: any blank stands for a run of them, and case is ignored. */
  readonly literals: readonly string[];
  /** An entry is wanted if it meets one of these. */
  readonly wants: readonly Want[];
}

/** Groups of literals by their number, of each of which one must stand in the entry. */
export type Want = readonly (readonly number[])[];
