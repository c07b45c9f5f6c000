/**
 * The value of a field by its dotted name. What a map has no shorter name for is its key as a whole:
 * `labels.app.kubernetes.io/name`. Of a list, the values of its elements.
 */
export function readField(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const values = value.map((element: unknown) => readField(element, name)).filter((found) => found !== undefined);
    return values.length === 0 ? undefined : values;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Record<string, unknown>)[name];
  const dot = name.indexOf('.');
  if (dot < 0 || !Object.hasOwn(value, name.slice(0, dot))) return undefined;
  return readField((value as Record<string, unknown>)[name.slice(0, dot)], name.slice(dot + 1));
}
