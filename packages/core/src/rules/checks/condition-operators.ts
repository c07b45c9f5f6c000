import type { FieldShape } from '../../facts/fact-fields.ts';
import { parseAmount, unitOf } from '../amount.ts';
import type { Complaint, KeyPath } from '../rule-document.ts';
import type { FieldOperators } from '../rule.ts';

/** What is wrong with the tests of one field that need more than equality; the values of `not` are checked elsewhere. */
export function* operatorComplaints(test: FieldOperators, field: OperatorField): Generator<Complaint, void, undefined> {
  const { shape, at } = field;
  for (const [operator, value] of Object.entries(test)) {
    const message = COMPLAINTS[operator]?.(value, { operator, shape, name: String(at.at(-1)) });
    if (message) yield { at: [...at, operator], message };
  }
}

/** The field that is tested. */
interface OperatorField {
  /** Of one element, where the field is a list. */
  readonly shape: FieldShape;
  readonly at: KeyPath;
}

type OperatorComplaint = (
  value: unknown,
  field: { readonly operator: string; readonly shape: FieldShape; readonly name: string },
) => string | undefined;

const ofText =
  (fits: (value: unknown) => boolean): OperatorComplaint =>
  (value, { operator, shape, name }) => {
    if (shape !== 'string') return `${operator} is for texts, and ${name} is ${shapeName(shape)}`;
    return fits(value) ? undefined : `${operator} must be text`;
  };

const ofAmount: OperatorComplaint = (value, { operator, shape, name }) => {
  if (shape !== 'number' && shape !== 'string') return `${operator} is for numbers, and ${name} is ${shapeName(shape)}`;
  const unit = unitOf(name.slice(name.lastIndexOf('.') + 1));
  const read = typeof value === 'number' || typeof value === 'string' ? parseAmount(value, unit) : undefined;
  return read === undefined ? `${operator} must be a number, or a ${AMOUNTS[unit]}` : undefined;
};

const ofTolerations: OperatorComplaint = (value, { shape }) => {
  const isList = typeof shape === 'object' && 'fields' in shape && Object.hasOwn(shape.fields, 'effect');
  if (!isList) return 'tolerates is for tolerations only';
  const isTaint = typeof value === 'string' && /^[^{}]+$/.test(value);
  return isTaint ? undefined : 'tolerates must be a taint such as KEY=VALUE:EFFECT, without variables';
};

const isText = (value: unknown): boolean => typeof value === 'string';

const isTexts = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));

const COMPLAINTS: Readonly<Record<string, OperatorComplaint>> = {
  contains: ofText(isTexts),
  matches: ofText(isText),
  gt: ofAmount,
  lt: ofAmount,
  absent: (value) => (value === true ? undefined : 'absent can only be true'),
  tolerates: ofTolerations,
};

const AMOUNTS = { duration: 'duration such as 2m', quantity: 'quantity such as 512Mi' } as const;

function shapeName(shape: FieldShape): string {
  if (shape === 'number') return 'a number';
  return shape === 'boolean' ? 'true or false' : 'a map of fields';
}
