import type { Fact } from './fact.ts';
import { hideSecret, isMark, type MarkSecret } from './mark-secret.ts';
import { mayHoldSecret } from './may-hold-secret.ts';
import { isSecretName, redactSecrets, searchSecrets } from './redact-secrets.ts';
import { visible } from './visible.ts';

/** Longest quote of a line, in UTF-16 units. */
export const MAX_QUOTE = 400;

/** Longest string of a fact, in UTF-16 units. */
export const MAX_FIELD: number = 64 * 1024;

/**
 * The one way from a line to anything that is stored or shown: nothing in it acts any more, marks stand where secrets
 * stood, and it is at most `maxLength` long. Passing it again changes nothing.
 */
export const gate = (text: string, maxLength: number = MAX_QUOTE, mark: MarkSecret = hideSecret): string =>
  pass(text, maxLength === MAX_QUOTE ? passingFor(mark).quote : { maxLength, lines: 'show', mark });

/** A fact whose strings have all passed the gate; line ends inside a field stay. */
export const gateFact = <F extends Fact>(fact: F, mark: MarkSecret = hideSecret): F => gateValue(fact, '', mark) as F;

interface Passing {
  readonly maxLength: number;
  readonly lines: 'keep' | 'show';
  readonly mark: MarkSecret;
}

/** How quotes and fields pass with one sort of marks. */
const passingWith = (mark: MarkSecret): { readonly quote: Passing; readonly field: Passing } => ({
  quote: { maxLength: MAX_QUOTE, lines: 'show', mark },
  field: { maxLength: MAX_FIELD, lines: 'keep', mark },
});

let lastPassing = passingWith(hideSecret);

/** Asked for every string there is, and of one bundle always for the same marks. */
function passingFor(mark: MarkSecret): ReturnType<typeof passingWith> {
  if (lastPassing.quote.mark !== mark) lastPassing = passingWith(mark);
  return lastPassing;
}

const pass = (text: string, passing: Passing): string => {
  const known = KNOWN[passing.lines];
  if (text.length > Math.min(KNOWN_LENGTH, passing.maxLength)) return passUnknown(text, passing);
  if (known.has(text)) return text;
  const passed = passUnknown(text, passing);
  if (passed !== text) return passed;
  if (known.size >= KNOWN_TEXTS) known.clear();
  known.add(text);
  return text;
};

/** Names of fields, and short values that stand in entry after entry, have passed unchanged before. */
const KNOWN = { keep: new Set<string>(), show: new Set<string>() } as const;
const KNOWN_LENGTH = 200;
const KNOWN_TEXTS = 2000;

const passUnknown = (text: string, { maxLength, lines, mark }: Passing): string => {
  const window = text.length > maxLength + LOOK_AHEAD ? text.slice(0, maxLength + LOOK_AHEAD) : text;
  const shown = visible(window, lines);
  if (isClean(shown)) return shown.length <= maxLength && window.length === text.length ? shown : cut(shown, maxLength);
  const clean = searchSecrets(shown, mark);
  if (clean === shown && shown.length === text.length && shown.length <= maxLength) return clean;
  return settled(window.length === text.length ? clean : `${clean}${CUT}`, { maxLength, mark });
};

/** A message, and the quote of a line, are parts of the text of their entry: where that hides nothing, they do not either. */
const isClean = (shown: string): boolean => {
  if (lastClean.includes(shown)) return true;
  if (mayHoldSecret(shown)) return false;
  if (shown.length > SHORT) lastClean = shown;
  return true;
};

let lastClean = '';
const SHORT = 40;

/** Taking a secret out, or a cut, can leave what looks like another: the text passes until nothing changes. */
const settled = (clean: string, { maxLength, mark }: Pick<Passing, 'maxLength' | 'mark'>): string => {
  let text = clean.length <= maxLength ? clean : cut(clean, maxLength);
  for (let round = 0; round < ROUNDS; round++) {
    const again = redactSecrets(text, mark);
    if (again === text) break;
    text = again.length <= maxLength ? again : cut(again, maxLength);
  }
  return text;
};

const ROUNDS = 8;
const CUT = '…';

/** A secret that begins before the cut is recognized by what follows. */
const LOOK_AHEAD = 8192;

const cut = (text: string, maxLength: number): string => {
  const kept = text.slice(0, Math.max(0, maxLength - 1)).replace(/[\ud800-\udbff]$/, '');
  return `${withoutPartialMark(kept)}${CUT}`;
};

/** Half a mark would be taken for a secret the next time. */
const withoutPartialMark = (text: string): string =>
  text.includes('<', text.length - LONGEST_MARK) ? text.replace(PARTIAL_MARK, '') : text;

const LONGEST_MARK = 80;

const PARTIAL_MARK = /<(?:[sr]|se|sec|secr|secre|secret(?::\w{0,64})?|re|red|reda|redac|redact|redacte|redacted)?$/;

const gateValue = (value: unknown, name: string, mark: MarkSecret): unknown => {
  if (typeof value === 'string') {
    if (value !== '' && isSecretName(name)) return isMark(value) ? value : mark(value);
    return pass(value, passingFor(mark).field);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return gateList(value, name, mark);
  if (isSecretVariable(value)) return gateObject({ ...value, value: mark(value.value) }, mark);
  return gateObject(value as Readonly<Record<string, unknown>>, mark);
};

/** Most lists and objects pass unchanged, and stay the same. */
const gateList = (list: readonly unknown[], name: string, mark: MarkSecret): readonly unknown[] => {
  let changed: unknown[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const passed = gateValue(list[at], name, mark);
    if (passed !== list[at]) (changed ??= [...list])[at] = passed;
  }
  return changed ?? list;
};

const gateObject = (object: Readonly<Record<string, unknown>>, mark: MarkSecret): object => {
  let changed: [string, unknown][] | undefined;
  for (const key in object) {
    const name = gate(key, MAX_QUOTE, mark);
    const field = gateField(key, object[key], mark);
    if (!changed && name === key && field === object[key]) continue;
    (changed ??= fieldsBefore(object, key)).push([name, field]);
  }
  return changed ? Object.fromEntries(changed) : object;
};

function fieldsBefore(object: Readonly<Record<string, unknown>>, key: string): [string, unknown][] {
  const keys = Object.keys(object);
  return keys.slice(0, keys.indexOf(key)).map((name) => [name, object[name]]);
}

/** A list of variables holds the name beside the value. */
const isSecretVariable = (value: object): value is { readonly name: string; readonly value: string } =>
  'name' in value &&
  typeof value.name === 'string' &&
  'value' in value &&
  typeof value.value === 'string' &&
  !isMark(value.value) &&
  isSecretName(value.name);

/** Where a fact comes from must still name its file: of a path only what acts is changed. */
const gateField = (key: string, field: unknown, mark: MarkSecret): unknown =>
  key === 'path' && typeof field === 'string' ? visible(field) : gateValue(field, key, mark);
