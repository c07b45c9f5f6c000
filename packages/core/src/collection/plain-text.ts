/** Text on one line and in ASCII, for the comments of a script: what could end a line or turn it around becomes `?`. */
export const plainText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/gu, '?')
    .trim();
