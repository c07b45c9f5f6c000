/**
 * A line of Windows' nslookup in another language, in English; any other line as it is. Some of its words are never
 * translated (`Address:`, `Aliases:`, `Non-existent domain`); letters with accents may have been lost on the way.
 *
 *     Risposta da un server non autorevole:     Nome:    eastus.dp.kubernetesconfiguration.azure.com
 *     *** UnKnown kann eastus.dp.kubernetesconfiguration.azure.com nicht finden: Non-existent domain
 */
export const dnsLineInEnglish = (text: string): string => {
  if (text.startsWith('*** ')) return failureInEnglish(text);
  if (!text.includes(':')) return text;
  if (!MAY_BE_FOREIGN.test(text)) return text;
  if (ANSWER.test(text)) return 'Non-authoritative answer:';
  for (const [label, pattern] of LABELS) {
    const found = pattern.exec(text);
    if (found !== null) return `${label}:  ${text.slice(found[0].length).trim()}`;
  }
  return text;
};

/** Italian, German, French, Spanish, Portuguese, Dutch, Polish, Swedish. */
const ANSWER =
  /^(?:Risposta (?:da un server )?non (?:autorevole|autoritativa|di fiducia)|Nicht[ -]autorisierende Antwort|R\S{1,3}ponse (?:ne faisant pas autorit\S{1,3}|non autoris\S{1,3}e)|Respuesta no (?:autoritativa|autorizada)|N\S{1,3}o \S{1,3} resposta autoritativa|Resposta n\S{1,3}o autoritativa|Niet-bindend antwoord|Nieautorytatywna odpowied\S{1,3}|Icke-auktoritativt svar)\s?:$/i;

const LABELS: readonly (readonly [string, RegExp])[] = [
  ['Server', /^(?:Servidor|Serveur|Serwer)\s?:\s/i],
  ['Name', /^(?:Nome|Nombre|Nom|Naam|Nazwa|Namn)\s?:\s/i],
  ['Address', /^(?:Indirizzo|Adresse|Direcci\S{1,3}n|Endere\S{1,3}o|Adres)\s?:\s/i],
  ['Addresses', /^(?:Indirizzi|Adressen|Adresses|Direcciones|Endere\S{1,3}os)\s?:\s/i],
  ['Aliases', /^(?:Aliasse|Alias)\s?:\s/i],
];

/** The server comes first and the reason last; of the words between them the name is the one with a dot. */
const failureInEnglish = (text: string): string => {
  const [, server, words = '', reason] = FAILURE.exec(text) ?? [];
  if (server === undefined || /can['’]t find/.test(words)) return text;
  const name = words.split(/\s+/).findLast((word) => /^[\w-]+(?:\.[\w-]+)+\.?$/.test(word));
  return name === undefined ? text : `*** ${server} can't find ${name}: ${reason}`;
};

const FAILURE =
  /^\*\*\* (\S{1,255}) (.{1,400}?)\s?: (Non-existent domain|Server failed|Query refused|No response from server)$/i;

/** How any of them begins. */
const MAY_BE_FOREIGN = new RegExp(
  [ANSWER, ...LABELS.map(([, label]) => label)].map(({ source }) => source).join('|'),
  'i',
);
