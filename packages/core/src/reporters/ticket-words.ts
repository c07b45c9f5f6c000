/** The words of a ticket comment that a text report does not have. */
export interface TicketWords {
  readonly reportOf: string;
  readonly counts: (count: { errors: number; warnings: number; resolved: number }) => string;
  readonly next: string;
  readonly settle: string;
  readonly details: string;
  readonly otherCauses: string;
  readonly against: string;
  readonly coverage: string;
}

/** The words of a language; English where the language is not known. */
export const ticketWordsOf = (locale: string): TicketWords => (locale === 'it' ? ITALIAN : ENGLISH);

const listed = (parts: readonly (string | false)[]): string => parts.filter((part) => part !== false).join(', ');

const ENGLISH: TicketWords = {
  reportOf: 'Report on',
  counts: ({ errors, warnings, resolved }) =>
    listed([
      `${errors} ${errors === 1 ? 'error' : 'errors'}`,
      warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
      resolved > 0 && `${resolved} resolved`,
    ]),
  next: 'Next',
  settle: 'To be sure, collect',
  details: 'Evidence, all causes and all steps',
  otherCauses: 'Other causes',
  against: 'against it',
  coverage: 'What was read, and what was not',
};

const ITALIAN: TicketWords = {
  reportOf: 'Referto di',
  counts: ({ errors, warnings, resolved }) =>
    listed([
      `${errors} ${errors === 1 ? 'errore' : 'errori'}`,
      warnings > 0 && `${warnings} ${warnings === 1 ? 'avviso' : 'avvisi'}`,
      resolved > 0 && `${resolved} ${resolved === 1 ? 'risolto' : 'risolti'}`,
    ]),
  next: 'Prossimo passo',
  settle: 'Per esserne certi, raccogliere',
  details: 'Indizi, tutte le cause e tutti i passi',
  otherCauses: 'Altre cause',
  against: 'la contraddice',
  coverage: 'Che cosa è stato letto, e che cosa no',
};
