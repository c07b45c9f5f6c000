import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { NOTE_CODES } from '../bundle/note.ts';
import { report } from '../reporters/example-report.test.data.ts';

const schema = JSON.parse(readFileSync(new URL('report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv({ strict: true, formats: { 'date-time': true } }).compile(schema);

test('a report meets its schema', () => {
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
});

test('a report with fields that the schema does not know meets it too', () => {
  expect(validate({ ...report, weather: [] })).toBe(true);
});

test('a report with a timeline meets it', () => {
  const entry = { what: 'log', text: 'no', path: 'web.log', line: 1, endLine: 1, findings: [] };
  expect(validate({ ...report, timeline: { entries: [entry], omitted: 0 } })).toBe(true);
  expect(validate({ ...report, timeline: { entries: [{ ...entry, what: 'weather' }], omitted: 0 } })).toBe(false);
});

test.each([
  ['no findings', { ...report, findings: undefined }],
  ['another version', { ...report, schemaVersion: 2 }],
  ['an unknown note', { ...report, notes: [{ code: 'odd', message: 'odd' }] }],
  ['an unknown verdict', { ...report, findings: [{ ...report.findings[0], causes: [{ verdict: 'sure' }] }] }],
])('a report with %s does not meet it', (_name, wrong) => {
  expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
});

test('the schema knows every note', () => {
  expect(schema.definitions.note.properties.code.enum).toEqual([...NOTE_CODES]);
});

test('every field of the schema is described', () => {
  const bare = fieldsOf(schema).filter(([, field]) => !('description' in field || '$ref' in field));
  expect(bare.map(([name]) => name)).toEqual([]);
});

function fieldsOf(node: unknown): readonly (readonly [string, object])[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node ? Object.entries(node.properties as Record<string, object>) : [];
  return [...own, ...Object.values(node).flatMap(fieldsOf)];
}
