import { anonymizeDocument, anonymizingBy } from './anonymity/anonymize-document.ts';
import { createBudget } from './bundle/create-budget.ts';
import type { Note } from './bundle/note.ts';
import type { BundleSource } from './bundle/open-bundle.ts';
import { splitText } from './bundle/split-lines.ts';
import { CAPTURE_KINDS, PROSE } from './captures/capture-kinds.ts';
import { gatherFacts } from './captures/gather-facts.ts';
import { createMemberReader } from './captures/read-member.ts';
import type { Fact } from './facts/fact.ts';
import { labeledNotes } from './report/report-head.ts';
import { readSource, type ReadOptions } from './read-source.ts';

/** Every fact of one text, in the order of its lines; `path` names the text in their origins. Never throws. */
export function readFacts(text: string, { path = 'text' }: { readonly path?: string } = {}): readonly Fact[] {
  const reader = createMemberReader(path, {
    kinds: CAPTURE_KINDS,
    prose: PROSE,
    budget: createBudget({ facts: Infinity }),
  });
  reader.push(splitText(text));
  return gatherFacts([reader.end()], { label: (name) => name }).all.map(({ fact }) => fact);
}

export type ReadBundleFactsOptions = Pick<
  ReadOptions,
  'name' | 'limits' | 'capturedAt' | 'mark' | 'anonymize' | 'signal'
>;

/** Every fact of a bundle, rules or no rules, by path and line; and what could not be read. Throws `BundleError` where there is nothing to open. */
export async function readBundleFacts(
  source: BundleSource,
  { anonymize, ...options }: ReadBundleFactsOptions = {},
): Promise<{ readonly facts: readonly Fact[]; readonly notes: readonly Note[] }> {
  const read = await readSource(source, options);
  const told = { facts: read.facts.all.map(({ fact }) => fact), notes: labeledNotes(read) };
  return anonymize ? anonymizeDocument(told, anonymizingBy(anonymize, read)) : told;
}
