import { didYouMean } from './did-you-mean.ts';
import type { Complaint, KeyPath } from './rule-document.ts';
import type { SchemaError, Validate } from './validate.generated.ts';

/** What of a document does not meet its schema, in words for its author. */
export function schemaComplaints(data: unknown, validate: Validate): readonly Complaint[] {
  return validate(data) ? [] : (validate.errors ?? []).map((error) => complaintOf(error, data));
}

function complaintOf(error: SchemaError, data: unknown): Complaint {
  const at = keyPath(error.instancePath, data);
  const name = nameOf(at);
  const { params, parentSchema } = error;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return { at: [...at, key], key: true, message: unknownKey(key, Object.keys(parentSchema.properties ?? {})) };
    }
    case 'required':
      return { at, message: `${String(params['missingProperty'])} is missing${at.length > 0 ? ` in ${name}` : ''}` };
    case 'enum':
      return { at, message: `${name} must be one of ${(params['allowedValues'] as readonly string[]).join(', ')}` };
    case 'type':
      return { at, message: `${name} must be ${typeName(params['type'])}` };
    case 'minItems':
      return { at, message: `${name} must have at least one entry` };
    default:
      return { at, message: `${name} ${parentSchema.$comment ?? `does not meet ${error.schemaPath}`}` };
  }
}

const unknownKey = (key: string, known: readonly string[]): string =>
  `"${key}" is not known here${didYouMean(key, known) || `; known are ${known.join(', ')}`}`;

/** An index stays a number, a key that looks like one a text. */
function keyPath(pointer: string, data: unknown): KeyPath {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      const own = Array.isArray(value) ? Number(key) : key;
      value = (value as Record<string | number, unknown>)[own];
      return own;
    });
}

/** What a message calls a value: its key, with the index of an entry. */
function nameOf(at: KeyPath): string {
  const key = at.findLastIndex((step) => typeof step === 'string');
  return key < 0
    ? 'the file'
    : `${at[key]}${at
        .slice(key + 1)
        .map((index) => `[${index}]`)
        .join('')}`;
}

function typeName(type: unknown): string {
  const names = (Array.isArray(type) ? type : [type]).map((name: string) => TYPE_NAMES[name] ?? name);
  return names.join(' or ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a map',
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'nothing',
};
