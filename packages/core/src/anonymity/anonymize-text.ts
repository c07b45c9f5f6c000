import { scopeOf } from '../facts/ip-scope.ts';
import type { Names } from './names-of.ts';
import { pseudonymOf, type Pseudonym } from './pseudonyms.ts';
import { isPublicHost, ownedHost } from './well-known.ts';

/** What a text is anonymized by. */
export interface Anonymizing {
  readonly names: Names;
  readonly pseudonym: Pseudonym;
  /** Names of the bundles themselves. */
  readonly bundles: ReadonlySet<string>;
}

/**
 * A text with pseudonyms for mail addresses, hardware addresses, GUIDs, public IP addresses and the names that are known.
 * Linear in the text.
 */
export function anonymizeText(text: string, by: Pick<Anonymizing, 'names' | 'pseudonym'>): string {
  const { pseudonym } = by;
  return text
    .replace(CUT_WORD, '…')
    .replace(MAIL, (mail) => pseudonymOf('mail', mail, pseudonym))
    .replace(MAC, (mac) => pseudonymOf('mac', mac, pseudonym))
    .replace(GUID, (id) => (/^[0-]+$/.test(id) ? id : pseudonymOf('id', id, pseudonym)))
    .replace(IP, (ip) => (scopeOf(ip) === 'public' && !SHARED_IPS.has(ip) ? pseudonymOf('ip', ip, pseudonym) : ip))
    .replace(RUN, (run) => (/^[%\\]/.test(run) ? run : anonymizeRun(run, by)));
}

/** The beginning of a word that was cut could be that of a name. */
const CUT_WORD = /(?<![\w.@:%+-])[\w.@:%+-]{1,400}…$/;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/gi;
const MAC = /(?<![0-9a-f:-])[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})(?![0-9a-f:-])/gi;
const GUID = /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
const IP =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)|(?<![\w:])[0-9a-f]{1,4}(?::{1,2}[0-9a-f]{1,4}){1,7}(?:::)?(?![\w:])/gi;

/** Of every network of Azure, and what many ask names of. */
const SHARED_IPS = new Set(['168.63.129.16', '8.8.8.8', '8.8.4.4', '1.1.1.1', '1.0.0.1']);

/** What is escaped in JSON or in a URL, and else words that dots, dashes and underscores join. */
const RUN = /%[0-9a-f]{2}|\\(?:u[0-9a-f]{4}|[nrtbf])|[a-z0-9]{1,400}(?:[-._]{1,3}[a-z0-9]{1,400}){0,60}/gi;

/** In a run of words the longest that are a name together go first. */
function anonymizeRun(run: string, { names, pseudonym }: Pick<Anonymizing, 'names' | 'pseudonym'>): string {
  const owned = ownedHost(run);
  if (owned) return `${pseudonymOf('name', owned.own, pseudonym)}${owned.rest}`;
  if (isPublicHost(run) || /^microsoft\./i.test(run)) return run;
  const pieces = run.split(/([-._]{1,3})/);
  let text = '';
  for (let at = 0; at < pieces.length;) {
    const end = endOfName(pieces, at, names);
    const name = pieces.slice(at, end).join('').toLowerCase();
    const kind = end > at ? names.kinds.get(name) : undefined;
    text += kind ? pseudonymOf(kind, name, pseudonym) : (pieces[at] ?? '');
    at = kind ? end : at + 1;
  }
  return text;
}

/** Where the longest name ends that begins with this piece; `at` where none does. Every other piece joins words. */
function endOfName(pieces: readonly string[], at: number, { kinds, longest }: Names): number {
  const words = at % 2 === 1 ? 0 : (longest.get(pieces[at]?.toLowerCase() ?? '') ?? 0);
  const most = Math.min(Math.floor((pieces.length - at + 1) / 2), words);
  for (let count = most; count > 0; count -= 1) {
    const end = at + 2 * count - 1;
    if (kinds.has(pieces.slice(at, end).join('').toLowerCase())) return end;
  }
  return at;
}
