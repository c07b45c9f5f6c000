/** The given fields without those that are undefined: what a text does not show is absent, not undefined. */
export function known<T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T {
  const shown: Partial<T> = {};
  for (const name of Object.keys(fields) as (keyof T)[]) {
    const value = fields[name];
    if (value !== undefined) shown[name] = value;
  }
  return shown as T;
}
