import { scopeOf } from '../facts/ip-scope.ts';
import type { Names } from './names-of.ts';
import { nameByKind, type Pseudonym, type Replace } from './pseudonyms.ts';
import { isPublicHost, ownedHost } from './well-known.ts';

/** What a text is anonymized by. */
export interface Anonymizing {
  readonly names: Names;
  readonly pseudonym: Pseudonym;
  /** Names of the bundles themselves. */
  readonly bundles: ReadonlySet<string>;
}

/** What is looked for in a text, and what comes in its place. */
export interface Replacing {
  readonly names: Names;
  readonly replace: Replace;
}

/**
 * A text with pseudonyms for mail addresses, hardware addresses, GUIDs, public IP addresses and the names that are known.
 * The word goes that a cut text ends in. Linear in the text.
 */
export const anonymizeText = (text: string, { names, pseudonym }: Pick<Anonymizing, 'names' | 'pseudonym'>): string =>
  replaceNames(text.replace(CUT_WORD, '…'), { names, replace: nameByKind(pseudonym) });

/** A text with something else for what could tell whose it is. Linear in the text. */
export function replaceNames(text: string, by: Replacing): string {
  const { replace } = by;
  return text
    .replace(MAIL, (mail) => replace(mail, 'mail'))
    .replace(MAC, (mac) => replace(mac, 'mac'))
    .replace(GUID, (id) => (/^[0-]+$/.test(id) ? id : replace(id, 'id')))
    .replace(IP, (ip) => (isTelling(ip) ? replace(ip, 'ip') : ip))
    .replace(RUN, (run) => (/^[%\\]/.test(run) ? run : replaceInRun(run, by)));
}

/** Whether an address is public, and not one that many have. */
export const isTelling = (ip: string): boolean => scopeOf(ip) === 'public' && !SHARED_IPS.has(ip);

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
function replaceInRun(run: string, { names, replace }: Replacing): string {
  const owned = ownedHost(run);
  if (owned) return `${replace(owned.own, 'name')}${owned.rest}`;
  if (isPublicHost(run) || /^microsoft\./i.test(run)) return run;
  const pieces = run.split(/([-._]{1,3})/);
  let text = '';
  for (let at = 0; at < pieces.length;) {
    const end = endOfName(pieces, at, names);
    const name = pieces.slice(at, end).join('');
    const kind = end > at ? names.kinds.get(name.toLowerCase()) : undefined;
    text += kind ? replace(name, kind) : (pieces[at] ?? '');
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
