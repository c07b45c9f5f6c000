import type { Line } from '../bundle/line.ts';

/** A line without what terminals, web pages and editors add to it: escape sequences, no-break blanks, zero-width marks, quote signs. */
export function cleanLine(line: Line): Line {
  const text = cleanText(line.text);
  return text === line.text ? line : { ...line, text };
}

const DIRT = /[\u001b\u009b\u00a0\u200b-\u200f\u2060\u2007\u202f\ufeff\b]|^\s{0,3}>/;
// eslint-disable-next-line no-control-regex -- the sequences a terminal writes
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,16}[@-~]|\u001b\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)?|\u001b[()#][0-9A-Za-z]|\u001b[=>78A-Za-z]/g;

function cleanText(text: string): string {
  if (!DIRT.test(text)) return text;
  return text
    .replace(ESCAPES, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^\s{0,3}>(?: ?>){0,9} ?/, '');
}

/** A line that only opens or closes a code block in Markdown. */
export const isFence = (text: string): boolean =>
  /^\s{0,3}(?:```|~~~)/.test(text) && /^\s{0,3}[`~]{3,}\s{0,3}[\w+-]{0,20}\s*$/.test(text);
