import type { Style } from './style.ts';
import type { Words } from './words.ts';

/** What every part of a text report needs to write itself. */
export interface Page {
  readonly words: Words;
  readonly style: Style;
  /** Columns prose may take; commands and quotes are never broken. */
  readonly width: number;
}

/** How many entries of a long list are shown. */
export const LIST_LENGTH = 10;
