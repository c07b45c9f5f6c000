import type { Inquiry } from '../answered-leaf.ts';
import type { LeftOut } from '../explanation.ts';
import { readField } from '../read-field.ts';
import { leavingOut } from './explained-fields.ts';
import { shownValue } from './shown-value.ts';

/** The facts of a question's kind that it is not about, by the field that says so; undefined where there is none. */
export function leftOut({ leaf, facts, bindings }: Inquiry): LeftOut | undefined {
  const all = facts.world.of(leaf.kind);
  const looked = all.slice(0, LOOKED);
  const fields = new Map<string, { lacking: number; values: Set<string> }>();
  let count = 0;
  for (const known of looked) {
    const field = leavingOut({ leaf, known, bindings });
    if (!field) continue;
    count++;
    const seen = fields.get(field.name) ?? { lacking: 0, values: new Set() };
    fields.set(field.name, seen);
    const value = shownValue(readField(known.fact, field.name), field.test);
    if (value === undefined) seen.lacking++;
    else if (seen.values.size < VALUES) seen.values.add(value);
  }
  if (count === 0) return undefined;
  const named = [...fields].map(([field, { lacking, values }]) => ({ field, lacking, values: [...values] }));
  return { count, looked: looked.length, total: all.length, fields: named };
}

/** Enough to see why; every fact of a large bundle would take long. */
const LOOKED = 1000;
const VALUES = 4;
