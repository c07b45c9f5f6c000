import type { Fact } from './fact.ts';
import { isSecretName, REDACTED, redactSecrets } from './redact-secrets.ts';
import { visible } from './visible.ts';

/** Longest quote of a line, in UTF-16 units. */
export const MAX_QUOTE = 400;

/** Longest string of a fact, in UTF-16 units. */
export const MAX_FIELD: number = 64 * 1024;

/**
 * The one way from a line to anything that is stored or shown: nothing in it acts any more, secrets are gone, and it is
 * at most `maxLength` long. Passing it again changes nothing.
 */
export const gate = (text: string, maxLength: number = MAX_QUOTE): string => pass(text, maxLength, 'show');

/** A fact whose strings have all passed the gate; line ends inside a field stay. */
export const gateFact = <F extends Fact>(fact: F): F => gateValue(fact) as F;

const pass = (text: string, maxLength: number, lines: 'keep' | 'show'): string => {
  const window = text.length > maxLength + LOOK_AHEAD ? text.slice(0, maxLength + LOOK_AHEAD) : text;
  const clean = redactSecrets(visible(window, lines));
  return settled(window.length === text.length ? clean : `${clean}${CUT}`, maxLength);
};

/** Taking a secret out, or a cut, can leave what looks like another: the text passes until nothing changes. */
const settled = (clean: string, maxLength: number): string => {
  let text = clean.length <= maxLength ? clean : cut(clean, maxLength);
  for (let round = 0; round < ROUNDS; round++) {
    const again = redactSecrets(text);
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
const withoutPartialMark = (text: string): string => {
  const at = text.lastIndexOf('<');
  return at >= 0 && REDACTED.startsWith(text.slice(at)) && text.length - at < REDACTED.length
    ? text.slice(0, at)
    : text;
};

const gateValue = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return isSecretName(name) && value !== '' ? REDACTED : pass(value, MAX_FIELD, 'keep');
  if (Array.isArray(value)) return value.map((element) => gateValue(element, name));
  if (typeof value !== 'object' || value === null) return value;
  if (isSecretVariable(value)) return gateValue({ ...value, value: REDACTED });
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [gate(key), gateField(key, field)]));
};

/** A list of variables holds the name beside the value. */
const isSecretVariable = (value: object): value is { readonly name: string; readonly value: string } =>
  'name' in value &&
  typeof value.name === 'string' &&
  'value' in value &&
  typeof value.value === 'string' &&
  value.value !== REDACTED &&
  isSecretName(value.name);

/** Where a fact comes from must still name its file: of a path only what acts is changed. */
const gateField = (key: string, field: unknown): unknown =>
  key === 'path' && typeof field === 'string' ? visible(field) : gateValue(field, key);
