import { markInlineSecrets } from './inline-secrets.ts';
import { hideSecret, type MarkSecret } from './mark-secret.ts';
import { mayHoldSecret, SECRET_WORDS as WORDS } from './may-hold-secret.ts';

/** Marks what is recognizably a secret; digests, GUIDs and generated names stay. Linear in the text. */
export const redactSecrets = (text: string, mark: MarkSecret = hideSecret): string =>
  mayHoldSecret(text) ? searchSecrets(text, mark) : text;

/** The same for a text that may hold a secret. */
export const searchSecrets = (text: string, mark: MarkSecret): string => {
  const inline = markInlineSecrets(text, mark);
  return SECRETS.reduce((clean, pattern) => clean.replace(pattern, (...found) => markFound(found, mark)), inline);
};

/** What a pattern captures stands before the secret and stays. */
const markFound = ([match, before]: readonly unknown[], mark: MarkSecret): string => {
  const kept = typeof before === 'string' ? before : '';
  return `${kept}${mark(String(match).slice(kept.length))}`;
};

/** Whether the value of a field, label or environment variable of this name is a secret. */
export const isSecretName = (name: string): boolean => {
  const known = KNOWN_NAMES.get(name);
  if (known !== undefined) return known;
  const isSecret = SECRET_NAME.test(name) || /[A-Z0-9]_KEY$/.test(name);
  if (KNOWN_NAMES.size >= MOST_KNOWN) KNOWN_NAMES.clear();
  KNOWN_NAMES.set(name, isSecret);
  return isSecret;
};

/** The same fields stand in fact after fact. */
const KNOWN_NAMES = new Map<string, boolean>();
const MOST_KNOWN = 2000;

const SECRET_NAME = new RegExp(`(?:${WORDS})$`, 'i');

/** The start of a name that ends in one of the words; a run of letters is entered at its start only. */
const NAME = '(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{0,60}?';

/** What follows is no secret: a reference, a placeholder, a nested value, or nothing because the text was cut here. */
const SOME_VALUE = String.raw`(?![<{[]|\$[({]|\\*["']\\*["'](?!["'])|…)`;

const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g,
  // A line of a key that lost its frame.
  /^(\s{0,80})(?=[^\n]{0,80}[a-z])(?=[^\n]{0,80}[A-Z])(?=[^\n]{0,80}[0-9])[A-Za-z0-9+/]{60,80}={0,2}$/gm,
  /(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{8,512}\.[A-Za-z0-9_-]{2,8192}(?:\.[A-Za-z0-9_-]{0,1024})?/g,
  /(\bauthorization\\{0,8}["']?\s{0,9}[:=]\s{0,9}\\{0,8}["']?(?:(?:bearer|basic|digest|negotiate|sharedkey)\s{1,9})?)(?!(?:bearer|basic|digest|negotiate|sharedkey)\s|[<…])[^\s"'\\,;]{1,8192}/gi,
  /\b((?:bearer|basic)(?:\s|%20){1,9})(?=[A-Za-z._~+/-]{0,60}[0-9=])[A-Za-z0-9._~+/=-]{8,8192}/gi,
  /\b(sig=)(?![<…])[^&\s"'<>\\…]{1,1024}/gi,
  /\b((?:AccountKey|SharedAccessKey|SharedAccessSignature)\s{0,9}=\s{0,9})(?![<…])[^;\s"'\\]{1,4096}/gi,
  /(:\/\/[^\s:/@"'<>]{0,100}:)(?!<)[^\s/@"'<>]{1,200}(?=@)/g,
  // name=value, and "name": "value" at any depth of quoting
  new RegExp(String.raw`(${NAME}(?:${WORDS})=\\{0,8}["']?)${SOME_VALUE}[^\s"',;&<>\\…]{1,4096}`, 'gi'),
  new RegExp(String.raw`(${NAME}(?:${WORDS}|\bauth)\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}")(?![<…])[^"\\<>…]{1,8192}`, 'gi'),
  // name: value where the name says password
  new RegExp(
    String.raw`(${NAME}(?:pass(?:word|wd|phrase)|pwd|client[_-]?secret|api[_-]key|(?:subscription|functions)-key|client-key-data|cookie):\s{0,9}["']?)${SOME_VALUE}[^\s"',;&<>\\…]{1,4096}`,
    'gi',
  ),
  // a line of a listing: NAME: value, and nothing else
  new RegExp(
    String.raw`^([\s-]{0,80}${NAME}(?:${WORDS}):[ ]{1,80}["']?)${SOME_VALUE}[^\s"'<>…]{1,4096}(?=["']?\s{0,80}$)`,
    'gim',
  ),
  /^([\s-]{0,80}[A-Z][A-Z0-9_]{0,60}_KEY:[ ]{1,80}["']?)(?![<{[…]|\$[({])[^\s"'<>…]{1,4096}/gm,
  // in the middle of a line only what looks like chance
  /(\b(?:token|[A-Z][A-Z0-9_]{0,60}_KEY):\s{1,80}["']?)(?=[A-Za-z._~+/-]{0,60}[0-9])[A-Za-z0-9._~+/=-]{20,8192}/g,
  /(?<![A-Za-z0-9_])([A-Z][A-Z0-9_]{0,60}_KEY=["']?)(?![<{[…]|\$[({])[^\s"',;&<>…]{1,4096}/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g,
  /\bA[KS]IA[0-9A-Z]{16,128}/g,
  /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,64}/g,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6,16}/g,
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g,
  /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTi[A-Za-z0-9+/]{16,65536}={0,2}/g,
  /(?<![A-Za-z0-9+/])eyJhdXRocyI6[A-Za-z0-9+/]{16,65536}={0,2}/g,
  // a variable in one line of JSON
  new RegExp(
    String.raw`(\\{0,8}"name\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}"[A-Za-z0-9_.-]{0,60}?(?:${WORDS}|_KEY)\\{0,8}",\s{0,9}\\{0,8}"value\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}")(?![<…])[^"\\<>…]{1,8192}`,
    'gi',
  ),
  // a value with blanks in it, in quotes
  new RegExp(String.raw`(${NAME}(?:${WORDS})["']?\s{0,9}[:=]\s{0,9}")(?![<…])[^"\\<>…\n]{1,4096}(?=")`, 'gi'),
  new RegExp(String.raw`(${NAME}(?:${WORDS})["']?\s{0,9}[:=]\s{0,9}')(?![<…])[^'\\<>…\n]{1,4096}(?=')`, 'gi'),
  // an option of a command, and a setting with blanks around its sign
  new RegExp(String.raw`((?<![\w-])--[a-z-]{0,40}(?:${WORDS})[ ]{1,3}["']?)(?!-|[<…])[^\s"'<>…]{1,4096}`, 'gi'),
  /((?:password|passwd|secret[_-]access[_-]key|client[_-]secret)(?:[ ]{1,3}=[ ]{0,3}|=[ ]{1,3})["']?)(?![<…=]|nil\b|null\b)[^\s"',;<>…]{1,4096}/gi,
  /(\blogin\s{1,9}\S{1,100}\s{1,9}password\s{1,9})(?![<…])[^\s<>…]{1,4096}/gi,
  new RegExp(String.raw`(<[A-Za-z0-9:_.-]{0,60}?(?:${WORDS})>)(?!<)[^<\s…]{1,4096}(?=</)`, 'gi'),
  /\b(?:xox[abeoprs]-[A-Za-z0-9-]{10,250}|glpat-[A-Za-z0-9_-]{20,64}|npm_[A-Za-z0-9]{36}|AIza[A-Za-z0-9_-]{35}|[rs]k_live_[A-Za-z0-9]{16,128})/g,
  /\b(?:SG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,64}|hvs\.[A-Za-z0-9_-]{20,256}|dckr_pat_[A-Za-z0-9_-]{20,64}|dop_v1_[a-f0-9]{64}|ya29\.[A-Za-z0-9_-]{20,512})/g,
];
