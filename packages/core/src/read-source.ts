import type { Bundle } from './bundle/bundle.ts';
import type { Limits } from './bundle/budget.ts';
import { createBudget } from './bundle/create-budget.ts';
import type { Note } from './bundle/note.ts';
import { openBundle, type BundleSource } from './bundle/open-bundle.ts';
import { gatherFacts } from './captures/gather-facts.ts';
import { readAll, type BundleRead } from './captures/read-all.ts';
import { readCaptures, type Progress, type ReadCapturesOptions } from './captures/read-captures.ts';
import type { FactSet } from './facts/fact-set.ts';

export interface ReadOptions {
  /** When the captures were taken, in milliseconds since 1970; without it ages stay relative. */
  readonly capturedAt?: number;
  /** Name of the bundle in the report. */
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What a bundle says, and what could not be read of it. */
export interface SourceRead {
  readonly bundle: Bundle;
  readonly read: BundleRead;
  readonly facts: FactSet;
  readonly notes: readonly Note[];
}

/** Reads a bundle to the end: its captures, and the facts they tell. `wanted` says which log entries are worth a fact; absent: every entry is. */
export async function readSource(
  source: BundleSource,
  { capturedAt, name, limits, ...reading }: ReadOptions & Pick<ReadCapturesOptions, 'wanted' | 'plain'>,
): Promise<SourceRead> {
  const budget = createBudget(limits);
  const bundle = await openBundle(source, { budget, ...(name === undefined ? {} : { name }) });
  const captures = readCaptures(bundle, { budget, ...reading });
  const read = await readAll(captures, budget);
  const facts = gatherFacts(read.members, { label: read.label, ...(capturedAt === undefined ? {} : { capturedAt }) });
  return { bundle, read, facts, notes: budget.notes };
}
