import { UsageError } from './usage-error.ts';

/** The forms a report can be written in. */
export const FORMATS = ['text', 'json', 'ndjson', 'markdown', 'html', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** One report to write: its form, and the file it goes to (absent: standard output). */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** `--format` and `-o` as they came, in order. */
export type OutputWish = { readonly format: Format } | { readonly file: string };

/** A file belongs to the format given just before it, or else to the next one; without any format it is text. */
export function pairOutputs(wishes: readonly OutputWish[]): readonly Output[] {
  const pairs: { format?: Format; file?: string }[] = [];
  for (const wish of wishes) {
    const last = pairs.at(-1);
    if (last !== undefined && !Object.hasOwn(last, Object.keys(wish)[0]!)) Object.assign(last, wish);
    else pairs.push({ ...wish });
  }
  const outputs = (pairs.length > 0 ? pairs : [{}]).map(asOutput);
  if (outputs.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError('only one format can go to standard output; give the others a file with -o');
  }
  return outputs;
}

const asOutput = ({ format = 'text', file }: { format?: Format; file?: string }): Output =>
  file === undefined || file === '-' ? { format } : { format, file };
