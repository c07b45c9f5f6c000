/** The texts of the objects that stand one after the other from a place on, as far as they are whole; linear in the text. */
export function* objectsFrom(text: string, from: number): Generator<string, void, undefined> {
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (sign === OPEN && depth++ === 0) start = at;
    else if (sign === CLOSE && --depth === 0) yield text.slice(start, at + 1);
    else if (sign === END_OF_LIST && depth === 0) return;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const END_OF_LIST = 93;

/** Where the text ends that begins with a quote; behind the last sign where it does not. */
export function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === BACKSLASH) at++;
    else if (sign === QUOTE) return at;
  }
  return text.length;
}
