/**
 * Text with what could act on a terminal made visible: control characters as `^[`, marks that turn or hide text as
 * `<U+202E>`. Line ends and tabs stay.
 */
export const showControls = (text: string): string => text.replace(ACTING, shown);

/** Breaks what a CI system would take for a command in its log: `::error::`, `##[error]`, `##vso[...]`. */
export const breakCommands = (text: string): string => text.replace(AZURE, '# #').replace(GITHUB, '$1: :');

/** The same, inside the strings of a JSON text, which still mean what they meant. */
export const escapeCommands = (json: string): string =>
  json.replace(AZURE, String.raw`\u0023#`).replace(ACTING, (character) => escaped(character));

/** Every string of a document through `change`; keys stay. */
export function mapStrings<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => mapStrings(entry, change)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, mapStrings<unknown>(entry, change)]),
  ) as T;
}

/** C0 but tab and line end, DEL, C1, soft hyphen, zero-width and direction marks, line separators, tags, BOM, halves of pairs. */
const ACTING =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const AZURE = /##(?=(?:vso)?\[)/gi;
const GITHUB = /^((?:[^\S\n]|\x1b\[[0-9;]*m)*)::(?=[a-z-])/gim;

function shown(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `^${String.fromCodePoint(code ^ 0x40)}`;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');
