import type { Finding, Suppression } from '../findings/finding.ts';
import type { Report, SuppressionEntry } from '../report/report.ts';
import type { Baseline } from './load-baseline.ts';
import type { Configuration } from './load-configuration.ts';
import {
  suppressedByBaseline,
  suppressedByConfiguration,
  type FoundSuppressions,
  type Suppressible,
} from './suppression-of.ts';

/** What is known and does not count. */
export interface Suppressions {
  readonly configuration?: Configuration;
  readonly baseline?: Baseline;
  /** The day that expiries are compared with, `YYYY-MM-DD`; absent: the day on which the captures were taken. */
  readonly today?: string;
}

/** A report whose findings say by what they are suppressed. All of them stay in it. */
export function suppressFindings(report: Report, suppressions: Suppressions): Report {
  const asOf = suppressions.today ?? report.bundle.capturedAt?.slice(0, 10);
  const look = suppressionFinder(suppressions, asOf);
  const findings = report.findings.map((finding) => marked(finding, look(finding)));
  const used = findings.flatMap(({ suppressed }) => suppressed ?? []);
  const entries = entriesOf(suppressions, { asOf, used, findings });
  return {
    ...report,
    findings,
    suppressed: { ...(asOf !== undefined && { asOf }), findings: used.length, entries },
  };
}

/** Says by what findings are suppressed on a day; without a day, no entry that expires counts. */
export function suppressionFinder(
  { configuration, baseline }: Suppressions,
  asOf: string | undefined,
): (finding: Suppressible) => FoundSuppressions {
  const valid = configuration && {
    ...configuration,
    suppress: configuration.suppress.filter(({ expires }) => asOf !== undefined && asOf <= expires),
  };
  return (finding) => {
    if (finding.status === 'resolved') return { causes: new Map() };
    const configured = valid ? suppressedByConfiguration(finding, valid) : { causes: new Map<string, Suppression>() };
    const known = configured.finding ?? (baseline && suppressedByBaseline(finding, baseline));
    return { ...configured, ...(known && { finding: known }) };
  };
}

const marked = (finding: Finding, { finding: suppressed, causes }: FoundSuppressions): Finding => ({
  ...finding,
  causes: finding.causes.map((cause) => {
    const known = causes.get(cause.id);
    return known ? { ...cause, suppressed: known } : cause;
  }),
  ...(suppressed && { suppressed }),
});

interface Counting {
  readonly asOf: string | undefined;
  readonly used: readonly Suppression[];
  readonly findings: readonly Finding[];
}

function entriesOf({ configuration, baseline }: Suppressions, counting: Counting): readonly SuppressionEntry[] {
  const { asOf, used, findings } = counting;
  const count = (path: string, line?: number): number =>
    used.filter((one) => one.path === path && one.line === line).length;
  const ofCauses = (line: number): boolean =>
    findings.some(({ causes }) => causes.some(({ suppressed }) => suppressed?.line === line));
  const configured = (configuration?.suppress ?? []).map((entry): SuppressionEntry => {
    const suppressed = count(configuration!.path, entry.line);
    const isUsed = suppressed > 0 || ofCauses(entry.line);
    const state = asOf === undefined ? 'undated' : entry.expires < asOf ? 'expired' : isUsed ? 'used' : 'unused';
    return { by: 'configuration', path: configuration!.path, ...entry, state, findings: suppressed };
  });
  if (!baseline) return configured;
  const known = count(baseline.path);
  return [
    ...configured,
    { by: 'baseline', path: baseline.path, state: known > 0 ? 'used' : 'unused', findings: known },
  ];
}
