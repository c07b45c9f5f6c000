import { jsonDocument, type Locale, type Style } from '@referto/core/reporters';
import { styleFor } from './colors.ts';

import { print, type Terminal } from './terminal.ts';
import { writeWhole } from './write-file.ts';
import { WIDTH } from './write-reports.ts';

/** Where a document goes, and in which form. */
export interface Documenting {
  readonly format: 'text' | 'json';
  readonly output?: string;
  readonly locale: Locale;
  readonly color: boolean;
}

/** How a document is written as text. */
export type WriteText<T> = (document: T, options: { locale: Locale; width: number; style?: Style }) => string;

/** Writes one document to its file, or to standard output: a terminal gets colors, and prose no wider than it is. */
export async function writeDocument<T extends object>(
  document: T,
  { format, output, locale, color, text }: Documenting & { readonly text: WriteText<T> },
  terminal: Terminal,
): Promise<void> {
  const toFile = output !== undefined && output !== '-';
  const style = toFile ? undefined : styleFor(terminal, color);
  const width = toFile ? WIDTH : Math.min(WIDTH, terminal.stdout.columns ?? WIDTH);
  const written =
    format === 'json' ? jsonDocument(document) : text(document, { locale, width, ...(style && { style }) });
  if (toFile) await writeWhole(output, written);
  else await print(terminal.stdout, written);
}
