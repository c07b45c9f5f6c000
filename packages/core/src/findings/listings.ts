import type { Source } from '../facts/fact-set.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import { foldCase } from '../rules/fold-case.ts';
import type { Bindings } from './bindings.ts';

/** Captures that together list every object a question can be about; undefined where some would be missing. */
export function listingsFor(
  leaf: CompiledLeaf,
  bindings: Bindings,
  sources: readonly Source[],
): readonly Source[] | undefined {
  const listings = sources.filter(({ lists }) => lists?.kind === leaf.kind);
  const everywhere = listings.find(({ lists }) => lists?.namespace === undefined);
  if (everywhere) return [everywhere];
  const chosen = namespacesOf(leaf, bindings)?.map((namespace) =>
    listings.find(({ lists }) => foldCase(lists!.namespace!) === namespace),
  );
  return chosen?.every((source) => source !== undefined) ? chosen : undefined;
}

/** The namespaces a question is about, in small letters; undefined where it may be any. */
function namespacesOf({ of }: CompiledLeaf, bindings: Bindings): readonly string[] | undefined {
  const test = of.find(({ name }) => name === 'namespace')?.test;
  if (test?.type !== 'one-of') return undefined;
  const namespaces: string[] = [];
  for (const { tokens } of test.patterns) {
    const token = tokens.length === 1 ? tokens[0]! : undefined;
    if (token?.type === 'literal') namespaces.push(token.text);
    else if (token?.type === 'variable' && bindings.has(token.name))
      namespaces.push(...bindings.get(token.name)!.keys());
    else return undefined;
  }
  return namespaces;
}
