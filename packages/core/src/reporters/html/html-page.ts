import type { Around } from './around-quotes.ts';
import type { Words } from '../words.ts';
import type { HtmlWords } from './html-words.ts';

/** What every part of an HTML report needs to write itself. */
export interface HtmlPage {
  readonly words: Words;
  readonly html: HtmlWords;
  /** How many lines a list of evidence shows. */
  readonly quotes: number;
  /** What stands around the quotes. */
  readonly around: Around;
  /** What stands in the page already, with the anchor of where: solutions by what they say, references by their rule. */
  readonly told: Map<string, string>;
}

/** Anchor of a finding. */
export const anchorOf = (id: string): string => `finding-${id.replace(/[^\w-]/g, '_')}`;
