import { isMark, type MarkSecret } from './mark-secret.ts';

/** Secrets of objects that stand in one line as JSON, also as JSON in a string of JSON: `{"data":{"a":"…"},"kind":"Secret"}`. */
export function markInlineSecrets(text: string, mark: MarkSecret): string {
  return INLINE_SECRET.test(text) ? markInline(text, mark) : text;
}

const INLINE_SECRET = /\\*"kind\\*"\s{0,9}:\s{0,9}\\*"Secret\\*"/;

/** The same, whether or not the text says that it is a Secret: from the brace on, keys and values in turn, each between quotes with the same number of backslashes. */
export function markInline(text: string, mark: MarkSecret): string {
  let out = '';
  let at = 0;
  for (const opening of text.matchAll(INLINE_DATA)) {
    if (opening.index < at) continue;
    const from = opening.index + opening[0].length;
    out += text.slice(at, from);
    const pairs = markPairs(text, { from, quote: opening[1] ?? '"', mark });
    out += pairs.text;
    at = pairs.end;
  }
  return out + text.slice(at);
}

const INLINE_DATA = /(\\{0,16}")(?:data|stringData)\1\s{0,9}:\s{0,9}\{/g;

/** Keys and values up to the first that is no text, with the values marked. */
function markPairs(
  text: string,
  { from, quote, mark }: { from: number; quote: string; mark: MarkSecret },
): { text: string; end: number } {
  let marked = '';
  let end = from;
  for (;;) {
    const key = stringAt(text, { from: end, quote, separator: /[\s,]{0,9}/y });
    const value = key && stringAt(text, { from: key.end, quote, separator: /\s{0,9}:\s{0,9}/y });
    if (value === undefined) return { text: marked, end };
    const secret = text.slice(value.start, value.last);
    marked += `${text.slice(end, value.start)}${secret === '' ? '' : isMark(secret) ? secret : mark(secret)}${quote}`;
    end = value.end;
  }
}

function stringAt(
  text: string,
  { from, quote, separator }: { from: number; quote: string; separator: RegExp },
): { start: number; last: number; end: number } | undefined {
  separator.lastIndex = from;
  const open = from + (separator.exec(text)?.[0].length ?? 0);
  if (!text.startsWith(quote, open)) return undefined;
  const start = open + quote.length;
  for (let last = text.indexOf(quote, start); last >= 0; last = text.indexOf(quote, last + 1)) {
    if (text[last - 1] !== '\\' || last === start) return { start, last, end: last + quote.length };
  }
  return undefined;
}
