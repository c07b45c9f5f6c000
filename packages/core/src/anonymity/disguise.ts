import { createWordDisguise, type DisguiseWord, type Draw } from './disguise-word.ts';
import { isTelling } from './anonymize-text.ts';
import type { Pseudonym, PseudonymKind, Replace } from './pseudonyms.ts';

/**
 * Gives pseudonyms that are as long as what they stand for and stay what it is: names of several words are such names, public
 * addresses are public, GUIDs are GUIDs. Names are changed word by word, so that what begins with another name still does.
 * `taken` are words of the bundle that must not come out, `stays` words that are not changed in names either.
 */
export function createDisguise(
  pseudonym: Pseudonym,
  { taken, stays }: { readonly taken: ReadonlySet<string>; readonly stays: ReadonlySet<string> },
): Replace {
  const disguised = createWordDisguise(taken, (word) => drawOf(pseudonym(word, 'name')));
  const disguiseWord = (word: string): string => (stays.has(word.toLowerCase()) ? word : disguised(word));
  const addresses = disguiseAddresses(pseudonym);
  return (value, kind) => {
    if (kind === 'name') return disguiseName(value, disguiseWord);
    if (kind === 'host' || kind === 'mail') return disguiseHost(value, disguiseWord);
    return kind === 'ip' || kind === 'mac' || kind === 'id' ? addresses(value, kind) : value;
  };
}

const disguiseName = (name: string, disguiseWord: DisguiseWord): string => {
  const [, before = '', rest = ''] = HELM_SECRET.exec(name) ?? ['', '', name];
  return before + rest.replace(WORD, (word) => (STAYS.test(word) ? word : disguiseStem(word, disguiseWord)));
};

/** What Helm calls the secrets that hold its releases. */
const HELM_SECRET = /^(sh\.helm\.release\.v1\.)(.+)$/;
const WORD = /[a-z0-9]+/gi;

/** Versions, short numbers and dates; and what names of nodes of AKS are known by. */
const STAYS = /^(?:v?\d{1,4}|20\d{6}(?:\d{4,6})?|aks|vms|vmss[0-9a-z]{0,6})$/i;

/** `pool1` and `pool2` are still two of one sort. */
function disguiseStem(word: string, disguiseWord: DisguiseWord): string {
  const [, stem = '', number = ''] = /^([a-z]{2,})(\d{1,4})$/i.exec(word) ?? ['', word, ''];
  return `${disguiseWord(stem)}${number}`;
}

/** The end of a host stays where it is one that many have. */
const disguiseHost = (host: string, disguiseWord: DisguiseWord): string => {
  const [, own = '', end = ''] = /^(.*?)((?:\.[a-z]{1,63})?)$/i.exec(host) ?? [];
  return SHARED_ENDS.test(end) ? disguiseName(own, disguiseWord) + end : disguiseName(host, disguiseWord);
};

const SHARED_ENDS =
  /^\.(?:[a-z]{2}|com|net|org|edu|gov|int|info|biz|cloud|local|localdomain|internal|intranet|corp|lan|home|private|test|example|invalid|arpa)$/i;

type AddressKind = Extract<PseudonymKind, 'ip' | 'mac' | 'id'>;

function disguiseAddresses(pseudonym: Pseudonym): (value: string, kind: AddressKind) => string {
  const given = new Map<string, string>();
  const used = new Set<string>();
  return (value, kind) => {
    const key = value.toLowerCase();
    const known = given.get(key);
    const other = known ?? pickAddress(key, { kind, used, draw: drawOf(pseudonym(key, kind)) });
    given.set(key, other);
    used.add(other);
    return value === key ? other : other.toUpperCase();
  };
}

interface Picking {
  readonly kind: AddressKind;
  readonly used: ReadonlySet<string>;
  readonly draw: Draw;
}

function pickAddress(value: string, { kind, used, draw }: Picking): string {
  for (let round = 0; round < TRIES; round += 1) {
    const other = value.includes('.') ? otherOctets(value, draw) : otherDigits(value, kind, draw);
    if (other !== value && !used.has(other) && (kind !== 'ip' || isTelling(other))) return other;
  }
  return value.replace(/[1-9a-f]/g, '1');
}

const TRIES = 2000;

const otherOctets = (ip: string, draw: Draw): string =>
  ip.replace(/\d+/g, (octet, at: number) => {
    if (octet.length === 3) return `${100 + draw(at === 0 ? 124 : 156)}`;
    return octet.length === 2 ? `${10 + draw(90)}` : `${1 + draw(9)}`;
  });

/** Zeros stay, and the digits that tell what sort of address or GUID it is. */
const otherDigits = (value: string, kind: AddressKind, draw: Draw): string =>
  value.replace(/[1-9a-f]/g, (digit, at: number) =>
    at === 0 || (kind === 'id' && (at === 14 || at === 19)) ? digit : (HEX[draw(HEX.length)] ?? digit),
  );

const HEX = '123456789abcdef';

/** Numbers that a text decides: Mulberry32 over its FNV-1a hash. */
function drawOf(text: string): Draw {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
