import { byPlace } from '../bundle/create-budget.ts';
import { keepStream } from '../bundle/keep-stream.ts';
import type { Note } from '../bundle/note.ts';
import type { BundleSource } from '../bundle/open-bundle.ts';
import type { Report } from '../report/report.ts';
import { readContext, type ContextOptions } from './read-context.ts';

/** A source that is analyzed, and the way to put the lines around its quotes into the report. */
export interface Quoting {
  readonly source: BundleSource;
  addTo(report: Report, options: Omit<ContextOptions, 'lines' | 'milliseconds'>): Promise<Report>;
}

/** Of a stream so many bytes are held to be read again. */
const HELD_BYTES = 64 * 1024 * 1024;

/** The longest that a bundle is read for the second time. */
const MOST_MILLISECONDS = 30_000;

/** The most lines before and after a quote. */
const MOST_LINES = 10;

/** Begins before the source is read, for a stream is gone then. `lines`: how many before and after each quote. */
export function quotingOf(source: BundleSource, lines: number): Quoting {
  if (!(lines > 0)) return { source, addTo: (report) => Promise.resolve(report) };
  const kept = keepStream(source, HELD_BYTES);
  return {
    source: kept.source,
    addTo: (report, options) =>
      addContext(report, kept.again(), {
        ...options,
        lines: Math.min(Math.ceil(lines), MOST_LINES),
        milliseconds: MOST_MILLISECONDS,
      }),
  };
}

/** With a note where they cannot be read again. */
async function addContext(report: Report, source: BundleSource | undefined, options: ContextOptions): Promise<Report> {
  if (source === undefined) return withNote(report, 'the stream is too long to be held');
  try {
    const { lines, late } = await readContext(source, report.findings, options);
    const told = lines.length === 0 ? report : { ...report, context: { reach: options.lines, lines } };
    return late ? withNote(told, 'not all of it could be read again in time') : told;
  } catch (error) {
    options.signal?.throwIfAborted();
    return withNote(report, error instanceof Error ? error.message : String(error));
  }
}

function withNote(report: Report, why: string): Report {
  const note: Note = { code: 'context-unread', message: `the lines around the quotes are not shown: ${why}` };
  return { ...report, notes: [...report.notes, note].sort(byPlace) };
}
