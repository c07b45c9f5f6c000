import { DERIVED_LITERALS } from './captures/text/derived-literals.ts';
import type { BundleSource } from './bundle/open-bundle.ts';
import { readSource, type ReadOptions } from './read-source.ts';
import type { RulePack } from './rules/rule.ts';
import { withoutEnding } from './anonymity/anonymize-document.ts';
import { replaceNames } from './anonymity/anonymize-text.ts';
import { createDisguise } from './anonymity/disguise.ts';
import { keptWords } from './rules/kept-words.ts';
import type { Telling } from './anonymity/names-in-lines.ts';
import { collectNames, indexNames, type Collected } from './anonymity/names-of.ts';
import type { Pseudonym, PseudonymKind } from './anonymity/pseudonyms.ts';

/** What a bundle is disguised by. */
export interface Disguising extends Pick<ReadOptions, 'name' | 'limits' | 'signal'> {
  readonly pseudonym: Pseudonym;
  /** Rules whose verdicts must stay: what their conditions ask for stays too. */
  readonly rules: readonly RulePack[];
  /** What was found in the lines of the bundle. */
  readonly telling: Telling;
  readonly paths: Iterable<string>;
}

/**
 * Reads a bundle for the names that its captures tell, and gives what puts pseudonyms of the same length into its lines and
 * paths. Which value gets which pseudonym does not depend on the order of an archive.
 */
export async function disguiseBundle(
  source: BundleSource,
  { pseudonym, rules, telling, paths, ...reading }: Disguising,
): Promise<(text: string) => string> {
  const { bundle, facts } = await readSource(source, reading);
  const names = collectNames(facts, [withoutEnding(bundle.name)]);
  for (const [name, kind] of sorted(telling.names)) if (!names.has(name)) names.set(name, kind);
  const kept = keptWords(rules, DERIVED_LITERALS);
  for (const name of names.keys()) if (kept.names.has(name)) names.delete(name);
  const replace = createDisguise(pseudonym, { taken: wordsOf([...names.keys(), ...paths]), stays: kept.parts });
  for (const [name, kind] of names) replace(name, kind);
  for (const address of [...telling.addresses].sort()) {
    const [kind = '', value = ''] = address.split(' ');
    replace(value, kind as PseudonymKind);
  }
  const known = indexNames(names);
  return (text) => replaceNames(text, { names: known, replace });
}

const sorted = (names: Collected): readonly (readonly [string, 'name' | 'host'])[] =>
  [...names].sort(([a], [b]) => (a < b ? -1 : 1));

const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []));
