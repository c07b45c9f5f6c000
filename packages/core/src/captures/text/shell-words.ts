/** A command line cut into the words of its first command and the commands its output was piped to. */
export interface ShellWords {
  readonly words: readonly string[];
  readonly pipes: readonly string[];
}

/** Splits at blanks outside quotes; stops at a redirection, `;` or `&&`. Placeholders such as `<region>` stay words. */
export function splitWords(text: string): ShellWords {
  const [own = '', ...pipes] = text.split(/\s\|\s?(?!\|)/);
  const words: string[] = [];
  for (const [word] of own.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)) {
    if (/^(?:[12]?>{1,2}(?!\S*>)|2>&1|;|&&|\|\|)/.test(word)) break;
    words.push(word.replace(/^(["'])(.*)\1$/, '$2'));
  }
  return { words, pipes: pipes.map((part) => part.trim()) };
}
