import type { Report } from '../report/report.ts';
import { coverageLines } from './coverage-lines.ts';
import { incidentLines } from './incident-lines.ts';
import { incidentsOf } from './incidents.ts';
import { breakCommands, mapStrings, showControls } from './harmless.ts';
import { suppressionLines } from './suppression-lines.ts';
import { plainStyle, type Style } from './style.ts';
import { timelineLines } from './timeline-lines.ts';
import { timelineWordsOf } from './timeline-words.ts';
import { wordsOf, type Locale } from './words.ts';

export interface TextOptions {
  /** Language of the words around the rules' own; the report's where it is not given. */
  readonly locale?: Locale;
  /** Columns that prose may take (default 100); commands and quotes are never broken. */
  readonly width?: number;
  /** Colors; none by default. */
  readonly style?: Style;
}

/** A report for people: findings with their causes, evidence and solutions, then what was read and what was not. */
export function textReporter(report: Report, options: TextOptions = {}): string {
  const { locale = report.locale, width = 100, style = plainStyle } = options;
  const page = { words: wordsOf(locale), style, width };
  const shown = mapStrings(report, showControls);
  const incidents = incidentsOf(shown.findings.filter(({ suppressed }) => !suppressed)).flatMap((incident) => [
    ...incidentLines(incident, page),
    '',
  ]);
  const nothing = shown.findings.length === 0 ? [page.words.nothingFound, ''] : [];
  const timeline = shown.timeline ? timelineLines(shown.timeline, { ...page, timeline: timelineWordsOf(locale) }) : [];
  const lines = [
    ...nothing,
    ...incidents,
    ...timeline,
    ...suppressionLines(shown, page),
    ...coverageLines(shown, page),
  ];
  return breakCommands(`${lines.join('\n')}\n`);
}
