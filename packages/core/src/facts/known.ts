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

function show<T extends object>(fields: Partial<Shown<T>>, shown: Partial<T>): void {
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const value = fields[name];
    if (value !== undefined) shown[name] = value;
  }
}
