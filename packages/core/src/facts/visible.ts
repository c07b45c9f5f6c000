/**
 * Makes everything that acts instead of showing readable: control characters (ESC as `^[`), directions of writing,
 * characters without width, halves of surrogate pairs. A tab becomes a blank; a line end stays where `lines` says so.
 */
export const visible = (text: string, lines: 'keep' | 'show' = 'show'): string => {
  if (PLAIN.test(text)) return text;
  return text.replace(HIDDEN, (character) => {
    if (character === '\t') return ' ';
    if (character === '\n' && lines === 'keep') return character;
    return character === '\u001b' ? '^[' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
  });
};

const PLAIN = /^[ -~]*$/;

/** Also what no category names and no font draws: the Hangul fillers, the braille blank. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;
