/**
 * A text without the escapes of the JSON strings it went through, at any depth: `\"`, `\n` and `\u003c` behind any number of
 * backslashes.
 */
export const withoutEscapes = (text: string): string =>
  text.includes('\\')
    ? text.replace(
        /\\{1,64}(?:u(003[ce]|002[67])|([nrt"/]))/gi,
        (_, code: string | undefined, letter: string | undefined) =>
          code === undefined
            ? (LETTERS.get((letter ?? '').toLowerCase()) ?? '')
            : String.fromCharCode(parseInt(code, 16)),
      )
    : text;

const LETTERS = new Map([
  ['n', '\n'],
  ['r', '\n'],
  ['t', '\t'],
  ['"', '"'],
  ['/', '/'],
]);
