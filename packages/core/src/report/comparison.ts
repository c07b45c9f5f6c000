import type { Note } from '../bundle/note.ts';
import type { Change } from '../findings/compare/change.ts';
import type { Report } from './report.ts';

/** What became of each cause between two bundles of one cluster. */
export interface Comparison extends Pick<Report, 'schemaVersion' | 'locale' | 'generator'> {
  readonly before: Report['bundle'];
  readonly after: Report['bundle'];
  /** In the order of the rules; what became of the same cause of several objects is one. */
  readonly changes: readonly Change[];
  readonly notes: { readonly before: readonly Note[]; readonly after: readonly Note[] };
}
