import type { ChangeKind, ChangeReason } from '../findings/compare/change.ts';

/** Every word of a comparison that does not come from the rules. */
export interface CompareWords {
  readonly change: Readonly<Record<ChangeKind, string>>;
  readonly reason: Readonly<Record<ChangeReason, string>>;
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly nothing: string;
  readonly suppressed: (count: number) => string;
  readonly summary: (counts: Readonly<Record<ChangeKind, number>>) => string;
}

/** The words of a language; English where the language is not known. */
export const compareWordsOf = (locale: string): CompareWords => (locale === 'it' ? ITALIAN : ENGLISH);

const ENGLISH: CompareWords = {
  change: { fixed: 'fixed', 'still-there': 'still there', new: 'new', 'lost-visibility': 'lost visibility' },
  reason: {
    'found-again': 'it is found again',
    'not-found-before': 'it was not found before',
    'shown-to-be-over': 'the later captures show that it is over',
    'captures-missing': 'the later captures do not hold what showed it',
    'nothing-shows-the-end': 'it is not found again, but nothing shows that it is over',
  },
  before: 'before',
  after: 'after',
  why: 'why',
  nothing: 'No finding in either bundle. That does not say that nothing is wrong.',
  suppressed: (count) => `${count} suppressed`,
  summary: (counts) =>
    `${counts.fixed} fixed, ${counts['still-there']} still there, ${counts.new} new, ${counts['lost-visibility']} lost visibility`,
};

const ITALIAN: CompareWords = {
  change: {
    fixed: 'risolta',
    'still-there': 'ancora presente',
    new: 'nuova',
    'lost-visibility': 'non più visibile',
  },
  reason: {
    'found-again': 'si ritrova',
    'not-found-before': 'prima non si trovava',
    'shown-to-be-over': 'le catture successive mostrano che è superata',
    'captures-missing': 'le catture successive non contengono ciò che la mostrava',
    'nothing-shows-the-end': 'non si ritrova, ma nulla mostra che sia superata',
  },
  before: 'prima',
  after: 'dopo',
  why: 'perché',
  nothing: 'Nessun risultato in nessuno dei due pacchetti. Ciò non dice che tutto vada bene.',
  suppressed: (count) => `${count} ${count === 1 ? 'soppressa' : 'soppresse'}`,
  summary: (counts) =>
    `${counts.fixed} risolte, ${counts['still-there']} ancora presenti, ${counts.new} nuove, ${counts['lost-visibility']} non più visibili`,
};
