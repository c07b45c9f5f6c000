import { FACT_FIELDS, type Fields, type FieldShape } from '../facts/fact-fields.ts';

/** Where a name in a pattern leads: to a field, or to nothing. */
export type FieldTarget =
  | { readonly shape: FieldShape; readonly name: string }
  | { readonly unknown: string; readonly among: readonly string[] };

/** The fields of a fact kind as the shape of the whole fact. */
export const factShape = (kind: string): FieldShape => ({ fields: FACT_FIELDS[kind] ?? {} });

/**
 * The field that a name leads to from a fact, or from a field of it. Dots lead into objects, into the elements of
 * lists, and into maps, whose keys may hold dots themselves: `transport.class`, `labels.app.kubernetes.io/name`.
 */
export function fieldTarget(from: FieldShape, name: string): FieldTarget {
  const shape = elementShape(from);
  if (shape === 'map') return { shape: 'string', name: '*' };
  const fields: Fields = typeof shape === 'object' && 'fields' in shape ? shape.fields : {};
  const [field, rest] = splitAtDot(name);
  if (!Object.hasOwn(fields, field)) return { unknown: field, among: Object.keys(fields) };
  const found = fields[field]!;
  if (rest === undefined) return { shape: found, name: field };
  const target = fieldTarget(found, rest);
  return 'unknown' in target ? target : { shape: target.shape, name: `${field}.${target.name}` };
}

/** The shape of one element of a list; of anything else its own. */
export const elementShape = (shape: FieldShape): FieldShape =>
  typeof shape === 'object' && 'list' in shape ? shape.list : shape;

function splitAtDot(name: string): readonly [string, string?] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}
