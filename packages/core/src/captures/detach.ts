/**
 * A copy of plain data whose texts keep nothing else alive, as slices of a large text do; equal texts are one text. Fields
 * without a value are left out.
 */
export function detach<Data>(data: Data): Data {
  return copyOf(data, new Map()) as Data;
}

type Copies = Map<string, string>;

function copyOf(data: unknown, copies: Copies): unknown {
  if (typeof data === 'string') return copyOfText(data, copies);
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item) => copyOf(item, copies));
  const fields = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields.map(([name, value]) => [name, copyOf(value, copies)]));
}

function copyOfText(text: string, copies: Copies): string {
  if (text.length < SHORTEST_SLICE) return text;
  const known = copies.get(text);
  if (known !== undefined) return known;
  const copy = JSON.parse(JSON.stringify(text)) as string;
  copies.set(copy, copy);
  return copy;
}

/** V8 copies shorter texts when it slices. */
const SHORTEST_SLICE = 13;
