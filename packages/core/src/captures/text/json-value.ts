import { endOfText } from './json-objects.ts';

/** Larger texts are no objects of the API. */
const MAX_SIZE = 16 * 1024 * 1024;

/** No object of the API is deeper; who walks a value down to its end does not run out of stack. */
const MAX_DEPTH = 500;

/** The value that a JSON text spells; undefined for what is no JSON, too large, or too deep. Never throws. */
export function jsonValue(text: string): unknown {
  if (text.length > MAX_SIZE || tooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // Cut or damaged: whoever asks reads the items that are whole.
  }
}

function tooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) at = endOfText(text, at);
    else if (sign === OPEN_OBJECT || sign === OPEN_LIST) depth++;
    else if (sign === CLOSE_OBJECT || sign === CLOSE_LIST) depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

const QUOTE = 34;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
