import { DEFAULT_LIMITS } from './budget.ts';
import type { Budget, Limits } from './budget.ts';
import type { Note, NoteCode } from './note.ts';

/** Notes kept of one code; a hostile bundle could cause hundreds of thousands, so the others are counted. */
const NOTES_PER_CODE = 100;

/** The account of one run, with the default limits unless told otherwise. */
export function createBudget(limits: Partial<Limits> = {}): Budget {
  const kept = new Map<NoteCode, KeptNotes>();
  /** Asked for with each file, and seldom changed. */
  let listed: readonly Note[] | undefined;
  return {
    limits: { ...DEFAULT_LIMITS, ...limits },
    spent: { bytes: 0, entries: 0, facts: 0 },
    get notes() {
      return (listed ??= [...kept.entries()].flatMap(([code, notes]) => listNotes(code, notes)).toSorted(byPlace));
    },
    note(code, message, at = {}) {
      const notes = kept.get(code) ?? { byPath: new Map<string, Note>(), dropped: 0 };
      kept.set(code, notes);
      listed = undefined;
      keepNote(notes, { code, message, ...at });
    },
  };
}

/** How many of `count` more bytes may be used; fewer than asked means that the limit is reached. */
export function spendBytes(budget: Budget, count: number): number {
  const granted = Math.max(0, Math.min(count, budget.limits.totalBytes - budget.spent.bytes));
  budget.spent.bytes += granted;
  return granted;
}

/** Whether one more entry of a folder or an archive may be read. */
export function spendEntry(budget: Budget): boolean {
  if (budget.spent.entries >= budget.limits.entries) return false;
  budget.spent.entries += 1;
  return true;
}

/** Says that the limit on all bytes of a run ended the reading of `path`. */
export function noteTotalBytes(budget: Budget, path: string | undefined): void {
  const message = `the limit of ${budget.limits.totalBytes} decompressed bytes was reached; the rest was not read`;
  budget.note('limit-total-bytes', message, placed(path));
}

/** Says that the limit on entries ended the reading of `path`. */
export function noteEntries(budget: Budget, path: string | undefined): void {
  const message = `the limit of ${budget.limits.entries} entries was reached; the rest was not read`;
  budget.note('limit-entries', message, placed(path));
}

/** The place of a note, where the path is the bundle itself if there is none. */
export const placed = (path: string | undefined): { readonly path?: string } =>
  path === undefined || path === '' ? {} : { path };

interface KeptNotes {
  byPath: Map<string, Note>;
  dropped: number;
}

function keepNote(notes: KeptNotes, note: Note): void {
  const path = note.path ?? '';
  if (notes.byPath.has(path)) return;
  notes.byPath.set(path, note);
  if (notes.byPath.size > 2 * NOTES_PER_CODE) trim(notes);
}

/** Keeps the first by path, so that what is kept does not depend on the order of arrival. */
function trim(notes: KeptNotes): void {
  const sorted = [...notes.byPath.entries()].toSorted(([a], [b]) => compare(a, b));
  notes.dropped += sorted.length - NOTES_PER_CODE;
  notes.byPath = new Map(sorted.slice(0, NOTES_PER_CODE));
}

function listNotes(code: NoteCode, notes: KeptNotes): readonly Note[] {
  if (notes.byPath.size > NOTES_PER_CODE) trim(notes);
  const listed = [...notes.byPath.values()];
  return notes.dropped === 0 ? listed : [...listed, { code, message: `and ${notes.dropped} more of this kind` }];
}

/** By path, then by line. */
export const byPlace = (a: Note, b: Note): number =>
  compare(a.path ?? '', b.path ?? '') || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code);

/** By code unit: the same on every machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
