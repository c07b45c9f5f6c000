import type { Line } from '../bundle/line.ts';

/** A line without what terminals, web pages and editors add to it: escape sequences, no-break blanks, zero-width marks, quote signs, tags and entities. */
export function cleanLine(line: Line): Line {
  const text = cleanText(line.text);
  return text === line.text ? line : { ...line, text };
}

/** Signs that dirt has, wherever in a line it stands. */
const MAY_BE_DIRT = /[\u001b\u009b\u00a0\u200b-\u200f\u2060\u2007\u202f\ufeff\b&<]/;
/** What a line begins with that is marked as a quotation, or set in bold. */
const FRONT = /^\s{0,3}>|^\s{0,8}[_*]{2,4}\S/;
const DIRT =
  /[\u001b\u009b\u00a0\u200b-\u200f\u2060\u2007\u202f\ufeff\b]|&(?:lt|gt|quot|amp|nbsp|apos|#39|#x27);|<\/?(?:pre|code|br)\b/;
// eslint-disable-next-line no-control-regex -- the sequences a terminal writes
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]|\u001b\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)?|\u001b[()#][0-9A-Za-z]|\u001b[=>78A-Za-z]/g;

function cleanText(text: string): string {
  if (!(FRONT.test(text) || (MAY_BE_DIRT.test(text) && DIRT.test(text)))) return text;
  const bare = text
    .replace(ESCAPES, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^\s{0,3}>(?: ?>){0,9} ?/, '');
  return withoutEmphasis(withoutEntities(withoutTags(bare)));
}

/** A row that somebody set in bold to point at it, with what they say of it behind. */
const withoutEmphasis = (text: string): string => {
  const row = EMPHASIS.exec(text)?.[1] ?? '';
  return ROW.test(row) ? row : text;
};

const EMPHASIS = /^\s{0,8}[_*]{2,4}(?=[^\s_*])([^*]{10,2000}?)[_*]{2,4}(?:\s.*)?$/;
const ROW = /^\S+ {2,}\S.* {2,}\S/;

/** The tags that a page puts around a capture stand at the ends of its lines. */
const withoutTags = (text: string): string =>
  text.includes('<') ? text.replace(OPENING_TAGS, '').replace(CLOSING_TAGS, '') : text;

const OPENING_TAGS = /^(?:<(?:pre|code)(?: [^<>]{0,200})?>){1,4}/;
const CLOSING_TAGS = /(?:<\/(?:pre|code)>|<br ?\/?>){1,4}\s{0,9}$/;

/** A page that writes one sign as an entity writes all of them so; where one stands bare the entity is the text's own. */
const withoutEntities = (text: string): string =>
  /&[a-z#]/.test(text) && !/[<>"]/.test(text) ? text.replace(ENTITY, (entity) => SIGNS.get(entity) ?? entity) : text;

const ENTITY = /&(?:lt|gt|quot|amp|nbsp|apos|#39|#x27);/g;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
  ['&apos;', "'"],
  ['&#39;', "'"],
  ['&#x27;', "'"],
]);

/** A line that only opens or closes a code block in Markdown. */
export const isFence = (text: string): boolean =>
  /^\s{0,3}(?:```|~~~)/.test(text) && /^\s{0,3}[`~]{3,}\s{0,3}[\w+-]{0,20}\s*$/.test(text);
