import type { FactSet } from '../facts/fact-set.ts';
import { anonymizeText, type Anonymizing } from './anonymize-text.ts';
import { namesOf } from './names-of.ts';
import { pseudonymOf, type Pseudonym } from './pseudonyms.ts';

/** What is known of a bundle that a document is about. */
export interface AnonymizedBundle {
  readonly bundle: { readonly name: string };
  readonly facts: Pick<FactSet, 'all' | 'sources'>;
}

/** What a document about these bundles is anonymized by. */
export function anonymizingBy(pseudonym: Pseudonym, ...reads: readonly AnonymizedBundle[]): Anonymizing {
  const bundles = reads.map(({ bundle }) => bundle.name);
  const facts = { all: reads.flatMap((read) => read.facts.all), sources: reads.flatMap((read) => read.facts.sources) };
  return { names: namesOf(facts, bundles.map(withoutEnding)), pseudonym, bundles: new Set(bundles) };
}

/** The name of a bundle without the ending that tells what sort of file it is. */
export const withoutEnding = (name: string): string =>
  name.replace(/\.(?:tar(?:\.\w{1,4})?|tgz|zip|txt|log|json|ya?ml)$/i, '');

/** A document with pseudonyms in all of its texts; what the program and its rules call things stays. */
export const anonymizeDocument = <D>(document: D, by: Anonymizing): D => anonymizeValue(document, { by, key: '' }) as D;

interface Field {
  readonly by: Anonymizing;
  readonly key: string;
}

function anonymizeValue(value: unknown, { by, key }: Field): unknown {
  if (typeof value === 'string') return anonymizeField(value, { by, key });
  if (Array.isArray(value)) return value.map((element) => anonymizeValue(element, { by, key }));
  if (typeof value !== 'object' || value === null || key === 'generator') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      /[-./]/.test(name) ? anonymizeText(name, by) : name,
      anonymizeValue(field, { by, key: name }),
    ]),
  );
}

function anonymizeField(text: string, { by, key }: Field): string {
  if (FINDING_ID.test(text) && LINKS.has(key)) return by.pseudonym(text, 'finding').padStart(16, '0').slice(-16);
  if (key === 'name' && by.bundles.has(text) && text !== 'bundle') return pseudonymOf('bundle', text, by.pseudonym);
  return OURS.has(key) ? text : anonymizeText(text, by);
}

/** The hash of a rule and its objects: who guesses a name could see that it is right. */
const FINDING_ID = /^[0-9a-f]{16}$/;
const LINKS = new Set(['id', 'finding', 'follows', 'explains']);

/** Fields whose texts are not of the bundle. */
const OURS = new Set(
  'id rule cause kind severity status verdict capped code locale judged references speaks what by state class complete'.split(
    ' ',
  ),
);
