import type { Line } from '../bundle/line.ts';
import type { ReleaseFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Complete, Reading } from './capture.ts';
import { assumedHeading, type ColumnGrammar, type Grammar, type Row } from './text/column-heading.ts';
import { printedTime } from './text/log-time.ts';
import { originOf } from './text/origin.ts';
import { readReleaseRecords, type ReleaseRecord } from './text/release-record.ts';
import { readBareRow, tableEnds, tableGoesOn, tableRows } from './text/table-capture.ts';
import { headingAt, type TableForm } from './text/table-heading.ts';

/**
 * `helm list`, `helm history RELEASE` and `helm status RELEASE`, also as JSON or YAML.
 *
 *     NAME    NAMESPACE    REVISION  UPDATED                                  STATUS           CHART        APP VERSION
 *     dapr    dapr-system  2         2024-02-07 06:04:43.672123 +0000 UTC     pending-upgrade  dapr-1.14.4  1.14.4
 *
 *     REVISION  UPDATED                   STATUS      CHART        APP VERSION  DESCRIPTION
 *     1         Wed Feb  7 06:04:43 2024  superseded  dapr-1.13.0  1.13.0       Install complete
 */
export const helmReleases: CaptureKind = {
  name: 'helm releases',
  recognize: (lines) => {
    const text = lines[0]?.text ?? '';
    if (MAY_BEGIN.test(text) && headingAt(lines, FORM)) return 3;
    if (isRecord(lines)) return 3;
    return readBareRow(text, FORM) ? 2 : 0;
  },
  continues: (line, sofar) =>
    /^(?:NAME: |- |\[|\{)/.test(sofar.lines[0]?.text ?? '')
      ? recordGoesOn(line, sofar.lines)
      : tableGoesOn(line, sofar, FORM),
  *parse(lines, context) {
    const all = [...lines];
    const facts = isRecord(all) ? readReleaseRecords(all).map(recordReader(context)) : [...rowFacts(all, context)];
    for (const { fact, line } of withLatest(facts)) yield { fact, quotes: { '': line } } satisfies Reading;
  },
  headingLines: (lines) => (headingAt(lines, FORM) ? 1 : 0),
  begins: (lines) => (isRecord(lines) || headingAt(lines, FORM) ? 'yes' : 'unknown'),
  ends: (lines) => (isRecord(lines) ? recordEnds(lines) : tableEnds(lines, { head: [] }, FORM)),
};

const MAY_BEGIN = /^\s*(?:NAME\s+NAMESPACE\s+REVISION\s|REVISION\s+UPDATED\s)/;

/** `helm status`, and lists as JSON or YAML. */
const isRecord = (lines: readonly Line[]): boolean => {
  const first = lines[0]?.text ?? '';
  if (/^NAME: \S/.test(first)) return (lines[1]?.text ?? '').startsWith('LAST DEPLOYED: ');
  if (/^- app_version: ?/.test(first)) return (lines[1]?.text ?? '').startsWith('  chart: ');
  return (
    (first.startsWith('[') || first.startsWith('{')) &&
    JSON_RELEASE.test(
      lines
        .slice(0, 12)
        .map(({ text }) => text.slice(0, 2000))
        .join('\n'),
    )
  );
};

const recordEnds = (lines: readonly Line[]): Complete =>
  /^[[{]/.test(lines[0]?.text ?? '') && !/[\]}]\s*$/.test(lines.at(-1)?.text ?? '') ? 'no' : 'yes';

const JSON_RELEASE =
  /^\[\s{0,20}\{(?=[^{}]{0,2000}"status")(?=[^{}]{0,2000}"updated")|^\{\s{0,20}"name"\s?:\s?"[^"]{1,60}",\s{0,20}"info"\s?:\s?\{[^}]{0,2000}"status"/;

const recordGoesOn = (line: Line, lines: readonly Line[]): boolean => {
  const first = lines[0]?.text ?? '';
  const before = lines.at(-1)?.text ?? '';
  if (first.startsWith('NAME: ')) return !OTHER.test(line.text);
  if (first.startsWith('- ')) return /^(?:- | {2}[a-z_]{1,20}:)/.test(line.text);
  return lines.length === 1 ? !/[\]}]\s*$/.test(before) : !/^[\]}]\s*$/.test(before);
};

/** Where the text of another command begins behind what a chart has to say. */
const OTHER = /^(?:NAME\s|NAMESPACE\s|REVISION\s|LAST SEEN\s|NAME: |Name:\s|Server:\s|Events:\s|apiVersion:|\{)/;

const STATUS: ColumnGrammar = {
  test: /^(?:unknown|deployed|uninstalled|uninstalling|superseded|failed|pending(?:[-_](?:install|upgrade|rollback))?|deleted|deleting)$/i,
};

const GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ['name', { test: /^[a-z0-9{<[][\w.{}<>[\]-]*$/ }],
  ['namespace', { test: /^[a-z0-9{<[][\w.{}<>[\]-]*$/ }],
  ['revision', { test: /^\d{1,9}$/ }],
  [
    'updated',
    {
      test: /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [+-]\d{4}(?: [A-Z\d+-]{2,5})?)?|[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d \d{4}|\d{4}-\d\d-\d\dT\S+)$/,
      words: 5,
    },
  ],
  ['status', STATUS],
  ['chart', { test: /^\S+$/ }],
  ['app version', { test: /^(?:[^\sA-Z]\S*|[^\s\d]*\d\S*)$/, optional: true }],
  ['description', { test: /[^]/, free: true }],
]);

const LIST = ['name', 'namespace', 'revision', 'updated', 'status', 'chart', 'app version'];
const HISTORY = ['revision', 'updated', 'status', 'chart', 'app version', 'description'];

const FORM: TableForm = {
  grammar: GRAMMAR,
  isHeading: (columns) => ['revision', 'updated', 'status', 'chart'].every((heading) => columns.has(heading)),
  mayBeRow:
    /^\s*(?:\S{1,253}\s+\S{1,63}\s+)?\d{1,9}\s+(?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2} [A-Z][a-z]{2} +\d{1,2}) \d\d:\d\d:\d\d/,
  assumed: [LIST, HISTORY].map((columns) => assumedHeading(columns, GRAMMAR)),
};

interface Placed {
  readonly fact: ReleaseFact;
  readonly line: Line;
}

function* rowFacts(lines: readonly Line[], context: CaptureContext): Generator<Placed, void, undefined> {
  for (const { row, line } of tableRows(lines, context, FORM)) {
    if (row.cells.has('status')) yield { fact: factOf(recordOf(row), line, context), line };
    else context.unreadLines++;
  }
}

const recordOf = ({ cells }: Row): ReleaseRecord =>
  known<ReleaseRecord>({
    name: cells.get('name'),
    namespace: cells.get('namespace'),
    revision: cells.get('revision'),
    updated: cells.get('updated'),
    status: cells.get('status'),
    chart: cells.get('chart'),
    appVersion: cells.get('app version'),
    description: cells.get('description'),
    cells: Object.fromEntries([...cells].filter(([heading]) => heading !== 'name' && heading !== 'namespace')),
  });

const recordReader =
  (context: CaptureContext) =>
  ({ record, line }: { readonly record: ReleaseRecord; readonly line: Line }): Placed => ({
    fact: factOf(record, line, context),
    line,
  });

const factOf = (record: ReleaseRecord, line: Line, { path, command }: CaptureContext): ReleaseFact => {
  const { revision, updated, ...printed } = record;
  return known<ReleaseFact>({
    kind: 'release',
    origin: originOf(path, line),
    ...printed,
    name: record.name ?? askedName(command),
    namespace: record.namespace ?? command?.namespace,
    revision: revision === undefined ? undefined : Number(revision),
    time: updated === undefined ? undefined : printedTime(updated),
    latest: undefined,
  });
};

/** A history does not name its release. */
const askedName = (command: Command | undefined): string | undefined =>
  command?.program === 'helm' && /^(?:history|status)$/.test(command.verb ?? '') ? command.names[0] : undefined;

const withLatest = (all: readonly Placed[]): readonly Placed[] => {
  const newest = new Map<string, number>();
  for (const { fact } of all) newest.set(keyOf(fact), Math.max(fact.revision ?? 0, newest.get(keyOf(fact)) ?? 0));
  return all.map(({ fact, line }) => ({
    fact: { ...fact, latest: (fact.revision ?? 0) === newest.get(keyOf(fact)) },
    line,
  }));
};

const keyOf = ({ name, namespace }: ReleaseFact): string => JSON.stringify([name, namespace]);
