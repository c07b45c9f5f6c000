import type { Bundle } from '../bundle/bundle.ts';
import type { Note } from '../bundle/note.ts';
import type { BundleRead } from '../captures/read-all.ts';
import type { RulePack } from '../rules/rule.ts';
import { VERSION } from '../version.ts';
import type { Report } from './report.ts';

/** What every document about a bundle begins with. */
export type ReportHead = Pick<Report, 'schemaVersion' | 'locale' | 'generator' | 'bundle'>;

export interface HeadParts {
  readonly bundle: Bundle;
  readonly read: Pick<BundleRead, 'kind'>;
  readonly rules: readonly RulePack[];
  readonly locale: string;
  readonly capturedAt: number | undefined;
}

/** Who says it, in which language, by which rules, and of which bundle. */
export const reportHead = ({ bundle, read, rules, locale, capturedAt }: HeadParts): ReportHead => ({
  schemaVersion: 1,
  locale,
  generator: {
    name: 'referto',
    version: VERSION,
    packs: rules.map(({ name, version, hash }) => ({ name, version, hash })),
  },
  bundle: {
    name: bundle.name,
    kind: read.kind,
    container: bundle.container,
    ...(capturedAt === undefined ? {} : { capturedAt: new Date(capturedAt).toISOString() }),
  },
});

export interface NoteParts {
  readonly read: Pick<BundleRead, 'label'>;
  readonly notes: readonly Note[];
}

/** The notes under the names that the files go by. */
export const labeledNotes = ({ read, notes }: NoteParts): readonly Note[] =>
  notes.map((note) => (note.path === undefined ? note : { ...note, path: read.label(note.path) }));
