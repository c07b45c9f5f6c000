import { gate } from '../facts/evidence-gate.ts';
import { mayHoldSecret } from '../facts/may-hold-secret.ts';
import type { Capture } from './capture.ts';
import type { MemberRead } from './read-member.ts';

/**
 * Files of which there is nothing to say but that they were read, by path: those that hold nothing, and those that hold
 * words which no command printed and in which nothing was found. An archive can hold very many, so no more is kept of one.
 */
export interface QuietFiles {
  readonly empty: readonly string[];
  readonly words: readonly string[];
}

/** One of them, when it has been read. */
export interface QuietFile {
  readonly path: string;
  readonly quiet: keyof QuietFiles;
  readonly lines: number;
}

/** What the one capture of a file of words is like. */
export const BARE_WORDS: {
  readonly line: 1;
  readonly kind: 'text';
  readonly complete: 'unknown';
  readonly why: 'no known form';
  readonly quoted: 'prose';
} = {
  line: 1,
  kind: 'text',
  complete: 'unknown',
  why: 'no known form',
  quoted: 'prose',
};

/** Which of them a file is, if it is one. Its path and its first line are such that they can be shown as they stand. */
export function quietAs({ path, captures, readings, lines }: MemberRead): keyof QuietFiles | undefined {
  if (readings.length > 0 || captures.length > 1 || mayHoldSecret(path)) return undefined;
  const [capture] = captures;
  if (capture === undefined) return lines === 0 ? 'empty' : undefined;
  return isBare(capture) ? 'words' : undefined;
}

const isBare = ({ line, kind, complete, why, quoted, command, told, firstLine: { text } }: Capture): boolean =>
  kind === BARE_WORDS.kind &&
  line === BARE_WORDS.line &&
  complete === BARE_WORDS.complete &&
  why === BARE_WORDS.why &&
  quoted === BARE_WORDS.quoted &&
  command === undefined &&
  told === undefined &&
  gate(text) === text;
