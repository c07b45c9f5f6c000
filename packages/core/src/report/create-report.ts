import type { BundleRead, FileRead } from '../captures/read-all.ts';
import type { FactSet } from '../facts/fact-set.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import type { Finding } from '../findings/finding.ts';
import { clusterMapOf } from './cluster-map.ts';
import { coverageOf } from './coverage.ts';
import { labeledNotes, reportHead, type HeadParts, type NoteParts } from './report-head.ts';
import type { Coverage, Report } from './report.ts';

/** What a report is made of. */
export interface ReportParts extends HeadParts, NoteParts {
  readonly read: BundleRead<FileRead>;
  readonly facts: FactSet;
  readonly mark: MarkSecret;
  readonly judged: {
    readonly findings: readonly Finding[];
    readonly judged: Coverage['judged'];
    readonly notJudged: Coverage['notJudged'];
    readonly timeline?: Report['timeline'];
  };
}

/** Puts findings and coverage into one document whose order depends on nothing but its content. */
export function createReport(parts: ReportParts): Report {
  const notes = labeledNotes(parts);
  const { findings, timeline } = parts.judged;
  const cluster = findings.length > 0 ? clusterMapOf(parts.facts) : undefined;
  return {
    ...reportHead(parts),
    findings,
    ...(timeline && { timeline }),
    ...(cluster && { cluster }),
    coverage: coverageOf(parts, notes),
    notes,
  };
}
