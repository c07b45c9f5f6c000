import type { Bundle } from '../bundle/bundle.ts';
import type { Note } from '../bundle/note.ts';
import type { BundleRead } from '../captures/read-all.ts';
import type { FactSet } from '../facts/fact-set.ts';
import type { Finding } from '../findings/finding.ts';
import type { RulePack } from '../rules/rule.ts';
import { VERSION } from '../version.ts';
import { coverageOf } from './coverage.ts';
import type { Coverage, Report } from './report.ts';

/** What a report is made of. */
export interface ReportParts {
  readonly bundle: Bundle;
  readonly read: BundleRead;
  readonly facts: FactSet;
  readonly judged: {
    readonly findings: readonly Finding[];
    readonly judged: Coverage['rules'] | { readonly total: number; readonly judged: number };
    readonly notJudged: Coverage['notJudged'];
  };
  readonly rules: readonly RulePack[];
  readonly locale: string;
  readonly capturedAt: number | undefined;
  readonly notes: readonly Note[];
}

/** Puts findings and coverage into one document whose order depends on nothing but its content. */
export function createReport(parts: ReportParts): Report {
  const { bundle, read, rules, locale, capturedAt, judged } = parts;
  const notes = parts.notes.map((note) => (note.path === undefined ? note : { ...note, path: read.label(note.path) }));
  return {
    schemaVersion: 1,
    locale,
    generator: {
      name: 'referto',
      version: VERSION,
      packs: rules.map(({ name, version, hash }) => ({ name, version, hash })),
    },
    bundle: {
      name: bundle.name,
      kind: 'loose',
      container: bundle.container,
      ...(capturedAt === undefined ? {} : { capturedAt: new Date(capturedAt).toISOString() }),
    },
    findings: judged.findings,
    coverage: coverageOf(parts, notes),
    notes,
  };
}
