import type { Report } from '../report/report.ts';
import { mapStrings, showControls } from './harmless.ts';
import { jsonDocument } from './json.ts';
import { resultOf } from './sarif-result.ts';
import { notificationsOf } from './sarif-notifications.ts';
import { rulesOf } from './sarif-rules.ts';

/** How many results a log holds; services that take SARIF show no more of one run. */
const RESULTS = 5000;

/**
 * A report as a SARIF 2.1.0 log (OASIS standard): a run with one result for each finding, at the lines that show it, and
 * what was not read or judged as notifications.
 */
export function sarifReporter(report: Report): string {
  const shown = mapStrings(report, showControls);
  const findings = shown.findings.slice(0, RESULTS);
  const rules = rulesOf(findings);
  const run = {
    tool: {
      driver: {
        name: 'Referto',
        semanticVersion: shown.generator.version,
        rules,
      },
      extensions: shown.generator.packs.map(({ name, version, hash }) => ({ name, version, properties: { hash } })),
    },
    automationDetails: { id: `referto/${encodeURIComponent(shown.bundle.name)}` },
    language: shown.locale === 'it' ? 'it-IT' : 'en-US',
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { BUNDLE: { description: { text: `The root of the bundle ${shown.bundle.name}` } } },
    invocations: [invocationOf(shown, shown.findings.length - findings.length)],
    results: findings.map((finding) =>
      resultOf(
        finding,
        rules.findIndex(({ id }) => id === finding.rule),
      ),
    ),
    properties: { bundle: shown.bundle, coverage: { files: shown.coverage.files, rules: shown.coverage.rules } },
  };
  return jsonDocument({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The analysis itself succeeded: what it could not read or judge is told by notifications. */
const invocationOf = (report: Report, leftOut: number): object => ({
  executionSuccessful: true,
  ...notificationsOf(report, leftOut),
});
