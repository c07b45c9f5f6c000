import type { Bundle } from '../bundle/bundle.ts';
import type { Note } from '../bundle/note.ts';
import { isoOf, type CaptureTime } from '../facts/capture-time.ts';
import { gate } from '../facts/evidence-gate.ts';
import { known } from '../facts/known.ts';
import type { BundleRead } from '../captures/read-all.ts';
import { redactSecrets } from '../facts/redact-secrets.ts';
import type { RulePack } from '../rules/rule.ts';
import { VERSION } from '../version.ts';
import type { CaptureSource, Report } from './report.ts';

/** What every document about a bundle begins with. */
export type ReportHead = Pick<Report, 'schemaVersion' | 'locale' | 'generator' | 'bundle'>;

export interface HeadParts {
  readonly bundle: Bundle;
  readonly read: Pick<BundleRead, 'kind' | 'label'>;
  readonly rules: readonly RulePack[];
  readonly locale: string;
  readonly capturedAt: CaptureTime | undefined;
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
    name: redactSecrets(bundle.name),
    kind: read.kind,
    container: bundle.container,
    ...(capturedAt && timeOf(capturedAt, read)),
  },
});

/** When it was captured, what tells so, and how sure that is. */
function timeOf(time: CaptureTime, { label }: Pick<BundleRead, 'label'>): Partial<Report['bundle']> {
  const { at, from, zone, path, line, text, earliest, latest } = time;
  const source: CaptureSource = known<CaptureSource>({
    from,
    zone,
    path: path === undefined ? undefined : label(path),
    line,
    text: text === undefined ? undefined : gate(text),
    earliest: isoOf(earliest),
    latest: isoOf(latest),
  });
  return known<Partial<Report['bundle']>>({ capturedAt: isoOf(at), capturedAtSource: source });
}

export interface NoteParts {
  readonly read: Pick<BundleRead, 'label'>;
  readonly notes: readonly Note[];
}

/** The notes under the names that the files go by. */
export const labeledNotes = ({ read, notes }: NoteParts): readonly Note[] =>
  notes.map((note) => ({
    ...note,
    message: redactSecrets(note.message),
    ...(note.path !== undefined && { path: read.label(note.path) }),
  }));
