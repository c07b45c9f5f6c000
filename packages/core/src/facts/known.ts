/** The given fields without those that are undefined: what a text does not show is absent, not undefined. */
export const known = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
