/** A literal of constants, numbers, texts, lists and dictionaries. */
type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Reads a literal as Python's `repr` and `pprint` print it; undefined where it is none, or is cut. Never throws. */
export function readPythonLiteral(text: string): Plain | undefined {
  const reader: Reader = { text, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipBlanks(reader);
    return reader.at === text.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotPythonError) return undefined;
    throw error;
  }
}

interface Reader {
  readonly text: string;
  at: number;
}

class NotPythonError extends Error {}

const DEEPEST = 64;

function readValue(reader: Reader, depth: number): Plain {
  skipBlanks(reader);
  if (depth > DEEPEST) throw new NotPythonError();
  const sign = reader.text[reader.at];
  if (sign === '{') return readDictionary(reader, depth);
  if (sign === '[') return readList(reader, depth, ']');
  if (sign === '(') return readList(reader, depth, ')');
  if (sign === "'" || sign === '"') return readStrings(reader);
  const word = take(reader, WORD);
  if (word === undefined) throw new NotPythonError();
  if (Object.hasOwn(CONSTANTS, word)) return CONSTANTS[word]!;
  if (reader.text[reader.at] === '(') return readCall(reader, word, depth);
  if (DOTTED.test(word)) return null;
  const number = Number(word);
  if (Number.isNaN(number)) throw new NotPythonError();
  return number;
}

const WORD = /[\w.+-]{1,100}/y;
/** `datetime.timezone.utc` names a value that nothing tells. */
const DOTTED = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;
const CONSTANTS: Readonly<Record<string, Plain>> = { None: null, True: true, False: false };

function readDictionary(reader: Reader, depth: number): Plain {
  const entries: [string, Plain][] = [];
  reader.at++;
  for (skipBlanks(reader); reader.text[reader.at] !== '}'; skipBlanks(reader)) {
    const key = readValue(reader, depth + 1);
    expect(reader, ':');
    entries.push([String(key), readValue(reader, depth + 1)]);
    comma(reader);
  }
  reader.at++;
  return Object.fromEntries(entries);
}

function readList(reader: Reader, depth: number, end: string): Plain {
  const elements: Plain[] = [];
  reader.at++;
  for (skipBlanks(reader); reader.text[reader.at] !== end; skipBlanks(reader)) {
    elements.push(readValue(reader, depth + 1));
    comma(reader);
  }
  reader.at++;
  return end === ')' && elements.length === 1 ? elements[0]! : elements;
}

/** `datetime.datetime(2024, 5, 1, 10, 0, tzinfo=tzutc())` is a time in UTC; of other calls nothing is known. */
function readCall(reader: Reader, name: string, depth: number): Plain {
  const given: Plain[] = [];
  reader.at++;
  for (skipBlanks(reader); reader.text[reader.at] !== ')'; skipBlanks(reader)) {
    const keyword = take(reader, KEYWORD);
    const value = readValue(reader, depth + 1);
    if (keyword === undefined) given.push(value);
    comma(reader);
  }
  reader.at++;
  if (!/^(?:datetime\.)?datetime$/.test(name)) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = given.map(Number);
  const time = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return Number.isNaN(time.getTime()) ? null : time.toISOString().replace('.000Z', 'Z');
}

const KEYWORD = /[a-z_]{1,40}=/y;

/** Strings that stand one after the other are one: `pprint` breaks long ones so. */
function readStrings(reader: Reader): string {
  let text = '';
  for (let sign = reader.text[reader.at]; sign === "'" || sign === '"'; sign = reader.text[reader.at]) {
    const quoted = take(reader, sign === "'" ? SINGLE : DOUBLE);
    if (quoted === undefined) throw new NotPythonError();
    text += quoted.slice(1, -1).replace(ESCAPE, (_, code: string) => unescaped(code));
    skipBlanks(reader);
  }
  return text;
}

const SINGLE = /'(?:[^'\\]|\\[\s\S])*'/y;
const DOUBLE = /"(?:[^"\\]|\\[\s\S])*"/y;
const ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[\s\S])/g;

const SIGNS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

function unescaped(code: string): string {
  if (code.length === 1) return Object.hasOwn(SIGNS, code) ? SIGNS[code]! : code;
  const point = Number.parseInt(code.slice(1), 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

function skipBlanks(reader: Reader): void {
  while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++;
}

function expect(reader: Reader, sign: string): void {
  skipBlanks(reader);
  if (reader.text[reader.at] !== sign) throw new NotPythonError();
  reader.at++;
}

/** Between two elements; what follows neither a comma nor the end is a mistake that the next value shows. */
function comma(reader: Reader): void {
  skipBlanks(reader);
  if (reader.text[reader.at] === ',') reader.at++;
  else if (!/[\])}]/.test(reader.text[reader.at] ?? '')) throw new NotPythonError();
}
