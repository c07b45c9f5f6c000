import { createBudget } from './bundle/create-budget.ts';
import type { Limits } from './bundle/budget.ts';
import type { Note } from './bundle/note.ts';
import { openBundle, type BundleSource } from './bundle/open-bundle.ts';
import { splitText } from './bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './captures/capture-kinds.ts';
import { gatherFacts } from './captures/gather-facts.ts';
import { readAll } from './captures/read-all.ts';
import { readCaptures } from './captures/read-captures.ts';
import { createMemberReader } from './captures/read-member.ts';
import type { Fact } from './facts/fact.ts';

/** Every fact of one text, in the order of its lines; `path` names the text in their origins. Never throws. */
export function readFacts(text: string, { path = 'text' }: { readonly path?: string } = {}): readonly Fact[] {
  const reader = createMemberReader(path, { kinds: CAPTURE_KINDS, prose: PROSE, budget: createBudget() });
  reader.push(splitText(text));
  return gatherFacts([reader.end()], { label: (name) => name }).all.map(({ fact }) => fact);
}

export interface ReadBundleFactsOptions {
  readonly limits?: Partial<Limits>;
  /** When the captures were taken, in milliseconds since 1970. */
  readonly capturedAt?: number;
  readonly signal?: AbortSignal;
}

/** Every fact of a bundle, rules or no rules, by path and line; and what could not be read. Throws `BundleError` where there is nothing to open. */
export async function readBundleFacts(
  source: BundleSource,
  { limits, capturedAt, signal }: ReadBundleFactsOptions = {},
): Promise<{ readonly facts: readonly Fact[]; readonly notes: readonly Note[] }> {
  const budget = createBudget(limits);
  const bundle = await openBundle(source, { budget });
  const read = await readAll(readCaptures(bundle, { budget, ...(signal && { signal }) }), budget);
  const known = gatherFacts(read.members, { label: read.label, ...(capturedAt === undefined ? {} : { capturedAt }) });
  return { facts: known.all.map(({ fact }) => fact), notes: budget.notes };
}
