/**
 * Puts copies in place of the texts of plain data, so that they keep nothing else alive, as slices of a large text do; equal
 * texts become one.
 */
export function detach(data: object, copies: Copies = new Map()): void {
  const fields = data as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === 'string') {
      if (value.length >= SHORTEST_SLICE) fields[name] = copyOf(value, copies);
    } else if (typeof value === 'object' && value !== null) detach(value, copies);
  }
}

type Copies = Map<string, string>;

/** V8 copies shorter texts when it slices. */
const SHORTEST_SLICE = 13;

function copyOf(text: string, copies: Copies): string {
  const known = copies.get(text);
  if (known !== undefined) return known;
  const copy = JSON.parse(JSON.stringify(text)) as string;
  copies.set(copy, copy);
  return copy;
}
