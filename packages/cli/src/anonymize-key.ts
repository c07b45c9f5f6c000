import { readFile } from 'node:fs/promises';
import { UsageError } from './usage-error.ts';

/** Names a value by a key: the same value has the same name wherever the key is used, and the name tells nothing without it. */
export type Pseudonym = (value: string) => string;

/** The names that the key in a file gives. Throws a `UsageError` where there is no key in it. */
export async function readAnonymizeKey(file: string): Promise<Pseudonym> {
  const key = await readFile(file).catch((error: unknown) => {
    throw new UsageError(`the key ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (key.length < FEWEST_BYTES)
    throw new UsageError(`the key in ${file} is too short: give ${FEWEST_BYTES} bytes or more`);
  const { createHmac } = await import('node:crypto');
  return (value) => createHmac('sha256', key).update(value).digest('hex').slice(0, NAME_DIGITS);
}

/** With fewer, a name could be found out by trying keys. */
const FEWEST_BYTES = 16;

/** Two of a million values have the same name once in a thousand bundles. */
const NAME_DIGITS = 12;
