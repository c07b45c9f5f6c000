/**
 * An object of pairs, of which a later one of the same name wins. The same as `Object.fromEntries`, which leaves the fast
 * paths of the engine for each pair: objects of captures are made by the million.
 */
export function recordOf<V>(pairs: Iterable<readonly [string, V]>): Record<string, V> {
  const record: Record<string, V> = {};
  for (const [name, value] of pairs) {
    if (INHERITED.has(name)) Object.defineProperty(record, name, { value, ...PLAIN });
    else record[name] = value;
  }
  return record;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

/** Names that every object has: an assignment would reach, or be refused by, what it has them from. */
const INHERITED: ReadonlySet<string> = new Set(['__proto__', ...Object.getOwnPropertyNames(Object.prototype)]);
