import type { Evidence } from '../../findings/finding.ts';
import type { Context, ContextLine } from '../../report/report.ts';

/** The lines before and after a quote. */
export interface LinesAround {
  readonly before: readonly ContextLine[];
  readonly after: readonly ContextLine[];
}

/** Gives the lines around a quote, as far as the report has them. */
export type Around = (quote: Evidence) => LinesAround;

const NOTHING: LinesAround = { before: [], after: [] };

/** What a report has around its quotes. `once`: a place that was given is not given again. */
export function aroundQuotes(context: Context | undefined, { once }: { readonly once: boolean }): Around {
  if (context === undefined) return () => NOTHING;
  const { reach } = context;
  const lines = new Map(context.lines.map((one) => [keyOf(one), one]));
  const given = new Set<string>();
  return ({ path, line, endLine }) => {
    const key = keyOf({ path, line });
    if (once && given.has(key)) return NOTHING;
    given.add(key);
    const numbered = (first: number, last: number): readonly ContextLine[] =>
      Array.from({ length: last - first + 1 }, (_one, at) => lines.get(keyOf({ path, line: first + at }))).filter(
        (one) => one !== undefined,
      );
    return { before: numbered(line - reach, line - 1), after: numbered(endLine + 1, endLine + reach) };
  };
}

const keyOf = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;
