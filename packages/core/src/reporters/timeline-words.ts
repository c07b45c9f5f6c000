/** Every word of a timeline that does not come from the rules. */
export interface TimelineWords {
  readonly title: string;
  readonly what: Readonly<Record<'event' | 'log' | 'change' | 'state', string>>;
  readonly aged: string;
  readonly untimed: string;
  readonly again: (count: number) => string;
  readonly until: string;
  readonly end: string;
}

/** The words of a language; English where the language is not known. */
export const timelineWordsOf = (locale: string): TimelineWords => (locale === 'it' ? ITALIAN : ENGLISH);

const ENGLISH: TimelineWords = {
  title: 'timeline',
  what: { event: 'event', log: 'log', change: 'change', state: 'state' },
  aged: 'before the capture was taken (--captured-at TIME tells when that was)',
  untimed: 'at a time that is not told',
  again: (count) => (count === 1 ? '1 line says the same' : `${count} lines say the same`),
  until: 'the last at',
  end: 'ends',
};

const ITALIAN: TimelineWords = {
  title: 'cronologia',
  what: { event: 'evento', log: 'log', change: 'cambio', state: 'stato' },
  aged: 'prima della cattura (--captured-at TIME dice quando è stata fatta)',
  untimed: "senza un'ora indicata",
  again: (count) => (count === 1 ? "lo dice un'altra riga" : `lo dicono altre ${count} righe`),
  until: "l'ultima alle",
  end: 'conclude',
};
