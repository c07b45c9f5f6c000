/** The words of an HTML report that the other reports do not have. */
export interface HtmlWords {
  readonly heading: string;
  readonly capturedAt: string;
  readonly filter: string;
  readonly search: string;
  readonly showing: string;
  readonly all: string;
  readonly incidents: string;
  readonly causes: string;
  readonly whatToDo: string;
  readonly seeAbove: string;
  readonly evidence: string;
  readonly around: string;
  readonly chain: string;
  readonly chainText: (first: string, then: readonly string[]) => string;
  readonly copy: string;
  readonly copied: string;
  readonly collectNext: string;
  readonly coverage: string;
  readonly captures: string;
  readonly files: string;
  readonly rules: string;
  readonly complete: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  readonly skip: string;
  readonly made: string;
  readonly timeline: string;
  readonly cluster: string;
  readonly unplaced: string;
  readonly noPods: string;
  /** By health; `''` where it is not known. */
  readonly health: Readonly<Record<'ready' | 'completed' | 'failing' | 'stuck' | 'starting' | '', string>>;
}

/** The words of a language; English where the language is not known. */
export const htmlWordsOf = (locale: string): HtmlWords => (locale === 'it' ? ITALIAN : ENGLISH);

const ENGLISH: HtmlWords = {
  heading: 'Report on',
  capturedAt: 'captured at',
  filter: 'Filter',
  search: 'Search in findings',
  showing: 'shown',
  all: 'all',
  incidents: 'Incidents',
  causes: 'Causes, side by side',
  whatToDo: 'What to do',
  seeAbove: 'The same steps as for',
  evidence: 'Evidence',
  around: 'Context',
  chain: 'Chain',
  chainText: (first, then) => `${first} explains ${then.join(', ')}`,
  copy: 'Copy',
  copied: 'Copied',
  collectNext: 'To be sure, collect',
  coverage: 'What was read, and what was not',
  captures: 'Captures',
  files: 'files',
  rules: 'rules',
  complete: { yes: 'complete', no: 'not complete', unknown: 'not known whether complete' },
  skip: 'Go to the findings',
  made: 'Made offline; nothing was sent anywhere. It quotes the bundle: read it before you share it.',
  timeline: 'Timeline',
  cluster: 'Nodes and pods',
  unplaced: 'Without a node',
  noPods: 'no pods seen',
  health: {
    ready: 'ready',
    completed: 'completed',
    failing: 'failing',
    stuck: 'stuck',
    starting: 'starting',
    '': 'not known',
  },
};

const ITALIAN: HtmlWords = {
  heading: 'Referto di',
  capturedAt: 'catture delle',
  filter: 'Filtro',
  search: 'Cerca nei risultati',
  showing: 'mostrati',
  all: 'tutti',
  incidents: 'Incidenti',
  causes: 'Le cause a confronto',
  whatToDo: 'Che cosa fare',
  seeAbove: 'Gli stessi passi di',
  evidence: 'Indizi',
  around: 'Contesto',
  chain: 'Catena',
  chainText: (first, then) => `${first} spiega ${then.join(', ')}`,
  copy: 'Copia',
  copied: 'Copiato',
  collectNext: 'Per esserne certi, raccogliere',
  coverage: 'Che cosa è stato letto, e che cosa no',
  captures: 'Catture',
  files: 'file',
  rules: 'regole',
  complete: { yes: 'completa', no: 'non completa', unknown: 'non si sa se completa' },
  skip: 'Vai ai risultati',
  made: 'Fatto senza rete; nulla è stato inviato. Cita il pacchetto: leggerlo prima di condividerlo.',
  timeline: 'Cronologia',
  cluster: 'Nodi e pod',
  unplaced: 'Senza un nodo',
  noPods: 'nessun pod visto',
  health: {
    ready: 'pronti',
    completed: 'completati',
    failing: 'in errore',
    stuck: 'bloccati',
    starting: 'in avvio',
    '': 'non noti',
  },
};
