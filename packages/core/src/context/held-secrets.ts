import { secretMark, type MarkSecret } from '../facts/mark-secret.ts';

/** Holds secrets back until it is known in which order they are to be marked. */
export interface HeldSecrets {
  readonly hold: MarkSecret;
  /** The text with marks where secrets were held back. */
  readonly release: (text: string, mark: MarkSecret) => string;
}

/** Nothing held yet. */
export function heldSecrets(): HeldSecrets {
  const numbers = new Map<string, number>();
  return {
    hold: (secret) => {
      const number = numbers.get(secret) ?? numbers.size;
      numbers.set(secret, number);
      return secretMark(`${NAME}${number}`);
    },
    release: (text, mark) => {
      const secrets = [...numbers.keys()];
      return text.replace(HELD, (held, number: string) => {
        const secret = secrets[Number(number)];
        return secret === undefined ? held : mark(secret);
      });
    },
  };
}

const NAME = 'held_';
const HELD = /<secret:held_(\d{1,9})>/g;
