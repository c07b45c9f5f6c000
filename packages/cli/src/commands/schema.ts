import { readFile } from 'node:fs/promises';
import { didYouMean } from '@referto/core';
import type { ExitCode } from '../exit-code.ts';
import { ownFile } from '../own-files.ts';
import { SCHEMAS } from '../schemas.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `schema NAME`: the JSON Schema of a document. */
export async function showSchema(name: string, terminal: Terminal): Promise<ExitCode> {
  if (!SCHEMAS.some((one) => one === name)) {
    throw new UsageError(`there is no schema ${name}${didYouMean(name, SCHEMAS)} (there are ${SCHEMAS.join(', ')})`);
  }
  await print(terminal.stdout, await readFile(ownFile(`dist/schemas/${name}.schema.json`), 'utf8'));
  return 0;
}
