import type { Line } from '../bundle/line.ts';
import type { QuotedBecause } from './capture.ts';
import { holdsPlaceholder } from './placeholder.ts';

/** Looks at a file while it is read, for signs that its captures are told of, not taken. */
export interface Quotation {
  /** The next line of the file as it stands there. */
  see(line: Line): void;
  /** A line of words that belongs to no capture. */
  say(text: string): void;
  /** Why a capture that begins at a line is one, by what stands above and around it. */
  around(line: number): QuotedBecause | undefined;
  /** The last line stands in a block of text of a YAML document, which may go on. */
  inText(): boolean;
  /** Why all captures of the file are, once it has ended. */
  whole(): QuotedBecause | undefined;
}

/**
 * Four things make a quotation: the file is a guide (it names causes and remedies, holds commands with holes to be filled
 * in, or speaks to its reader alone), it is the source of a program, the capture stands in a block of text of a YAML
 * document, or it is introduced as an example or as what was to be expected.
 */
export function createQuotation(): Quotation {
  const signs: Signs = { causes: 0, remedies: 0, holes: 0, reader: 0, writer: 0, source: 0 };
  const literals = followLiterals();
  let said = '';
  return {
    see(line) {
      literals.see(line);
      if (COMMAND.test(line.text) && holdsPlaceholder(line.text.slice(0, LONGEST))) signs.holes++;
      if (MAY_BE_SOURCE.test(line.text) && SOURCE.test(line.text)) signs.source++;
    },
    say(text) {
      if (text.trim() === '') return;
      said = text.slice(0, LONGEST);
      countSigns(signs, said);
    },
    around(line) {
      const introduced = EXAMPLE.test(said);
      said = '';
      if (literals.holds(line)) return 'literal';
      return introduced ? 'example' : undefined;
    },
    inText: () => literals.areOpen(),
    whole() {
      if (signs.source >= SOURCE_LINES) return 'program';
      const explains = signs.causes > 0 && signs.remedies > 0;
      const instructs = signs.reader >= READER_LINES && signs.writer === 0;
      return explains || signs.holes >= HOLES || instructs ? 'guide' : undefined;
    },
  };
}

interface Signs {
  /** Headings that name a cause or a symptom, and those that name a remedy. */
  causes: number;
  remedies: number;
  /** Lines with something to be filled in. */
  holes: number;
  /** Lines that speak to the reader, and those in which the writer speaks of himself. */
  reader: number;
  writer: number;
  /** Lines of a program. */
  source: number;
}

const LONGEST = 2000;
const SOURCE_LINES = 3;
const HOLES = 3;
const READER_LINES = 3;

function countSigns(signs: Signs, text: string): void {
  if (CAUSE.test(text)) signs.causes++;
  if (REMEDY.test(text)) signs.remedies++;
  if (!COMMAND.test(text) && holdsPlaceholder(text)) signs.holes++;
  if (READER.test(text)) signs.reader++;
  if (WRITER.test(text)) signs.writer++;
}

/** A command, with or without a prompt, alone on its line. */
const COMMAND = /^\W{0,12}(?:kubectl|oc|az|helm|nslookup|dig|host|curl|docker|ssh|PS [A-Z]:\\\S{0,80}> ?\w+) /;

const heading = (words: string): RegExp =>
  new RegExp(
    `^\\s{0,8}(?:#{1,6} {0,3}|[-*•] {1,3}|\\d{1,2}[.)] {1,3})?(?:\\*\\*|__)?(?:${words})(?: #?\\d[\\d.]{0,6})?\\s{0,3}(?:[:：]|(?:\\*\\*|__)|$)`,
    'i',
  );

/** In the languages in which Azure's guides appear most; a word more is a word more. */
const CAUSE = heading(
  'symptoms?|(?:possible |common |likely |root )?causes?|caus[ae]|possibili cause|sintom[oi]|síntomas?|causas?|symptômes?|ursachen?|symptome?|原因|症状|症狀|现象|現象|' +
    'oorza(?:ak|ken)|orsak(?:er)?|årsak(?:er)?|årsag(?:er)?|syy|przyczyn[ay]|příčin[ay]|причин[аы]|neden(?:ler)?|원인|증상',
);
const REMEDY = heading(
  'solutions?|resolutions?|remed(?:y|iation|ies)|mitigations?|(?:how to )?fix(?:es)?|workarounds?|soluzion[ei]|risoluzion[ei]|soluci(?:ón|ones)|résolutions?|lösung(?:en)?|behebung|soluç(?:ão|ões)|解决方案|解決方案|解決策|対処法|' +
    'oplossing(?:en)?|lösning(?:ar)?|løsning(?:er)?|ratkaisu|rozwiązani[ea]|řešení|решени[ея]|çözüm(?:ler)?|해결(?: 방법)?',
);

const READER = /\b(?:you|your)\b/i;
const WRITER = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b|\bI['’](?:m|ve|d|ll)\b/;

/** What introduces a capture that nobody took of this cluster: an example, or the state that was hoped for. */
const EXAMPLE = new RegExp(
  [
    String.raw`\b(?:example|sample|expected|typical|desired)(?: (?:of|the|command|kubectl|\w{1,20})){0,4} (?:outputs?|results?|responses?)\b`,
    String.raw`\b(?:outputs?|results?|responses?)\b.{0,60}\b(?:example|similar to|resembl\w{1,4}|expected|should be)\b`,
    String.raw`\byou (?:should|will|would|['’]ll) (?:see|get)\b`,
    String.raw`\b(?:you|did you|was) expect(?:ed|ing)?\b|\bexpected behaviou?r\b`,
    String.raw`^\W{0,8}(?:example|expected|sample)\W{0,8}$`,
    String.raw`\besempio\b.{0,40}\boutput\b|\boutput\b.{0,40}\b(?:esempio|simile)\b`,
    String.raw`\bejemplo\b.{0,40}\bsalida\b|\bsalida\b.{0,40}\b(?:ejemplo|similar)\b`,
    String.raw`\bvoorbeeld.{0,40}uitvoer|\b(?:kommando)?utdata ?exempel|\bexempel.{0,40}utdata`,
    String.raw`(?:输出|輸出|出力).{0,12}(?:示例|範例|例)|(?:示例|範例).{0,12}(?:输出|輸出)`,
    String.raw`\bexemple\b.{0,40}\bsortie\b|\bBeispielausgabe\b|\bBeispiel\b.{0,40}\bAusgabe\b`,
  ].join('|'),
  'i',
);

const MAY_BE_SOURCE = /^(?:import|export|const|package|func|def|#include|using|public|from) /;
const SOURCE =
  /^(?:import .{1,200} from ['"]|export (?:const|function|interface|class|type|async|default)\b|const \w{1,60}(?:: [^=]{1,80})? = |package [a-z]\w{0,60};?$|func (?:\(\w{1,40} \*?\w{1,60}\) )?\w{1,60}\(|def \w{1,60}\(.{0,200}\).{0,60}:$|#include [<"]|using [\w.]{1,100};$|public (?:static |final )?(?:class|void|interface) |from [\w.]{1,100} import )/;

interface Literals {
  see(line: Line): void;
  holds(line: number): boolean;
  areOpen(): boolean;
}

/** The stretches that are texts in a YAML document: `key: |` and what stands deeper below it. */
function followLiterals(): Literals {
  const stretches: { from: number; to: number }[] = [];
  let depth: number | undefined;
  return {
    see({ text, number }) {
      if (depth !== undefined) {
        const own = text.search(/\S/);
        if (own < 0 || own > depth) {
          (stretches.at(-1) as { to: number }).to = number;
          return;
        }
        depth = undefined;
      }
      if (text.length > LONGEST_KEY || !/[|>][+-]?\d?\s*$/.test(text) || !KEY.test(text)) return;
      depth = text.search(/[^\s-]/);
      if (stretches.length < MOST_STRETCHES) stretches.push({ from: number + 1, to: number });
    },
    areOpen: () => depth !== undefined,
    holds: (line) => stretches.some(({ from, to }) => from <= line && line <= to),
  };
}

const LONGEST_KEY = 300;
const MOST_STRETCHES = 10_000;
const KEY =
  /^\s{0,80}(?:- {1,8}){0,4}(?:[\w./-][\w./ -]{0,120}|"[^"]{1,120}"|'[^']{1,120}'):\s{1,8}(?:[&!][\w./!-]{1,80} {1,3}){0,2}[|>][+-]?\d?\s*$/;
