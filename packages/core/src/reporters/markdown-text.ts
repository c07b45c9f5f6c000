/**
 * Text for the flow of a Markdown document, as CommonMark and GitHub read it: punctuation is escaped, and what a service
 * would turn into a link, a mention or a reference stands as code.
 */
export const markdownText = (text: string): string =>
  text
    .split(/(\s+)/)
    .map((word) => (/^\s*$/.test(word) ? word.replace(/\s+/, ' ') : LINKING.test(word) ? code(word) : escape(word)))
    .join('');

/** Text as a code span, whatever backticks it holds. */
export function code(text: string): string {
  const flat = text.replace(/\s+/g, ' ');
  const fence = '`'.repeat(longestRun(flat) + 1);
  const pad = /^`|`$/.test(flat) || /^ .* $/.test(flat) ? ' ' : '';
  return flat === '' ? '' : `${fence}${pad}${flat}${pad}${fence}`;
}

/** Lines as a fenced block that nothing inside can end. */
export function fenced(text: string, language = ''): readonly string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...text.replace(/\n+$/, '').split('\n'), fence];
}

const longestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** Addresses of the web and of mail, mentions, numbers of issues, hashes of commits. */
const LINKING = /:\/\/|www\.|@|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b/i;

const escape = (word: string): string => word.replace(/[!"#$%&'()*+,./:;<=>?@[\\\]^_`{|}~-]/g, escaped);

/** What only begins something at the start of a line, or means nothing between letters, stays readable in the source. */
const escaped = (mark: string, at: number, word: string): string => {
  if (/['",:;/?=%]/.test(mark)) return mark;
  if (mark === '.' || mark === ')') return at > 0 && /^\d+$/.test(word.slice(0, at)) ? `\\${mark}` : mark;
  if (mark === '-') return at === 0 ? `\\${mark}` : mark;
  if (mark === '(') return mark;
  return `\\${mark}`;
};
