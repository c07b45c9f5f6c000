import { isFence } from './clean-line.ts';

/** Whether a line inside a log may be the beginning of something else: a prompt, a fence, or the output of a command. */
export const mayEndLog = (text: string): boolean =>
  isFence(text) || text.startsWith('==== ') || PROMPT_SIGN.test(text) || mayBeginInLog(text);

/** Inside a log only a line with one of these can be a prompt; no user's name begins with a digit. */
export const PROMPT_SIGN: RegExp =
  /^(?:PS |[A-Za-z]:\\|[$#»❯➜] |\+{1,4} (?:kubectl|oc|k|nslookup|dig|host|az|helm) |(?:#{2,6}|={3,20}) |\[?[A-Za-z_][\w.-]{0,63}@[\w.-]{1,253}[: \]])/;

/** Inside a log only such a line is looked at as the beginning of something else. */
export const mayBeginInLog = (text: string): boolean => MAY_BEGIN.test(text) || BARE_POD.test(text);

/** A row of pods that no heading stands above. */
const BARE_POD = /^[a-z][a-z0-9.-]{0,62} {2,80}(?:[a-z0-9.-]{1,253} {2,80})?\d{1,3}\/\d{1,3} {2,80}[A-Z]/;

const MAY_BEGIN =
  /^\s*(?:NAME\s+[A-Z]|NAMESPACE\s+[A-Z]|LAST SEEN\s|Name:\s|Events:\s|Server:\s|apiVersion:|No resources found|Error from server|Create log request error: |Request log error: )/;

/**
 * The same for a line that stands from `at` on in bytes and ends with a line end. Most lines are told by their first byte;
 * `text` decodes the few that are not told by the first few.
 */
export function mayEndLogAt(bytes: Uint8Array, at: number, text: (at: number) => string): boolean {
  const sort = SORT_OF_FIRST[bytes[at]!]!;
  if (sort === NEVER) return false;
  if (sort === WORD && !mayBeWord(bytes, at)) return false;
  if (sort === BLANK && !beginsAt(bytes, firstSign(bytes, at))) return false;
  return mayEndLog(text(at));
}

/** What a line may be by its first byte. */
const NEVER = 0;
const WORD = 1;
const BLANK = 2;
const SIGN = 3;

const SORT_OF_FIRST: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if (/[A-Za-z_[]/.test(sign)) return WORD;
  if (/[ \t\v\f\r]/.test(sign)) return BLANK;
  // Beyond ASCII there are other blanks, and the signs of prompts.
  return /[$#`~=+\u0080-\u00ff]/.test(sign) ? SIGN : NEVER;
});

const IS_WORD: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[\w.-]/.test(String.fromCharCode(byte)) && byte < 0x80 ? 1 : 0,
);

const COLON = 0x3a;
const AT = 0x40;
const SPACE = 0x20;
const BACKSLASH = 0x5c;
const LONGEST_NAME = 64;

/** A drive's letter, the beginning of a heading, a prompt or a row, or a user's name with its host. */
function mayBeWord(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] === COLON && bytes[at + 2] === BACKSLASH) return true;
  if (beginsAt(bytes, at)) return true;
  let end = at + 1;
  while (end - at <= LONGEST_NAME && IS_WORD[bytes[end]!] === 1) end++;
  return bytes[end] === AT || (bytes[end] === SPACE && bytes[end + 1] === SPACE);
}

function firstSign(bytes: Uint8Array, at: number): number {
  let sign = at;
  while (SORT_OF_FIRST[bytes[sign]!] === BLANK) sign++;
  return sign;
}

/** Whether one of the headings, a prompt of PowerShell, a fence or a byte beyond ASCII may stand there. */
function beginsAt(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]!;
  if (first >= 0x80 || first === 0x60 || first === 0x7e) return true;
  const two = first | (bytes[at + 1]! << 8);
  return BEGIN_IN_TWO[two] === 1 && BEGINNINGS.has(two | (bytes[at + 2]! << 16));
}

const BEGINNINGS: ReadonlySet<number> = new Set(
  ['NAM', 'LAS', 'Nam', 'Eve', 'Ser', 'api', 'No ', 'Err', 'PS ', 'Cre', 'Req'].map(
    (text) => text.charCodeAt(0) | (text.charCodeAt(1) << 8) | (text.charCodeAt(2) << 16),
  ),
);

/** Whether one of them has these first two bytes: asked of every line of some logs. */
const BEGIN_IN_TWO: Uint8Array = new Uint8Array(1 << 16);
for (const three of BEGINNINGS) BEGIN_IN_TWO[three & 0xffff] = 1;

/** What a session ends in: a prompt with nothing behind it. */
export const BARE_PROMPT: RegExp =
  /^\s*(?:[$#+%>»❯➜]|\[?[A-Za-z_][\w.-]{0,63}@[\w.-]{1,253}[: ][^$#%]{0,200}[$#%])\s*$/;
