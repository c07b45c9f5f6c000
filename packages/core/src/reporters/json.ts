import type { Report } from '../report/report.ts';
import { escapeCommands } from './harmless.ts';

/** The report as the JSON document that `report.schema.json` describes; nothing in it acts on a terminal or a CI log. */
export const jsonReporter = (report: Report): string => jsonDocument(ordered(report));

/** The same as one line, for a stream of reports. */
export const ndjsonReporter = (report: Report): string => jsonLine(ordered(report));

/** A value as a JSON document in which nothing acts. */
export const jsonDocument = (value: object): string => `${escapeCommands(JSON.stringify(value, null, 2))}\n`;

/** A value as one line of JSON, for streams of them. */
export const jsonLine = (value: object): string => `${escapeCommands(JSON.stringify(value))}\n`;

/** The parts of a report in their published order, whoever made it. */
function ordered({ schemaVersion, locale, generator, bundle, findings, coverage, notes, ...more }: Report): Report {
  return { schemaVersion, locale, generator, bundle, findings, coverage, notes, ...more };
}
