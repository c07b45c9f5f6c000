import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { didYouMean } from '@referto/core';
import type { ExitCode } from '../exit-code.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** The documents that have a published JSON Schema. */
export const SCHEMAS = ['configuration', 'fact', 'report', 'rule', 'rule-test', 'rule-texts'] as const;

/** `schema NAME`: the JSON Schema of a document. */
export async function showSchema(name: string, terminal: Terminal): Promise<ExitCode> {
  if (!SCHEMAS.some((one) => one === name)) {
    throw new UsageError(`there is no schema ${name}${didYouMean(name, SCHEMAS)} (there are ${SCHEMAS.join(', ')})`);
  }
  const file = createRequire(import.meta.url).resolve(`@referto/core/${name}.schema.json`);
  await print(terminal.stdout, await readFile(file, 'utf8'));
  return 0;
}
