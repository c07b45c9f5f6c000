import { numberPseudonyms, secretMark, type MarkSecret, type Pseudonym } from '@referto/core';
import { readAnonymizeKey } from './anonymize-key.ts';

/** Whether names, addresses and ids get pseudonyms, and by which key. */
export interface Anonymizing {
  readonly anonymize?: true;
  readonly anonymizeKey?: string;
}

/** What one document is anonymized by: numbers, or the key that a file holds, which names secrets too. */
export async function anonymizingOf({
  anonymize,
  anonymizeKey,
}: Anonymizing): Promise<{ readonly anonymize?: Pseudonym; readonly mark?: MarkSecret }> {
  if (anonymizeKey === undefined) return anonymize ? { anonymize: numberPseudonyms() } : {};
  const name = await readAnonymizeKey(anonymizeKey);
  return { anonymize: name, mark: (secret) => secretMark(name(secret)) };
}
