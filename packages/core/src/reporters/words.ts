import type { Cap, Verdict } from '../findings/finding.ts';
import type { CaptureSource } from '../report/report.ts';

/** The languages a text report can be written in. */
export type Locale = 'en' | 'it';

/** Every word of a text report that does not come from the rules. */
export interface Words {
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly resolved: string;
  readonly resolvedCause: string;
  readonly wasSeverity: Readonly<Record<'error' | 'warning' | 'info', string>>;
  readonly unseen: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly cap: Readonly<Record<Cap, string>>;
  readonly objects: string;
  readonly quoted: string;
  readonly at: string;
  readonly alsoAt: string;
  readonly because: string;
  readonly explains: string;
  readonly open: string;
  readonly excluded: string;
  readonly only: string;
  readonly collect: string;
  readonly solution: string;
  readonly recommended: string;
  readonly ifSo: string;
  readonly run: string;
  readonly verify: string;
  readonly remark: string;
  readonly reference: string;
  readonly nothingFound: string;
  readonly coverage: (count: CoverageCount) => string;
  readonly captured: (time: string, source: CaptureSource) => string;
  readonly unread: string;
  readonly notJudged: string;
  readonly needs: (captures: readonly string[]) => string;
  readonly note: string;
  readonly more: (count: number) => string;
  readonly suppressed: string;
  readonly suppressedCount: (count: number) => string;
  readonly inBaseline: (path: string) => string;
  readonly byEntry: (place: string, expires: string, reason: string) => string;
  readonly notSuppressing: string;
  readonly idle: Readonly<Record<'unused' | 'expired' | 'undated', (expires: string) => string>>;
}

/** The numbers of the line that says what was read and judged. */
export interface CoverageCount {
  readonly read: number;
  readonly files: number;
  readonly captures: number;
  readonly judged: number;
  readonly rules: number;
  readonly lacking: number;
}

/** The words of a language; English where the language is not known. */
export const wordsOf = (locale: string): Words => (locale === 'it' ? ITALIAN : ENGLISH);

const many = (count: number, one: string, several: string): string => `${count} ${count === 1 ? one : several}`;

const ENGLISH: Words = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  resolved: 'resolved',
  resolvedCause: '(resolved)',
  wasSeverity: {
    error: 'An error that is over: what shows it is older than what shows its end.',
    warning: 'A warning that is over: what shows it is older than what shows its end.',
    info: 'This is over: what shows it is older than what shows its end.',
  },
  unseen: 'The error itself is not in the bundle; something that causes it is.',
  verdict: { confirmed: 'confirmed', likely: 'likely', possible: 'possible', excluded: 'excluded' },
  cap: {
    quoted: 'its evidence is quoted text, or holds an unfilled placeholder',
    'loose-join': 'it is not certain that its lines speak of the same object',
    'likely-finding': 'it rests on a finding that is itself only likely',
    incomplete: 'a capture it rests on is not complete',
  },
  objects: 'of',
  quoted: '(quoted)',
  at: 'at',
  alsoAt: 'also at',
  because: 'because',
  explains: 'explains',
  open: 'still possible',
  excluded: 'excluded',
  only: 'why likely',
  collect: 'collect',
  solution: 'solution',
  recommended: '(recommended)',
  ifSo: 'if so',
  run: 'Run:',
  verify: 'verify',
  remark: 'remark',
  reference: 'see',
  nothingFound: 'No finding in what was read. That does not say that nothing is wrong.',
  coverage: ({ read, files, captures, judged, rules, lacking }) =>
    `read ${read} of ${many(files, 'file', 'files')} as ${many(captures, 'capture', 'captures')}; ` +
    `judged ${judged} of ${many(rules, 'rule', 'rules')}` +
    (lacking === 0 ? '' : `; ${many(lacking, 'needs a capture that is', 'need captures that are')} not here`),
  captured: (time, { from, zone, text }) =>
    `captured at ${time}, ${CAPTURED_BY[from]}${text === undefined ? '' : ` (${text})`}${zone === 'stated' ? '' : '; UTC is assumed'}`,
  unread: 'unread',
  notJudged: 'not judged',
  needs: (captures) =>
    captures.length === 0 ? 'needs what the failed command printed' : `needs ${captures.join(', ')}`,
  note: 'note',
  more: (count) => `… and ${count} more`,
  suppressed: 'suppressed',
  suppressedCount: (count) => `${many(count, 'finding is', 'findings are')} suppressed`,
  inBaseline: (path) => `known from ${path}`,
  byEntry: (place, expires, reason) => `by ${place} until ${expires}: ${reason}`,
  notSuppressing: 'not applied',
  idle: {
    unused: () => 'nothing that was found matches it',
    expired: (expires) => `it has expired on ${expires}`,
    undated: (expires) => `it expires on ${expires}, and no day is known: give --captured-at or --today`,
  },
};

const CAPTURED_BY: Readonly<Record<CaptureSource['from'], string>> = {
  option: 'as the user says',
  date: 'by the date printed in it',
  name: 'by a date in its name',
  log: 'or later, by its newest entry',
};

const ITALIAN: Words = {
  severity: { error: 'errore', warning: 'avviso', info: 'nota' },
  resolved: 'risolto',
  resolvedCause: '(risolta)',
  wasSeverity: {
    error: 'Un errore ormai superato: ciò che lo mostra precede ciò che ne mostra la fine.',
    warning: 'Un avviso ormai superato: ciò che lo mostra precede ciò che ne mostra la fine.',
    info: 'È superato: ciò che lo mostra precede ciò che ne mostra la fine.',
  },
  unseen: "L'errore in sé non compare nel pacchetto; compare qualcosa che lo causa.",
  verdict: { confirmed: 'confermata', likely: 'probabile', possible: 'possibile', excluded: 'esclusa' },
  cap: {
    quoted: "l'indizio è testo citato, o contiene un segnaposto non compilato",
    'loose-join': 'non è certo che le righe parlino dello stesso oggetto',
    'likely-finding': 'poggia su un risultato a sua volta solo probabile',
    incomplete: 'una cattura su cui poggia non è completa',
  },
  objects: 'di',
  quoted: '(citato)',
  at: 'in',
  alsoAt: 'anche in',
  because: 'perché',
  explains: 'spiega',
  open: 'ancora possibili',
  excluded: 'escluse',
  only: 'solo probabile',
  collect: 'raccogliere',
  solution: 'soluzione',
  recommended: '(consigliata)',
  ifSo: 'se è così',
  run: 'Eseguire:',
  verify: 'verifica',
  remark: 'avvertenza',
  reference: 'vedi',
  nothingFound: 'Nessun risultato in ciò che è stato letto. Non vuol dire che sia tutto a posto.',
  coverage: ({ read, files, captures, judged, rules, lacking }) =>
    `letti ${read} file su ${files} come ${many(captures, 'cattura', 'catture')}; ` +
    `valutate ${judged} regole su ${rules}` +
    (lacking === 0 ? '' : `; per ${many(lacking, 'regola', 'regole')} mancano le catture`),
  captured: (time, { from, zone, text }) =>
    `raccolto alle ${time}, ${RACCOLTO[from]}${text === undefined ? '' : ` (${text})`}${zone === 'stated' ? '' : '; si suppone UTC'}`,
  unread: 'non letto',
  notJudged: 'non valutata',
  needs: (captures) =>
    captures.length === 0 ? 'serve ciò che ha stampato il comando fallito' : `serve ${captures.join(', ')}`,
  note: 'nota',
  more: (count) => `… e altri ${count}`,
  suppressed: 'soppresso',
  suppressedCount: (count) => `${many(count, 'risultato soppresso', 'risultati soppressi')}`,
  inBaseline: (path) => `già noto da ${path}`,
  byEntry: (place, expires, reason) => `da ${place} fino al ${expires}: ${reason}`,
  notSuppressing: 'non applicato',
  idle: {
    unused: () => 'niente di ciò che è stato trovato gli corrisponde',
    expired: (expires) => `è scaduto il ${expires}`,
    undated: (expires) => `scade il ${expires}, e non è noto alcun giorno: dare --captured-at o --today`,
  },
};

const RACCOLTO: Readonly<Record<CaptureSource['from'], string>> = {
  option: "come dice l'utente",
  date: 'secondo la data stampata al suo interno',
  name: 'secondo una data nel suo nome',
  log: 'o dopo, secondo la sua voce più recente',
};
