/**
 * The value that YAML as programs write it spells, with every scalar as a text: mappings and lists by indentation, scalars
 * on one line, and texts behind `|`. Undefined where anything else is in it, which a reader of all of YAML has to take.
 */
export function plainYaml(text: string): unknown {
  const lines = text.split('\n');
  while (lines.length > 0 && withoutBlanks(lines.at(-1)!) === '') lines.pop();
  if (lines.length === 0 || NOT_PLAIN.test(text)) return undefined;
  const reading: Reading = { lines, at: 0, depth: 0 };
  try {
    const value = readNode(reading, indentOf(lines[0]!));
    return reading.at === lines.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

/**
 * Other line ends, a byte order mark, tabs in front of a line, a blank one in between, marks of documents, and comments on a
 * line of their own.
 */
const NOT_PLAIN = /[\r\ufeff]|^ *\t|\n *\n|^(?:---|\.\.\.|%)|^ *#/m;

interface Reading {
  readonly lines: string[];
  /** The line that is read next. */
  at: number;
  depth: number;
}

/** Ends the reading where YAML of another sort begins. */
class NotPlain extends Error {}

const other = (): never => {
  throw new NotPlain('YAML of another sort');
};

/** Deeper ones are for a reader that looks at the depth first. */
const MOST_DEPTH = 60;

/** Spaces alone count: tabs are not plain. */
const indentOf = (line: string): number => blanksBehind(line, 0);

const SPACE = 0x20;
const TAB = 0x09;
const DASH = 0x2d;
const COLON = 0x3a;

/** What begins in the next line, which is indented so far. */
function readNode(reading: Reading, indent: number): unknown {
  if (++reading.depth > MOST_DEPTH) return other();
  const line = reading.lines[reading.at]!;
  const value = isItem(line, indent) ? readList(reading, indent) : readMapping(reading, indent);
  reading.depth--;
  return value;
}

const isItem = (line: string, indent: number): boolean =>
  line.charCodeAt(indent) === DASH && (line.length === indent + 1 || line.charCodeAt(indent + 1) === SPACE);

function readList(reading: Reading, indent: number): unknown[] {
  const items: unknown[] = [];
  for (let line = nextAt(reading, indent); line !== undefined; line = nextAt(reading, indent)) {
    if (!isItem(line, indent)) break;
    const begin = blanksBehind(line, indent + 1);
    if (begin < line.length && (isItem(line, begin) || keyEnd(line, begin) > 0)) {
      reading.lines[reading.at] = ' '.repeat(begin) + line.slice(begin);
      items.push(readNode(reading, begin));
    } else {
      reading.at++;
      items.push(readValue(reading, { line, begin, indent, isItem: true }));
    }
  }
  return items;
}

function readMapping(reading: Reading, indent: number): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (let line = nextAt(reading, indent); line !== undefined; line = nextAt(reading, indent)) {
    if (isItem(line, indent)) return other();
    const end = keyEnd(line, indent);
    if (end < 0) return other();
    const key = scalarIn(withoutBlanks(line.slice(indent, end)));
    if (key === '__proto__' || key === '<<') return other();
    reading.at++;
    fields[key] = readValue(reading, { line, begin: blanksBehind(line, end + 1), indent, isItem: false });
  }
  return fields;
}

/** The next line if it is indented so far; undefined behind the last one of a node. */
function nextAt({ lines, at }: Reading, indent: number): string | undefined {
  const line = lines[at];
  if (line === undefined) return undefined;
  const own = indentOf(line);
  if (own > indent) return other();
  return own === indent ? line : undefined;
}

/** The colon behind a key that begins there, -1 where there is none. */
function keyEnd(line: string, begin: number): number {
  const quote = line[begin];
  let at = begin;
  if (quote === '"' || quote === "'") {
    at = closingQuote(line, begin) + 1;
    if (at === 0) return other();
    return line.charCodeAt(at) === COLON && (at + 1 === line.length || line.charCodeAt(at + 1) === SPACE) ? at : -1;
  }
  for (at = line.indexOf(':', begin); at >= 0 && at - begin <= LONGEST_KEY; at = line.indexOf(':', at + 1)) {
    if (at + 1 === line.length || line.charCodeAt(at + 1) === SPACE) return at;
  }
  return -1;
}

/** Where the quote ends that begins there; -1 where it does not end in the line. */
function closingQuote(line: string, begin: number): number {
  QUOTED.lastIndex = begin;
  return QUOTED.test(line) ? QUOTED.lastIndex - 1 : -1;
}

/** YAML allows 1024 characters. */
const LONGEST_KEY = 1000;

const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/y;

/** Without the spaces and tabs at its end: others, such as one that does not break, are part of a text. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === SPACE || text.charCodeAt(end - 1) === TAB)) end--;
  return text.slice(0, end);
}

function blanksBehind(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === SPACE) at++;
  return at;
}

/** A value behind a key or a dash: where it begins in its line, and how far that line is indented. */
interface Place {
  readonly line: string;
  readonly begin: number;
  readonly indent: number;
  readonly isItem: boolean;
}

function readValue(reading: Reading, place: Place): unknown {
  const { line, begin, indent } = place;
  if (begin >= line.length) return readBelow(reading, place);
  const text = withoutBlanks(line.slice(begin));
  if (/^\|[-+]?$/.test(text)) return readLiteral(reading, { indent, strips: text === '|-' });
  if (indentOfNext(reading) > indent) return other();
  if (text === '{}') return {};
  return text === '[]' ? [] : scalarIn(text);
}

/** The value that stands below its key or dash: deeper, or a list below its key; a text of nothing where there is none. */
function readBelow(reading: Reading, { indent, isItem: inList }: Place): unknown {
  const next = reading.lines[reading.at];
  const below = indentOfNext(reading);
  if (next === undefined || below < indent) return '';
  if (below > indent) return readNode(reading, below);
  return !inList && isItem(next, indent) ? readNode(reading, indent) : '';
}

/** How far the next line is indented; -1 where there is none. */
const indentOfNext = ({ lines, at }: Reading): number => (at < lines.length ? indentOf(lines[at]!) : -1);

/** Lines as they stand, without their indentation; the last has a line end, unless that is to be stripped. */
function readLiteral(
  reading: Reading,
  { indent, strips }: { readonly indent: number; readonly strips: boolean },
): string {
  const { lines } = reading;
  const first = reading.at;
  const depth = indentOf(lines[first] ?? '');
  if (first === lines.length || depth <= indent) return other();
  while (reading.at < lines.length && indentOf(lines[reading.at]!) >= depth) reading.at++;
  if (reading.at < lines.length && indentOf(lines[reading.at]!) > indent) return other();
  const text = lines.slice(first, reading.at).map((line) => line.slice(depth));
  return strips ? text.join('\n') : `${text.join('\n')}\n`;
}

/** The text of a scalar that stands on one line. */
function scalarIn(text: string): string {
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return PLAIN.test(text) && !NEVER_PLAIN.test(text) ? text : other();
  if (closingQuote(text, 0) !== text.length - 1) return other();
  if (quote === "'") return text.slice(1, -1).replaceAll("''", "'");
  try {
    return JSON.parse(text) as string;
  } catch {
    return other();
  }
}

/** A scalar without quotes begins with no sign that means something. */
const PLAIN = /^(?:[^-?:,[\]{}#&*!|>'"%@`\s]|[-?:](?=[^\s,[\]{}]))/;

/** What ends a scalar without quotes, or hides a comment. */
const NEVER_PLAIN = /:(?:\s|$)|\s#|\t/;
