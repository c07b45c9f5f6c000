/** Fields of which those that are undefined are not shown. */
export type Shown<T> = { readonly [K in keyof T]: T[K] | undefined };

/**
 * The given fields without those that are undefined: what a text does not show is absent, not undefined. Some fields may
 * come in parts, which costs less than to spread them.
 */
export const known = <T extends object>(fields: Shown<T>, ...more: readonly Partial<Shown<T>>[]): T =>
  knownIn<T>(fields, ...more);

/** The same where no part has all fields: of several that tell one the last counts. */
export function knownIn<T extends object>(...parts: readonly Partial<Shown<T>>[]): T {
  const shown: Partial<T> = {};
  for (const part of parts) show(part, shown);
  return shown as T;
}

/**
 * A thing with more fields; those that are undefined change nothing. The thing itself where nothing changes.
 *
 * V8 11, of Node 20, gives each object that is spread and then gets a new field a shape of its own, which takes more memory
 * than the object; what `Object.assign` makes shares one.
 */
export function withKnown<T extends object>(thing: T, more: Partial<Shown<T>>): T {
  const changes: Partial<T> = {};
  let isChanged = false;
  for (const name in more) {
    const value = more[name];
    if (value === undefined || value === thing[name]) continue;
    changes[name] = value;
    isChanged = true;
  }
  return isChanged ? (Object.assign({}, thing, changes) as T) : thing;
}

function show<T extends object>(fields: Partial<Shown<T>>, shown: Partial<T>): void {
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) shown[name] = value;
  }
}
