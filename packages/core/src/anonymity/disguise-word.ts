import { isWellKnown } from './well-known.ts';

/** Draws whole numbers from 0 up to `below`. */
export type Draw = (below: number) => number;

/** Gives other words, each as long and of the same shape; the same word gets the same, and no two words one. */
export type DisguiseWord = (word: string) => string;

/** `taken` are words that must not come out, as they stand for something already; `drawFor` gives the chance of a word. */
export function createWordDisguise(taken: ReadonlySet<string>, drawFor: (word: string) => Draw): DisguiseWord {
  const given = new Map<string, string>();
  const used = new Set<string>();
  return (word) => {
    const key = word.toLowerCase();
    const disguise = given.get(key) ?? pickWord(key, { taken, used, draw: drawFor(key) });
    given.set(key, disguise);
    used.add(disguise);
    return withCase(disguise, word);
  };
}

interface Picking {
  readonly taken: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
  readonly draw: Draw;
}

/**
 * What tells generated names from chosen ones are vowels, digits and hexadecimal digits, so each letter gives way to one of
 * its own class. Where all such words are given away, any letter will do.
 */
function pickWord(word: string, { taken, used, draw }: Picking): string {
  for (let round = 0; round < TRIES; round += 1) {
    const classes = round < TRIES / 2 ? CLASSES : WIDE_CLASSES;
    const other = word.replace(/[a-z0-9]/g, (letter) => sameClass(letter, classes, draw));
    const free = other !== word && !used.has(other);
    if (free && (round > TRIES * 0.9 || (!taken.has(other) && !isWellKnown(other) && !SPEAKS.test(other))))
      return other;
  }
  return firstFree(word.length, used);
}

const TRIES = 2000;
const CLASSES = ['bcdf', 'ghjklmnpqrstvwxz', 'ae', 'iouy', '2456789', '013'];
const WIDE_CLASSES = ['abcdefghijklmnopqrstuvwxyz', '0123456789'];

/** What YAML takes for no text, and what names a secret. */
const SPEAKS = /^(?:0[xo].*|\d+e\d+|nan|inf|on|off)$|pass|pwd|key|token|secret|auth|cookie|bearer|basic/;

function sameClass(letter: string, classes: readonly string[], draw: Draw): string {
  const own = classes.find((letters) => letters.includes(letter)) ?? letter;
  return own[draw(own.length)] ?? letter;
}

/** Counts through the words of a length; there are not more to be disguised than there are. */
function firstFree(length: number, used: ReadonlySet<string>): string {
  for (let count = 0; ; count += 1) {
    const word = count.toString(36).padStart(length, 'a').slice(-length);
    if (!used.has(word) || count > used.size) return word;
  }
}

const withCase = (disguise: string, word: string): string =>
  word === word.toLowerCase()
    ? disguise
    : disguise.replace(/[a-z]/g, (letter, at: number) =>
        /[A-Z]/.test(word[at] ?? '') ? letter.toUpperCase() : letter,
      );
