/** How fields are found. */
export type Finders<T> = { readonly [K in keyof T]: () => T[K] };

/**
 * Makes objects some fields of which are found when they are first asked for, and then kept. Getters of an object's own
 * make it slow and large in V8, and these objects are made by the thousand: here they stand in a prototype.
 */
export function lazyFields<T extends object, K extends keyof T & string>(
  ...names: readonly K[]
): (plain: Omit<T, K>, find: Finders<Pick<T, K>>) => T {
  const prototype = {};
  for (const name of names) Object.defineProperty(prototype, name, { get: finding(name), enumerable: true });
  return (plain, find) =>
    Object.assign(Object.create(prototype) as object, plain, { [FIND]: find, [FOUND]: {} }) as unknown as T;
}

const FIND = Symbol('find');
const FOUND = Symbol('found');

interface Lazy {
  readonly [FIND]: Readonly<Record<string, () => unknown>>;
  readonly [FOUND]: Record<string, unknown>;
}

const finding = (name: string) =>
  function found(this: Lazy): unknown {
    const kept = this[FOUND];
    if (!(name in kept)) kept[name] = this[FIND][name]!();
    return kept[name];
  };
