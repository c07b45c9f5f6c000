// @ts-check
// Writes what is generated from the schemas: the fact types and the list of their fields.
import { readFile, writeFile } from 'node:fs/promises';
import { compileFromFile } from 'json-schema-to-typescript';
import * as prettier from 'prettier';

const FACTS = 'packages/core/src/facts';
const banner = '// Generated from fact.schema.json by `pnpm generate`; do not edit.\n';

const schema = JSON.parse(await readFile(`${FACTS}/fact.schema.json`, 'utf8'));

/** string, number, boolean, strings, map, or the fields of the elements of a list, or of an object. */
function shapeOf(property) {
  const target = property.$ref ? schema.definitions[property.$ref.split('/').at(-1)] : property;
  if (target.type === 'array') return { list: shapeOf(target.items) };
  if (target.type === 'object') return target.properties ? { fields: fieldsOf(target) } : 'map';
  return target.type === 'integer' ? 'number' : (target.type ?? 'string');
}

const fieldsOf = (definition) =>
  Object.fromEntries(
    Object.entries(definition.properties)
      .filter(([name]) => !['kind', 'origin', 'quoted', 'also'].includes(name))
      .map(([name, property]) => [name, shapeOf(property)]),
  );

const kinds = Object.fromEntries(
  schema.oneOf
    .map(({ $ref }) => schema.definitions[$ref.split('/').at(-1)])
    .map((definition) => [definition.properties.kind.const, fieldsOf(definition)]),
);

const types = await compileFromFile(`${FACTS}/fact.schema.json`, { bannerComment: banner, format: false });

/** Facts are never changed once read, and the types say so. */
const withReadonly = (text) =>
  text.replace(/^( {2,})(\w+\??:|\[k: string\]:)/gm, '$1readonly $2').replace(/: (\w+)\[\]/g, ': readonly $1[]');
const shape = `${banner}
/** Shape of a field: a scalar, a map of strings, a list, or an object with fields of its own. */
export type FieldShape = 'string' | 'number' | 'boolean' | 'map' | { readonly list: FieldShape } | { readonly fields: Fields };
export type Fields = { readonly [field: string]: FieldShape };

/** The fields of every fact kind. */
export const FACT_FIELDS: Readonly<Record<string, Fields>> = ${JSON.stringify(kinds)};
`;

const options = { ...(await prettier.resolveConfig('package.json')), parser: 'typescript' };
await writeFile(`${FACTS}/fact.ts`, await prettier.format(withReadonly(await prettier.format(types, options)), options));
await writeFile(`${FACTS}/fact-fields.ts`, await prettier.format(shape, options));
