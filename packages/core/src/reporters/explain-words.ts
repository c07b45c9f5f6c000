import type { Answer, Want } from '../findings/answer.ts';
import type {
  AskedTest,
  End,
  ExplainedFact,
  FieldAnswer,
  LeftOut,
  ReportReason,
  VerdictReason,
  Weight,
} from '../findings/explanation.ts';

type Operator = Exclude<AskedTest['asks'], 'is' | 'parts' | 'absent'>;

/** Every word of an explanation in text that does not come from the rules; those of a report beside them. */
export interface ExplainWords {
  readonly pack: (name: string) => string;
  readonly per: (names: string) => string;
  readonly inferred: string;
  readonly active: string;
  readonly notReported: string;
  readonly whole: string;
  readonly reported: Readonly<Record<ReportReason, string>>;
  readonly end: Readonly<Record<Exclude<End, 'no-end'>, string>>;
  readonly follows: string;
  readonly reason: Readonly<Record<VerdictReason, string>>;
  readonly over: string;
  readonly outdated: string;
  readonly asSure: string;
  readonly answer: Readonly<Record<Answer, string>>;
  readonly group: Readonly<Record<'all' | 'any', string>>;
  readonly none: string;
  readonly every: string;
  readonly of: string;
  readonly or: string;
  readonly operator: Readonly<Record<Operator, string>>;
  readonly empty: string;
  readonly where: string;
  readonly stands: Readonly<Record<'for' | 'against' | 'met' | 'unmet' | 'lacks', string>>;
  readonly field: Readonly<Record<Exclude<FieldAnswer, 'met' | 'unmet'>, string>>;
  readonly asked: string;
  readonly capped: string;
  readonly silent: Readonly<Record<NonNullable<ExplainedFact['silent']>, string>>;
  readonly unmetFor: Readonly<Record<NonNullable<ExplainedFact['unmetFor']>, string>>;
  readonly weight: Readonly<Record<Weight, string>>;
  readonly missing: Readonly<Record<Want, string>>;
  readonly looked: string;
  readonly notComplete: string;
  readonly listing: string;
  readonly leftOut: (left: LeftOut) => string;
  readonly notTold: (count: number) => string;
  readonly counted: (seen: number, total: number | undefined) => string;
  readonly moreMet: (count: number) => string;
  readonly moreOthers: (count: number) => string;
  readonly moreInstances: (count: number) => string;
  readonly same: string;
  readonly chain: string;
  readonly root: string;
}

/** The words of a language; English where the language is not known. */
export const explainWordsOf = (locale: string): ExplainWords => (locale === 'it' ? ITALIAN : ENGLISH);

const ENGLISH: ExplainWords = {
  pack: (name) => `of ${name}`,
  chain: 'chain',
  root: 'nothing explains it further: it is the root',
  per: (names) => `one finding for each ${names}`,
  inferred: 'a likely cause alone reports it',
  active: 'active',
  notReported: 'not reported',
  whole: 'whole bundle',
  reported: {
    seen: '`appears` is supported',
    over: 'an `unless` speaks against it, but it is over, and what is over is told',
    inferred: 'the error itself is not seen, but a cause is at least likely',
    'only-looks-like-it': 'an `unless` says that it only looks like this error',
    'not-seen': '`appears` is not supported',
  },
  end: {
    over: 'what shows the end is newer than every sign of the error',
    'cause-active': 'a cause that is at least likely is not over',
    'seen-since': 'a sign of the error is newer than what would show its end, or their order is not known',
  },
  follows: 'why',
  reason: {
    supported: 'all that it asks is supported, by strong evidence',
    'weakly-supported': 'all that it asks is supported, but by weak evidence',
    'partly-supported': 'a part of what it asks is supported, the rest is not known',
    open: 'no part of what it asks is supported in a way that counts, and the whole is not contradicted',
    contradicted: 'what it asks is contradicted',
    'ruled-out': 'an `unless` is supported, and not only by what is older than the evidence',
    'error-ruled-out': 'the `unless` of the error is supported, and this cause is as sure as the error',
  },
  over: 'resolved: a `resolved-by` is supported by what is newer than the evidence',
  outdated: 'what contradicts it is older than all that supports it, so it is left out',
  asSure: 'it has no `when`: it is as sure as the error',
  answer: { supported: 'supported', contradicted: 'contradicted', unknown: 'unknown' },
  group: { all: 'all of', any: 'any of' },
  none: 'no',
  every: 'every',
  of: 'of',
  or: 'or',
  operator: {
    contains: 'contains',
    matches: 'matches',
    gt: 'over',
    lt: 'under',
    not: 'other than',
    tolerates: 'tolerating',
  },
  empty: 'empty',
  where: 'where',
  stands: { for: 'for', against: 'against', met: 'met', unmet: 'not met', lacks: 'silent' },
  field: {
    lacks: 'not told',
    'not-comparable': 'does not tell what is asked',
    'taken-to-agree': 'not told, taken to agree',
    'not-compared': 'not told, not compared',
  },
  asked: 'asked is',
  capped: 'weak',
  silent: {
    sample: 'a sample or prose does not count here',
    weak: 'too weak to count here',
    'capture-not-complete': 'does not contradict: its capture is not complete',
  },
  unmetFor: {
    'finding-is-over': 'that finding is resolved or excluded',
    'values-disagree': 'its fields do not agree on the value of a variable',
  },
  weight: {
    'not-older': 'counts: not older than the evidence',
    older: 'does not count: older than all of the evidence',
    newer: 'counts: newer than the evidence',
    'not-newer': 'does not count: some of the evidence is newer',
    'order-unknown': 'does not count: whether it is newer than the evidence is not known',
    'no-evidence': 'does not count: there is no evidence that it could end',
  },
  missing: { 'not-captured': 'not captured', cut: 'only a part was captured', 'not-found': 'not found' },
  looked: 'looked at',
  notComplete: 'not known to be complete',
  listing: 'a complete list has none',
  leftOut: ({ count, looked, total }) =>
    `not about ${count} of ${looked < total ? `the first ${looked} of ${total}` : total}`,
  notTold: (count) => `not told by ${count}`,
  counted: (seen, total) => `${seen} seen of ${total ?? 'a number that nothing tells'}`,
  moreMet: (count) => `… and ${count} more that meet it`,
  moreOthers: (count) => `… and ${count} more that do not`,
  moreInstances: (count) => `… and ${count} more, not explained here`,
  same: 'the same answers for',
};

const ITALIAN: ExplainWords = {
  pack: (name) => `di ${name}`,
  chain: 'catena',
  root: 'nulla la spiega oltre: è la radice',
  per: (names) => `un risultato per ogni ${names}`,
  inferred: 'basta una causa probabile per segnalarlo',
  active: 'attivo',
  notReported: 'non segnalato',
  whole: 'intero pacchetto',
  reported: {
    seen: '`appears` è sostenuta',
    over: "un `unless` parla contro, ma l'errore è superato, e ciò che è superato si segnala",
    inferred: "l'errore in sé non si vede, ma una causa è almeno probabile",
    'only-looks-like-it': 'un `unless` dice che somiglia soltanto a questo errore',
    'not-seen': '`appears` non è sostenuta',
  },
  end: {
    over: "ciò che mostra la fine è più recente di ogni segno dell'errore",
    'cause-active': 'una causa almeno probabile non è superata',
    'seen-since': "un segno dell'errore è più recente di ciò che ne mostrerebbe la fine, o l'ordine non è noto",
  },
  follows: 'perché',
  reason: {
    supported: 'tutto ciò che chiede è sostenuto, da indizi forti',
    'weakly-supported': 'tutto ciò che chiede è sostenuto, ma da indizi deboli',
    'partly-supported': 'una parte di ciò che chiede è sostenuta, il resto non è noto',
    open: 'nessuna parte di ciò che chiede è sostenuta in modo che conti, e il tutto non è contraddetto',
    contradicted: 'ciò che chiede è contraddetto',
    'ruled-out': 'un `unless` è sostenuto, e non solo da ciò che precede gli indizi',
    'error-ruled-out': "è sostenuto l'`unless` dell'errore, e questa causa è certa quanto l'errore",
  },
  over: 'risolta: un `resolved-by` è sostenuto da ciò che è più recente degli indizi',
  outdated: 'ciò che lo contraddice precede tutto ciò che lo sostiene, quindi è tralasciato',
  asSure: "non ha `when`: è certa quanto l'errore",
  answer: { supported: 'sostenuta', contradicted: 'contraddetta', unknown: 'ignota' },
  group: { all: 'tutte', any: 'almeno una' },
  none: 'nessun',
  every: 'ogni',
  of: 'di',
  or: 'o',
  operator: {
    contains: 'contiene',
    matches: 'corrisponde a',
    gt: 'oltre',
    lt: 'sotto',
    not: 'diverso da',
    tolerates: 'che tollera',
  },
  empty: 'vuoto',
  where: 'con',
  stands: { for: 'a favore', against: 'contro', met: 'soddisfa', unmet: 'diverso', lacks: 'tace' },
  field: {
    lacks: 'non detto',
    'not-comparable': 'non dice ciò che è richiesto',
    'taken-to-agree': 'non detto, si suppone concorde',
    'not-compared': 'non detto, non confrontato',
  },
  asked: 'richiesto',
  capped: 'debole',
  silent: {
    sample: 'qui un esempio o un testo citato non conta',
    weak: 'troppo debole per contare qui',
    'capture-not-complete': 'non contraddice: la sua cattura non è completa',
  },
  unmetFor: {
    'finding-is-over': 'quel risultato è risolto o escluso',
    'values-disagree': 'i suoi campi non concordano sul valore di una variabile',
  },
  weight: {
    'not-older': 'conta: non precede gli indizi',
    older: 'non conta: precede tutti gli indizi',
    newer: 'conta: è più recente degli indizi',
    'not-newer': 'non conta: alcuni indizi sono più recenti',
    'order-unknown': 'non conta: non è noto se sia più recente degli indizi',
    'no-evidence': 'non conta: non ci sono indizi di cui mostri la fine',
  },
  missing: { 'not-captured': 'non raccolto', cut: 'raccolto solo in parte', 'not-found': 'non trovato' },
  looked: 'esaminato',
  notComplete: 'non risulta completa',
  listing: 'un elenco completo non ne ha',
  leftOut: ({ count, looked, total }) =>
    `non riguarda ${count} su ${looked < total ? `i primi ${looked} di ${total}` : total}`,
  notTold: (count) => `non detto da ${count}`,
  counted: (seen, total) => `${seen} visti su ${total ?? 'un numero che niente dice'}`,
  moreMet: (count) => `… e altri ${count} che la soddisfano`,
  moreOthers: (count) => `… e altri ${count} che non la soddisfano`,
  moreInstances: (count) => `… e altri ${count}, qui non spiegati`,
  same: 'le stesse risposte per',
};
