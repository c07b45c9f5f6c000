// @ts-check
// Writes what is generated: from the schemas the fact types, the list of their fields, what rules can ask of them and the
// validators of rule files; from a style sheet and a script what an HTML report brings.
import { readFile, writeFile } from 'node:fs/promises';
import { compileFromFile } from 'json-schema-to-typescript';
import * as prettier from 'prettier';
import { factPage, isAsked } from './fact-docs.js';
import { htmlAssetsModule } from './html-assets.js';
import { withFactFields, withoutFactFields } from './rule-schema.js';
import { validatorsModule } from './validators.js';

const FACTS = 'packages/core/src/facts';
const RULES = 'packages/core/src/rules';
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
      .filter(([name, property]) => isAsked(name, property))
      .map(([name, property]) => [name, shapeOf(property)]),
  );

const kinds = Object.fromEntries(
  schema.oneOf
    .map(({ $ref }) => schema.definitions[$ref.split('/').at(-1)])
    .map((definition) => [definition.properties.kind.const, fieldsOf(definition)]),
);

/** The values of fields that have only some, by kind and dotted name. */
function valuesOf(definition, path) {
  const { definitions } = schema;
  const target = definition.$ref ? definitions[definition.$ref.split('/').at(-1)] : definition;
  if (target.enum) return [[path, target.enum]];
  if (target.type === 'array') return valuesOf(target.items, path);
  return Object.entries(target.properties ?? {}).flatMap(([name, property]) => valuesOf(property, `${path}.${name}`));
}

const values = Object.fromEntries(
  schema.oneOf
    .map(({ $ref }) => schema.definitions[$ref.split('/').at(-1)])
    .flatMap((definition) => valuesOf(definition, definition.properties.kind.const)),
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

/** The values that a field can have, where they are few: by kind and dotted name, such as \`event.reasons.class\`. */
export const FIELD_VALUES: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(values)};
`;

const options = { ...(await prettier.resolveConfig('package.json')), parser: 'typescript' };
await writeFile(
  `${FACTS}/fact.ts`,
  await prettier.format(withReadonly(await prettier.format(types, options)), options),
);
await writeFile(`${FACTS}/fact-fields.ts`, await prettier.format(shape, options));

const readSchema = async (name) => JSON.parse(await readFile(`${RULES}/${name}.schema.json`, 'utf8'));
const ruleSchema = withFactFields(await readSchema('rule'), schema);
await writeFile(
  `${RULES}/rule.schema.json`,
  await prettier.format(JSON.stringify(ruleSchema), { ...options, parser: 'json' }),
);
const validators = validatorsModule({
  validateRule: withoutFactFields(ruleSchema),
  validateRuleTexts: await readSchema('rule-texts'),
  validateRuleTest: await readSchema('rule-test'),
  validateConfiguration: JSON.parse(await readFile('packages/core/src/suppressions/configuration.schema.json', 'utf8')),
});
await writeFile(`${RULES}/validate.generated.ts`, validators);
await writeFile('docs/fact-fields.md', await prettier.format(factPage(schema), { ...options, parser: 'markdown' }));

const HTML = 'packages/core/src/reporters/html';
const assets = htmlAssetsModule({
  name: 'REPORT',
  banner: '// Generated from report.css and report.client.js by `pnpm generate`; do not edit.',
  css: await readFile(`${HTML}/report.css`, 'utf8'),
  script: await readFile(`${HTML}/report.client.js`, 'utf8'),
});
await writeFile(`${HTML}/html-assets.generated.ts`, assets);
