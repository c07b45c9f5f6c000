// @ts-check
// The parts of rule.schema.json that repeat what fact.schema.json says: which kinds and fields conditions can ask for.

import { isAsked } from './fact-docs.js';

/** The rule schema with its questions and patterns rewritten from the fact schema. */
export function withFactFields(rules, facts) {
  const kinds = facts.oneOf.map(({ $ref }) => resolve({ $ref }, facts));
  const own = Object.entries(rules.definitions).filter(([name]) => !/(Question|Pattern)$/.test(name));
  const definitions = Object.fromEntries(own);
  const { any, all } = definitions.Condition.properties;
  definitions.Condition.properties = { any, all };
  for (const { title, description, properties } of kinds) {
    const name = title.replace(/Fact$/, '');
    definitions.Condition.properties[properties.kind.const] = described(description, `${name}Question`);
    definitions[`${name}Question`] = question(name);
  }
  for (const kind of kinds) addPattern(kind.title.replace(/Fact$/, ''), kind, { definitions, facts });
  return { ...rules, definitions };
}

/** The rule schema as it is checked at run time: what stands in patterns is checked by `checks/`, with better words. */
export function withoutFactFields(rules) {
  const { Condition, ...others } = rules.definitions;
  const own = Object.entries(others).filter(([name]) => !/(Question|Pattern|Test|Operators)$/.test(name));
  const { any, all, ...kinds } = Condition.properties;
  const asked = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, { $ref: '#/definitions/Question' }]));
  const Question = question('');
  Object.assign(Question.properties, {
    of: { type: 'object' },
    is: { type: ['object', 'string'] },
    every: { type: 'object' },
  });
  const definitions = {
    ...Object.fromEntries(own),
    Condition: { ...Condition, properties: { any, all, ...asked } },
    Question,
  };
  return { ...rules, definitions };
}

function question(name) {
  const pattern = `${name}Pattern`;
  return {
    title: 'Question',
    $comment: 'must ask something: of, is or every',
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      of: described('The subject: which facts the question is about.', pattern),
      is: {
        description: 'What must hold for at least one of them; or absent: there is none.',
        anyOf: [{ const: 'absent' }, { $ref: `#/definitions/${pattern}` }],
      },
      every: described('What must hold for all of them.', pattern),
      collect: {
        description: 'Command that would answer it, instead of the one of the capture kind; may hold {{name}}.',
        allOf: [{ $ref: '#/definitions/Text' }],
      },
    },
  };
}

/** Adds the pattern of an object, and those of the objects inside it. */
function addPattern(name, definition, context) {
  if (context.definitions[`${name}Pattern`]) return;
  const fields = Object.entries(definition.properties).filter(([field, property]) => isAsked(field, property));
  const inner = fields.filter(([, property]) => elementOf(property, context.facts).type === 'object');
  context.definitions[`${name}Pattern`] = {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(fields.map(([field, property]) => [field, fieldTest(field, property, context)])),
    ...(inner.length > 0 && {
      patternProperties: { [`^(${inner.map(([field]) => field).join('|')})\\.`]: {} },
    }),
  };
}

/** What a condition may say of a field. */
function fieldTest(field, property, context) {
  const element = elementOf(property, context.facts);
  const description = property.description ?? resolve(property, context.facts).description;
  if (element.type !== 'object') return scalarTest(element, description);
  if (!element.properties) return described(description, 'MapTest');
  const name = element.title ?? field;
  addPattern(name, element, context);
  return {
    ...(description && { description }),
    anyOf: [{ $ref: `#/definitions/${name}Pattern` }, { $ref: '#/definitions/Operators' }],
  };
}

function scalarTest({ type, enum: values }, description) {
  if (values)
    return { ...(description && { description }), anyOf: [{ enum: values }, { $ref: '#/definitions/TextTest' }] };
  return described(description, type === 'boolean' ? 'FlagTest' : type === 'string' ? 'TextTest' : 'NumberTest');
}

/** A reference with a description of its own: draft-07 ignores what stands beside `$ref`. */
const described = (description, name) => ({
  ...(description && { description }),
  allOf: [{ $ref: `#/definitions/${name}` }],
});

/** What a field holds: its own schema, or that of its elements. */
function elementOf(property, facts) {
  const target = resolve(property, facts);
  return target.type === 'array' ? resolve(target.items, facts) : target;
}

const resolve = (property, { definitions }) =>
  property.$ref ? definitions[property.$ref.split('/').at(-1)] : property;
