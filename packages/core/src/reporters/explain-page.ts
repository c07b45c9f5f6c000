import type { ExplainWords } from './explain-words.ts';
import type { Page } from './page.ts';

/** What every part of an explanation in text needs to write itself. */
export interface ExplainPage extends Page {
  readonly explain: ExplainWords;
  /** Blanks before every line of the part. */
  readonly indent: string;
}

/** The page for what stands below. */
export const deeper = (page: ExplainPage): ExplainPage => ({ ...page, indent: `${page.indent}  ` });
