/**
 * Puts copies in place of the texts of plain data, so that they keep nothing else alive, as slices of a large text do; equal
 * texts become one, and parts of the text that is held whole become slices of its copy.
 */
export function detach(data: object, held: Held = { copies: new Map() }): void {
  const fields = data as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === 'string') {
      if (value.length >= SHORTEST_SLICE) fields[name] = copyOf(value, held);
    } else if (typeof value === 'object' && value !== null) detach(value, held);
  }
}

/** What is held already. */
export interface Held {
  readonly copies: Map<string, string>;
  /** Most other texts are parts of this one: of an entry, its line. */
  readonly whole?: string | undefined;
}

/** V8 copies shorter texts when it slices. */
const SHORTEST_SLICE = 13;

function copyOf(text: string, held: Held): string {
  const known = held.copies.get(text);
  if (known !== undefined) return known;
  const copy = partOf(held, text) ?? (JSON.parse(JSON.stringify(text)) as string);
  held.copies.set(copy, copy);
  return copy;
}

/** A slice of the copy of the whole text. */
function partOf({ copies, whole = '' }: Held, text: string): string | undefined {
  const at = text.length < whole.length ? whole.indexOf(text) : -1;
  return at < 0 ? undefined : copyOf(whole, { copies }).slice(at, at + text.length);
}
