import type { Line } from '../bundle/line.ts';
import { isMark, type MarkSecret } from '../facts/mark-secret.ts';
import { isSecretName, redactSecrets } from '../facts/redact-secrets.ts';
import type { LineRange } from './secret-ranges.ts';
import { markDataLine } from './secret-values.ts';

/** Gives each line of a file, in order, without its secrets. */
export type RedactLine = (line: Line) => string;

/**
 * Redacts a file line by line: what stands in the data of a Secret, variables with the name of a secret, keys over several
 * lines, secrets that a terminal wrapped, and what is recognizably a secret anywhere else.
 */
export function redactLines(ranges: readonly LineRange[], mark: MarkSecret): RedactLine {
  const state: RedactState = { ranges, range: 0, variable: undefined, key: 0, wraps: false };
  return ({ text, number }) => redactLine(text, { number, state, mark });
}

interface RedactState {
  readonly ranges: readonly LineRange[];
  /** The range that comes next, or that the last line was in. */
  range: number;
  /** Column of the keys of a variable whose name says that its value is a secret. */
  variable: number | undefined;
  /** Lines that the key between two frames may still have. */
  key: number;
  /** The last line ended in a secret, and may go on in the next. */
  wraps: boolean;
}

interface Redacting {
  readonly number: number;
  readonly state: RedactState;
  readonly mark: MarkSecret;
}

function redactLine(text: string, { number, state, mark }: Redacting): string {
  if (isInRange(number, state)) return markDataLine(text, mark);
  const inKey = state.key > 0;
  follow(text, state);
  if (inKey && (state.key > 0 || !/-----END/.test(text))) return whole(text, mark);
  const wrapped = state.wraps && WRAPPED.test(text);
  const clean = wrapped ? whole(text, mark) : redactPlain(text, { number, state, mark });
  state.wraps = text.length >= NARROWEST && clean !== text && /(?:<secret:\w+>|<redacted>)$/.test(clean);
  return clean;
}

function redactPlain(text: string, { state, mark }: Redacting): string {
  const variable = valueOfVariable(text, state);
  const clean = variable === undefined ? text : `${variable.before}${mark(variable.value)}${variable.after}`;
  return redactSecrets(clean, mark);
}

function isInRange(number: number, state: RedactState): boolean {
  for (let range = state.ranges[state.range]; range !== undefined; range = state.ranges[(state.range += 1)]) {
    if (number <= range.end) return number >= range.start;
  }
  return false;
}

/** A frame that does not close was none. */
const LONGEST_KEY = 400;

function follow(text: string, state: RedactState): void {
  if (state.key > 0) state.key = /-----END/.test(text) ? 0 : state.key - 1;
  else if (/-----BEGIN [A-Z0-9 ]{1,40}-----\s*$/.test(text)) state.key = LONGEST_KEY;
}

/** A terminal narrower than this wraps everything. */
const NARROWEST = 40;

/** The rest of a secret: no blank in it, and more than a word. */
const WRAPPED = /^(?=[^\s]*[0-9])(?=[^\s]*[A-Za-z])[A-Za-z0-9+/=_.~-]{12,8192}[",;]{0,2}$/;

/** All of a line but the blanks and marks around it. */
function whole(text: string, mark: MarkSecret): string {
  const bare = text.replace(/^[\s>|]+/, '').replace(/["',;\s]+$/, '');
  return bare === '' || isMark(bare) ? text : text.replace(bare, () => mark(bare));
}

const PAIR = /^(\s*(?:- )?)(["']?)(name|value)\2:\s+(["']?)([^"']*?)\4(,?\s*)$/;

/** `value: …` right below `name: DB_PASSWORD`, in YAML or in JSON. */
function valueOfVariable(
  text: string,
  state: RedactState,
): { before: string; value: string; after: string } | undefined {
  const pair = PAIR.exec(text);
  const [, indent = '', , key, quote = '', value = '', end = ''] = pair ?? [];
  const expected = state.variable;
  state.variable = key === 'name' && isSecretName(value) ? indent.length : undefined;
  if (key !== 'value' || expected !== indent.length || value === '' || value.startsWith('<')) return undefined;
  const after = `${quote}${end}`;
  return { before: text.slice(0, text.length - value.length - after.length), value, after };
}
