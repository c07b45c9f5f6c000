/** Everything a report can remark about its input; codes are API and only ever added to. */
export const NOTE_CODES = [
  'archive-damaged',
  'archive-garbage-after-end',
  'archive-unsupported',
  'binary-file',
  'captured-at-unknown',
  'context-unread',
  'duplicate-path',
  'file-changed',
  'gzip-damaged',
  'input-empty',
  'limit-entries',
  'limit-evidence',
  'limit-facts',
  'limit-line',
  'limit-meta',
  'limit-name',
  'limit-nesting',
  'limit-object-size',
  'limit-ratio',
  'limit-time',
  'limit-total-bytes',
  'link-outside',
  'object-damaged',
  'parser-failed',
  'sparse-skipped',
  'special-file-skipped',
  'stalled',
  'text-damaged',
  'unreadable',
] as const;

export type NoteCode = (typeof NOTE_CODES)[number];

/** One remark on the input: what happened, where, in a sentence that stands alone. */
export interface Note {
  readonly code: NoteCode;
  readonly path?: string;
  readonly line?: number;
  readonly message: string;
}

/** Notes that mean a part of the input was not read (exit code 3). */
export const isLoss = (note: Note): boolean => !HARMLESS.has(note.code);

const HARMLESS = new Set<NoteCode>([
  'archive-garbage-after-end',
  'binary-file',
  'captured-at-unknown',
  'context-unread',
  'duplicate-path',
  'input-empty',
  'limit-evidence',
  'limit-name',
  'link-outside',
  'special-file-skipped',
]);
