// @ts-check
// The line in which a cut fell. What is left of it is read as it stands: a shorter name, a shorter entry of a log. That it
// is short is not counted, for or against, as with everything else that the cut shortened.

/** @typedef {import('./fidelity-score.js').Expected} Expected */
/** @typedef {{ content: string, mutation: string, expected: readonly Expected[] }} CutText */

/**
 * What was read of a cut text: without the entry of a log that is left of the line the cut fell into, and with the names
 * that the cut shortened written out, so that each is compared with what it is left of; and how many those are. Of a
 * question the rest of a name tells nothing: host repeats none, and takes the first name there is.
 * @param {readonly any[]} items
 * @param {CutText} text
 * @returns {{ items: readonly any[], completed: number }}
 */
export function atEdge(items, text) {
  const rest = restOf(text);
  if (rest === undefined) return { items, completed: 0 };
  const wholes = text.expected.filter(({ partial }) => partial).flatMap(({ item }) => [...stringsIn(item, '')]);
  const kept = withoutCutEntry(items, rest, text);
  const whole = new Set(kept.flatMap((item) => [...stringsIn(item, '')].map(({ value }) => value)));
  let completed = 0;
  const complete = (/** @type {string} */ value, /** @type {string} */ key) => {
    if (!isAtCut(value, rest, text.mutation) || wholes.some((one) => one.value === value)) return value;
    if (key === 'query') return undefined;
    const same = wholes.filter((one) => one.key === key && !whole.has(one.value)).map((one) => one.value);
    const found = same.find((one) => (text.mutation === 'cut-head' ? one.endsWith(value) : one.startsWith(value)));
    completed += found === undefined ? 0 : 1;
    return found ?? value;
  };
  return { items: kept.map((item) => mapStrings(item, complete)), completed };
}

/**
 * @param {readonly any[]} items
 * @param {string} rest
 * @param {CutText} text
 */
function withoutCutEntry(items, rest, { mutation, expected }) {
  if (!expected.some(({ item, partial }) => partial && item.kind === 'LogLine')) return items;
  if (expected.some(({ lines }) => lines.includes(rest))) return items;
  const entries = items.filter(({ kind }) => kind === 'LogLine');
  const entry = mutation === 'cut-tail' ? entries.at(-1) : entries[0];
  return items.filter((item) => item !== entry || !rest.endsWith(item.text ?? ''));
}

/**
 * What is left of the line that the cut fell into.
 * @param {CutText} text
 */
function restOf({ content, mutation }) {
  const lines = content.split('\n');
  if (mutation === 'cut-head') return lines[0];
  if (mutation === 'cut-tail') return lines.at(-1) === '' ? undefined : lines.at(-1);
  return undefined;
}

/**
 * @param {string} value
 * @param {string} rest
 * @param {string} mutation
 */
const isAtCut = (value, rest, mutation) =>
  value !== '' && (mutation === 'cut-head' ? rest.trimStart().startsWith(value) : rest.trimEnd().endsWith(value));

/**
 * @param {any} value
 * @param {string} key
 * @returns {Generator<{ key: string, value: string }, void, undefined>}
 */
function* stringsIn(value, key) {
  if (typeof value === 'string') yield { key, value };
  else if (Array.isArray(value)) for (const one of value) yield* stringsIn(one, key);
  else if (value !== null && typeof value === 'object')
    for (const [own, one] of Object.entries(value)) yield* stringsIn(one, own);
}

/**
 * @param {any} value
 * @param {(text: string, key: string) => string | undefined} change
 * @param {string} key
 * @returns {any}
 */
function mapStrings(value, change, key = '') {
  if (typeof value === 'string') return key === 'kind' ? value : change(value, key);
  if (Array.isArray(value)) return value.map((one) => mapStrings(one, change, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, mapStrings(one, change, own)]));
}
