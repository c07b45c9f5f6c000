type Shown<T> = { readonly [K in keyof T]: T[K] | undefined };

/**
 * The given fields without those that are undefined: what a text does not show is absent, not undefined. Some fields may
 * come in parts, which costs less than to spread them.
 */
export function known<T extends object>(fields: Shown<T>, ...more: readonly Partial<Shown<T>>[]): T {
  const shown: Partial<T> = {};
  show(fields, shown);
  for (const part of more) show(part, shown);
  return shown as T;
}

/** A thing with more fields; those that are undefined change nothing. The thing itself where nothing changes. */
export function withKnown<T extends object>(thing: T, more: Partial<Shown<T>>): T {
  let changed: T | undefined;
  for (const name in more) {
    const value = more[name];
    if (value !== undefined && value !== thing[name]) (changed ??= { ...thing })[name] = value;
  }
  return changed ?? thing;
}

function show<T extends object>(fields: Partial<Shown<T>>, shown: Partial<T>): void {
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined) shown[name] = value;
  }
}
