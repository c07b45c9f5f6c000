import type { AskedField, AskedTest, ExplainedQuestion } from '../findings/explanation.ts';
import type { ExplainWords } from './explain-words.ts';

/** A question of a rule in words: `no event of pod {pod}: reason FailedMount`. */
export function questionWords({ kind, asks, of, tests }: ExplainedQuestion, words: ExplainWords): string {
  const how = asks === 'none' ? `${words.none} ` : asks === 'every' ? `${words.every} ` : '';
  const subject = of.length > 0 ? ` ${words.of} ${fieldsWords(of, words)}` : '';
  return `${how}${kind}${subject}${tests.length > 0 ? `: ${fieldsWords(tests, words)}` : ''}`;
}

/** What is asked of one field. */
export const testsWords = ({ tests }: AskedField, words: ExplainWords): string =>
  tests.map((test) => testWords(test, words)).join(', ');

const fieldsWords = (fields: readonly AskedField[], words: ExplainWords): string =>
  fields.map((field) => `${field.field} ${testsWords(field, words)}`).join('; ');

function testWords(test: AskedTest, words: ExplainWords): string {
  if (test.asks === 'parts') return `{${fieldsWords(test.fields, words)}}`;
  if (test.asks === 'absent') return words.empty;
  const quote = QUOTED.has(test.asks) ? quoted : plain;
  const values = test.values.map(quote).join(` ${words.or} `);
  return test.asks === 'is' ? values : `${words.operator[test.asks]} ${values}`;
}

const QUOTED: ReadonlySet<AskedTest['asks']> = new Set(['contains', 'matches']);

const plain = (value: string): string => value;
const quoted = (value: string): string => `"${value}"`;
