/** A command cut into the words that a POSIX shell would hand to its program, or why it is more than one command. */
export type ShellText = { readonly words: readonly string[] } | { readonly refused: Refused };

/** Why a command is not run: it names something by a placeholder, or does more than call one program with words. */
export type Refused = 'name-unknown' | 'needs-a-shell';

/**
 * Takes the quotes off a command line, the exact contrary of quoting each word. Blanks part words; what a shell would act
 * on outside of quotes (`|`, `$`, `>`, a wildcard ...) is refused, for no shell is to act on it.
 */
export function wordsOf(text: string): ShellText {
  const words: string[] = [];
  let rest = text.replace(BLANKS, '');
  if (PLACEHOLDER.test(rest.replace(QUOTED, ''))) return { refused: 'name-unknown' };
  while (rest !== '') {
    const [raw = ''] = WORD.exec(rest) ?? [];
    if (raw === '') return { refused: 'needs-a-shell' };
    words.push(raw.replace(PART, (part) => unquoted(part)));
    const behind = rest.slice(raw.length);
    rest = behind.replace(BLANKS, '');
    if (rest !== '' && rest === behind) return { refused: 'needs-a-shell' };
  }
  return { words };
}

const BLANKS = /^[ \t]+/;
const PLACEHOLDER = /<[^<>]*>/;
const QUOTED = /'[^']*'|"[^"]*"|\\[^\n]/g;

/** Plain characters, a character behind a backslash, and stretches in quotes; in double quotes nothing that acts. */
const PART = /'[^']*'|"[^"\\$`]*"|\\[^\n]|[\w.:/=@%+,{}[\]~^-]/g;
const WORD = /^(?:'[^']*'|"[^"\\$`]*"|\\[^\n]|[\w.:/=@%+,{}[\]~^-])+/;

function unquoted(part: string): string {
  if (part.startsWith('\\')) return part.slice(1);
  return /^['"]/.test(part) ? part.slice(1, -1) : part;
}

/** A word as every POSIX shell takes it, whatever is in it. */
export const quoted = (word: string): string =>
  HARMLESS.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

const HARMLESS = /^[\w.:/=@%+-]+$/;
