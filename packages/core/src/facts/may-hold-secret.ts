/** What the name of a secret ends in, as the source of an expression. */
export const SECRET_WORDS =
  'client-key-data|pass(?:word|wd|phrase)|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|connection[_-]?string|credentials?';

/**
 * Whether a text may hold a secret. Few do, and this is far faster than to look for each sort of secret; where a text may
 * hold none, no part of it may.
 */
export const mayHoldSecret = (text: string): boolean =>
  SIGN.test(text) || (HINT.test(text) && NAME.test(text)) || holdsLongRun(text);

/** What secrets begin with, or hold, that are recognized by how they look. */
const SIGN =
  /-----BEGIN|eyJ|:\/\/[^\s/@"'<>]{0,301}@|github_pat_|ghp_|gho_|ghu_|ghs_|ghr_|AKIA|ASIA|Q~|\+ACR|LS0tLS1CRUdJTi|xox|glpat-|npm_|AIza|k_live_|SG\.|hvs\.|dckr_pat|dop_v1|ya29/;

/** What stands before secrets that are recognized by their names. */
const NAME = new RegExp(
  `${SECRET_WORDS}|_KEY|bearer|basic|authorization|sig=|sharedaccess|cookie|subscription-key|functions-key|"auth\\\\*"`,
  'i',
);

/** Each of these names holds one of these words; plain words are looked for many times faster. */
const HINT = /key|pass|pwd|secret|token|string|credential|bearer|basic|auth|sig|sharedaccess|cookie/i;

/**
 * Whether as many letters and digits stand together as in a line of a key: of so many one stands at each such place. A digest
 * of SHA-256 is as long, but has no capitals, and is shorter than a key in one piece.
 */
function holdsLongRun(text: string): boolean {
  for (let at = LONG_RUN - 1; at < text.length; at += LONG_RUN) {
    if (!isOfKey(text.charCodeAt(at))) continue;
    let from = at;
    while (from > 0 && isOfKey(text.charCodeAt(from - 1))) from--;
    let end = at + 1;
    while (end < text.length && isOfKey(text.charCodeAt(end))) end++;
    if (end - from >= WHOLE_KEY || (end - from >= LONG_RUN && holdsCapital(text, from, end))) return true;
  }
  return false;
}

const LONG_RUN = 60;
const WHOLE_KEY = 86;

function holdsCapital(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) >= 65 && text.charCodeAt(at) <= 90) return true;
  return false;
}

const isOfKey = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43;
