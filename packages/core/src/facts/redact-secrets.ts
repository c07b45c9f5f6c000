/** Stands where a secret stood. */
export const REDACTED = '<redacted>';

/** Replaces what is recognizably a secret; digests, GUIDs and generated names stay. Linear in the text. */
export const redactSecrets = (text: string): string => {
  if (!MAY_HOLD_SECRET.test(text)) return text;
  return SECRETS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
};

/** Whether the value of a field, label or environment variable of this name is a secret. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name) || /[A-Z0-9]_KEY$/.test(name);

const WORDS =
  'pass(?:word|wd|phrase)|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|connection[_-]?string|credentials?';
const SECRET_NAME = new RegExp(`(?:${WORDS})$`, 'i');
const MAY_HOLD_SECRET = new RegExp(
  `${WORDS}|_KEY|-----BEGIN|eyJ|bearer|basic|authorization|sig=|sharedaccess|accountkey|:\\/\\/|gh[pousr]_|github_pat_|A[KS]IA|Q~|\\+ACR|"auth\\\\*"|[A-Za-z0-9+/]{60}`,
  'i',
);

/** The start of a name that ends in one of the words; a run of letters is entered at its start only. */
const NAME = '(?<![A-Za-z0-9_.-])[A-Za-z0-9_.-]{0,60}?';

/** What follows is no secret: a reference, a placeholder, a nested value, or nothing because the text was cut here. */
const SOME_VALUE = String.raw`(?![<{[]|\$[({]|\\*["']\\*["'](?!["'])|…)`;

const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z0-9 ]{1,40}-----[\s\S]*?(?:-----END [A-Z0-9 ]{1,40}-----|$)/g, REDACTED],
  // A line of a key that lost its frame.
  [
    /^(\s{0,80})(?=[^\n]{0,80}[a-z])(?=[^\n]{0,80}[A-Z])(?=[^\n]{0,80}[0-9])[A-Za-z0-9+/]{60,80}={0,2}$/gm,
    `$1${REDACTED}`,
  ],
  [/(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{8,512}\.[A-Za-z0-9_-]{2,8192}(?:\.[A-Za-z0-9_-]{0,1024})?/g, REDACTED],
  [
    /(\bauthorization\\{0,8}["']?\s{0,9}[:=]\s{0,9}\\{0,8}["']?)(?:(?:bearer|basic|digest|negotiate|sharedkey)\s{1,9})?(?![<…])[^\s"'\\,;]{1,8192}/gi,
    `$1${REDACTED}`,
  ],
  [/\b((?:bearer|basic)(?:\s|%20){1,9})(?=[A-Za-z._~+/-]{0,60}[0-9=])[A-Za-z0-9._~+/=-]{8,8192}/gi, `$1${REDACTED}`],
  [/\b(sig=)(?![<…])[^&\s"'<>\\…]{1,1024}/gi, `$1${REDACTED}`],
  [
    /\b((?:AccountKey|SharedAccessKey|SharedAccessSignature)\s{0,9}=\s{0,9})(?![<…])[^;\s"'\\]{1,4096}/gi,
    `$1${REDACTED}`,
  ],
  [/(:\/\/[^\s:/@"'<>]{0,100}):(?!<)[^\s/@"'<>]{1,200}@/g, `$1:${REDACTED}@`],
  // name=value, and "name": "value" at any depth of quoting
  [
    new RegExp(String.raw`(${NAME}(?:${WORDS})=\\{0,8}["']?)${SOME_VALUE}[^\s"',;&<>\\…]{1,4096}`, 'gi'),
    `$1${REDACTED}`,
  ],
  [
    new RegExp(String.raw`(${NAME}(?:${WORDS}|\bauth)\\{0,8}"\s{0,9}:\s{0,9}\\{0,8}")(?![<…])[^"\\<>…]{1,8192}`, 'gi'),
    `$1${REDACTED}`,
  ],
  // name: value where the name says password
  [
    new RegExp(
      String.raw`(${NAME}(?:pass(?:word|wd|phrase)|pwd|client[_-]?secret):\s{0,9}["']?)${SOME_VALUE}[^\s"',;&<>\\…]{1,4096}`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  // a line of a listing: NAME: value, and nothing else
  [
    new RegExp(
      String.raw`^([\s-]{0,80}${NAME}(?:${WORDS}):[ ]{1,80}["']?)${SOME_VALUE}[^\s"'<>…]{1,4096}(?=["']?\s{0,80}$)`,
      'gim',
    ),
    `$1${REDACTED}`,
  ],
  [/^([\s-]{0,80}[A-Z][A-Z0-9_]{0,60}_KEY(?:=|:[ ]{1,80})["']?)(?![<{[…]|\$[({])[^\s"'<>…]{1,4096}/gm, `$1${REDACTED}`],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g, REDACTED],
  [/\bA[KS]IA[0-9A-Z]{16,128}/g, REDACTED],
  [/(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.-]{3}[78]Q~[A-Za-z0-9_~.-]{31,64}/g, REDACTED],
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42}\+ACR[A-Za-z0-9]{6,16}/g, REDACTED],
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/g, REDACTED],
];
