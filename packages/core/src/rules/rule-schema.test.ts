import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FACT_FIELDS, type Fields, type FieldShape } from '../facts/fact-fields.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly { readonly $ref: string }[];
  readonly anyOf?: readonly { readonly $ref?: string }[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(await readFile(new URL('rule.schema.json', import.meta.url), 'utf8')) as Schema;
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

const rule = (condition: string): unknown =>
  parse(`id: pods/waits
title: A pod waits
severity: info
appears: [ ${condition} ]
causes: [ { id: unknown, title: Nobody knows, solutions: [ { id: ask, title: Ask, steps: [ { text: Ask. } ] } ] } ]
references: [ https://kubernetes.io/docs/ ]
`);

describe('the schema that editors use', () => {
  test.each([
    ['pod: { is: { health: [stuck, failing], status: { not: Evicted } } }'],
    ["pod: { of: { labels.app.kubernetes.io/name: web }, is: { tolerations: { tolerates: 'key:NoSchedule' } } }"],
    ['event: { is: { reasons: { class: untolerated-taint, taintKey: { absent: true } } } }'],
    ["event: { is: { transport.endpoint: mcr, count: { gt: 3 } }, collect: 'kubectl get events' }"],
    ["node: { every: { taints: 'CriticalAddonsOnly*' } }"],
    ["log-line: { is: { httpStatus: '{status}', fields: { ArmId: { contains: /resourceGroups/ } } } }"],
    ['any: [ dns-lookup: { is: absent }, all: [ config-map: { of: { data: { Corefile: { contains: forward } } } } ] ]'],
  ])('takes %s', (condition) => {
    expect(validate(rule(condition)), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['pods: { is: absent }'],
    ['pod: { is: { helth: stuck } }'],
    ['pod: { is: gone }'],
    ['pod: { is: { restarts: many } }'],
    ['pod: { is: { status: { contain: Pending } } }'],
    ['event: { is: { reasons: { clas: untolerated-taint } } }'],
  ])('refuses %s', (condition) => {
    expect(validate(rule(condition))).toBe(false);
  });

  test('knows every field of every fact, and explains every key', () => {
    const kinds = schema.definitions['Condition']?.properties ?? {};
    expect(Object.keys(kinds)).toEqual(['any', 'all', ...Object.keys(FACT_FIELDS)]);
    for (const [kind, fields] of Object.entries(FACT_FIELDS)) {
      const question = definitionOf(kinds[kind]!);
      for (const part of ['of', 'is', 'every']) expectFields(definitionOf(question.properties![part]!), fields);
    }
  });
});

function expectFields(pattern: Schema, fields: Fields): void {
  expect(Object.keys(pattern.properties ?? {})).toEqual(Object.keys(fields));
  for (const [name, shape] of Object.entries(fields)) {
    const inner = innerFields(shape);
    if (inner) expectFields(definitionOf(pattern.properties![name]!), inner);
  }
}

function innerFields(shape: FieldShape): Fields | undefined {
  if (typeof shape === 'string') return undefined;
  return 'list' in shape ? innerFields(shape.list) : shape.fields;
}

function definitionOf({ allOf, anyOf }: Schema): Schema {
  const reference = [...(allOf ?? []), ...(anyOf ?? [])].find(({ $ref }) => $ref)?.$ref;
  return schema.definitions[reference!.split('/').at(-1)!]!;
}
