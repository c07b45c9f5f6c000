// @ts-check
// The page that lists the fields of every fact kind, for authors of rules.

const UNASKED = ['origin', 'quoted', 'also'];

/** A fact's kind is the key of a condition; what is inside a fact may have a kind that can be asked for. */
export const isAsked = (name, property) => !UNASKED.includes(name) && property.const === undefined;

/** The page as Markdown, from the fact schema. */
export function factPage(schema) {
  const kinds = schema.oneOf.map((kind) => resolve(kind, schema));
  const inner = innerObjects(kinds, schema);
  const sections = [
    ...kinds.map((kind) => section(`\`${kind.properties.kind.const}\``, kind, schema)),
    ...[...inner].map(([name, object]) => section(name, object, schema)),
  ];
  return `<!-- Generated from fact.schema.json by scripts/generate.js; do not edit. -->

# Fields of facts

What conditions of [rules](writing-a-rule.md) can ask for. A fact has the fields that its text shows, and no others.

${sections.join('\n\n')}
`;
}

function section(heading, { description, properties }, schema) {
  const rows = Object.entries(properties)
    .filter(([name, property]) => isAsked(name, property))
    .map(([name, property]) => `| \`${name}\` | ${typeOf(property, schema)} | ${meaning(property, schema)} |`);
  return `## ${heading}\n\n${description ? `${description}\n\n` : ''}| field | is | |\n| --- | --- | --- |\n${rows.join('\n')}`;
}

/** Objects inside facts that have fields of their own, each once, in the order in which they are met. */
function innerObjects(definitions, schema, found = new Map()) {
  for (const { properties } of definitions) {
    for (const [name, property] of Object.entries(properties)) {
      const object = elementOf(property, schema);
      if (!isAsked(name, property) || !object.properties || found.has(object.title)) continue;
      found.set(object.title, object);
      innerObjects([object], schema, found);
    }
  }
  return found;
}

function typeOf(property, schema) {
  const element = elementOf(property, schema);
  const name = element.properties ? link(element.title) : TYPES[element.type];
  return resolve(property, schema).type === 'array' ? `list of ${name}` : name;
}

const TYPES = { string: 'text', number: 'number', integer: 'number', boolean: 'true or false', object: 'map' };

const link = (title) => `[${title}](#${title.toLowerCase()})`;

function meaning(property, schema) {
  const { enum: values } = elementOf(property, schema);
  const description = property.description ?? resolve(property, schema).description;
  return [values?.map((value) => `\`${value}\``).join(', '), description?.replaceAll('<', '\\<')]
    .filter(Boolean)
    .join('; ');
}

/** What a field holds: its own schema, or that of its elements. */
function elementOf(property, schema) {
  const target = resolve(property, schema);
  return target.type === 'array' ? resolve(target.items, schema) : target;
}

const resolve = (property, { definitions }) =>
  property.$ref ? definitions[property.$ref.split('/').at(-1)] : property;
