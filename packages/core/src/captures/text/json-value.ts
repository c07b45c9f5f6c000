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
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
