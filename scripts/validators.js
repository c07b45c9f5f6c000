// @ts-check
// Validators of rule files as plain TypeScript: the published code neither has ajv nor generates code.
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const HEAD = `// Generated from the schemas beside it by \`pnpm generate\`; do not edit.
// @ts-nocheck

/** What is wrong with one value of a document, in the words of JSON Schema. */
export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that the value does not meet; its \`$comment\` says in a sentence what is expected. */
  readonly parentSchema: { readonly $comment?: string; readonly properties?: Readonly<Record<string, unknown>> };
}

/** Says whether a document meets its schema; what is wrong is in \`errors\`. */
export interface Validate {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
}
`;

/** Source of a module that exports a validator for each schema. */
export function validatorsModule(schemas) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    verbose: true,
    inlineRefs: false,
    strict: true,
    allowUnionTypes: true,
    schemas: Object.values(schemas).map(withoutHoverTexts),
    code: { source: true, esm: true, lines: true },
  });
  const ids = Object.fromEntries(Object.entries(schemas).map(([name, { $id }]) => [name, $id]));
  const code = standalone.default(ajv, ids);
  if (/\brequire\(|\bimport\b/.test(code))
    throw new Error('A validator needs code of ajv at run time: reword its schema');
  return (
    HEAD +
    code.replace('"use strict";', '').replace(/^export const (\w+) = (\w+);/gm, 'export const $1: Validate = $2;')
  );
}

const withoutHoverTexts = (schema) =>
  JSON.parse(
    JSON.stringify(schema, (key, value) =>
      ['title', 'description'].includes(key) && typeof value === 'string' ? undefined : value,
    ),
  );
