/** A text of a rule as Markdown: `{{name}}` becomes a visible blank, and nothing but code spans keeps a meaning. */
export const prose = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .replace(/\s+/g, ' ')
        .split(/(`[^`]+`)/)
        .map(piece)
        .join(''),
    )
    .join('\n\n');

/** A value as a code span. */
export function code(value: string | number | boolean): string {
  const text = String(value).replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** A text of several lines as a code block. */
export function codeBlock(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${blanks(text).trimEnd()}\n${fence}`;
}

/** Lines that belong to the entry of a list. */
export const indented = (text: string, width: number): string => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);

const blanks = (text: string): string => text.replace(/\{\{([^{}]*)\}\}/g, '<$1>');

const piece = (text: string): string =>
  text.startsWith('`')
    ? blanks(text)
    : text.replace(BLANK_OR_MARK, (found) => (found.includes('{{') ? code(blanks(found)) : `\\${found}`));

/** A placeholder with the rest of the host or path that it stands in, or a character that Markdown knows. */
const BLANK_OR_MARK = /(?:[\w*-]+[./])*\{\{[^{}]*\}\}(?:[./][\w*-]+)*|[\\*_<>[\]#|~]/g;

const longestRun = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
