/** The fields of a record that hold a text, a number or a truth value, as text. */
export type JsonRecord = ReadonlyMap<string, string>;

/**
 * Reads one JSON object in a line. One that is not valid (a quote is missing, the line was cut, backslashes are astray)
 * is read field by field as far as it goes.
 */
export const readJsonRecord = (text: string): JsonRecord | undefined => {
  const start = text.trimStart();
  if (!start.startsWith('{')) return undefined;
  return parsed(start) ?? recovered(start);
};

const parsed = (text: string): JsonRecord | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // Not valid: the other way of reading is tried.
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = [...Object.entries(value), ...labelsOf(value)];
  return new Map(fields.flatMap(([key, field]) => (isPlain(field) ? [[key, String(field)]] : [])));
};

/** What a filter of fluentd adds about the pod whose log it is, as `kubernetes.pod_name`. */
const labelsOf = (value: object): [string, unknown][] => {
  const added: unknown = Object.hasOwn(value, 'kubernetes') ? (value as { kubernetes: unknown }).kubernetes : undefined;
  if (typeof added !== 'object' || added === null) return [];
  return Object.entries(added).map(([key, field]): [string, unknown] => [`kubernetes.${key}`, field]);
};

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** A key in quotes and a colon; quotes behind a backslash belong to a text inside a text. */
const KEY = /(?<!\\)"([A-Za-z@][\w@.-]{0,60})"\s{0,9}:\s{0,9}/g;

const recovered = (text: string): JsonRecord | undefined => {
  const keys = [...text.matchAll(KEY)];
  const fields = new Map<string, string>();
  keys.forEach((key, at) => {
    const next = keys[at + 1];
    const raw = text.slice(key.index + key[0].length, next?.index);
    const name = key[1] ?? '';
    if (!fields.has(name)) fields.set(name, valueOf(next === undefined ? withoutEnd(raw) : raw));
  });
  return fields.size === 0 ? undefined : fields;
};

const withoutEnd = (raw: string): string => raw.trimEnd().replace(/`$/, '').replace(/\}$/, '');

const valueOf = (raw: string): string => {
  const bare = raw.trim().replace(/,$/, '').trimEnd();
  if (!bare.startsWith('"')) return bare;
  const closed = bare.length > 1 && /[^\\]"$/.test(bare.slice(-2));
  return unescaped(bare.slice(1, closed || bare === '""' ? -1 : undefined));
};

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-fA-F]{4})|(["\\/bfnrt]))/g, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (LETTERS.get(letter ?? '') ?? letter ?? '') : String.fromCharCode(parseInt(code, 16)),
  );

const LETTERS = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
