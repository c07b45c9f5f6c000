import type { Line } from '../bundle/line.ts';
import type { CaptureContext, CaptureKind, Reading, Recognition } from './capture.ts';
import { assumedHeading } from './text/column-heading.ts';
import { EVENT_GRAMMAR, eventOf } from './text/event-row.ts';
import { originOf } from './text/origin.ts';
import { bareRowAt, readBareRow, tableEnds, tableGoesOn, tableRows } from './text/table-capture.ts';
import { headingAt, type TableForm } from './text/table-heading.ts';

/**
 * `kubectl get events` and `kubectl events`, also with `-A`, `-o wide` or `--sort-by`, and the table before 1.14.
 *
 *     NAMESPACE     LAST SEEN           TYPE      REASON             OBJECT                 MESSAGE
 *     kube-system   18s                 Warning   FailedScheduling   pod/extension-agent    0/2 nodes are available: ...
 *     shop          3m53s (x7 over 33m) Warning   BackOff            Pod/web-0              Back-off restarting failed container
 */
export const kubectlGetEvents: CaptureKind = {
  name: 'kubectl get events',
  recognize,
  continues: (line, sofar) => tableGoesOn(line, sofar, FORM),
  parse,
  headingLines: (lines) => (headingAt(lines, FORM) ? 1 : 0),
  splitsBefore: (line) => readBareRow(line.text, FORM) !== undefined,
  begins: (lines) => (headingAt(lines, FORM) ? 'yes' : 'unknown'),
  ends: (lines) => tableEnds(lines, { head: [] }, FORM),
};

function recognize(lines: readonly Line[]): Recognition {
  const text = lines[0]?.text ?? '';
  if (MAY_BEGIN.test(text) && headingAt(lines, FORM)) return 3;
  return bareRowAt(lines, FORM) ? 2 : 0;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const { row, line } of tableRows(lines, context, FORM)) {
    const fact = eventOf(row.cells, originOf(context.path, line));
    if (fact) yield { fact, quotes: { '': line } };
    else context.unreadLines++;
  }
}

const MAY_BEGIN = /^[A-Z ()\t_-]{1,300}\bREASON\b/;

/** A type behind an age. */
const MAY_BE_ROW = /^\s{0,80}(?:\S{1,253}\s{1,80})?(?:<|\d)[^\n]{0,60}\s(?:Normal|Warning)\s/;

const PLAIN = ['last seen', 'type', 'reason', 'object', 'message'];
const WIDE = [...PLAIN.slice(0, -1), 'subobject', 'source', 'message', 'first seen', 'count', 'event name'];

const FORM: TableForm = {
  grammar: EVENT_GRAMMAR,
  isHeading: (columns) =>
    columns.has('reason') &&
    columns.has('message') &&
    !columns.has('from') &&
    ['type', 'object', 'last seen', 'lastseen'].some((heading) => columns.has(heading)),
  mayBeRow: MAY_BE_ROW,
  assumed: [WIDE, PLAIN]
    .flatMap((columns) => [columns, ['namespace', ...columns]])
    .map((columns) => assumedHeading(columns, EVENT_GRAMMAR)),
  goesOn: true,
};
