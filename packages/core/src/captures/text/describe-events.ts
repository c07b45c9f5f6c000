import type { Line } from '../../bundle/line.ts';
import type { CaptureContext, Reading } from '../capture.ts';
import { assumedHeading, type Row } from './column-heading.ts';
import { EVENT_GRAMMAR, eventOf, type DescribedObject } from './event-row.ts';
import { originOf } from './origin.ts';
import { messageGoesOn, readBareRow, tableRows, type Around } from './table-capture.ts';
import { headingOf, type TableForm } from './table-heading.ts';

/**
 * The events at the end of a description, with or without the row of dashes, and the older tables.
 *
 *     Events:
 *       Type     Reason            Age                 From               Message
 *       ----     ------            ----                ----               -------
 *       Warning  FailedScheduling  3m53s (x7 over 33m) default-scheduler  0/2 nodes are available: ...
 */
export function* describedEvents(
  lines: readonly Line[],
  context: CaptureContext,
  described: DescribedObject | undefined,
): Generator<Reading, void, undefined> {
  const rows = lines.filter(({ text }) => !DASHES.test(text) && !NO_EVENTS.test(text));
  for (const { row, line } of tableRows(rows, { ...context, head: [] }, FORM)) {
    const about = described ?? (SCHEDULING.has(row.cells.get('reason') ?? '') ? { kind: 'Pod' } : undefined);
    const fact = eventOf(row.cells, originOf(context.path, line), about);
    if (fact) yield { fact, quotes: { '': line } };
    else context.unreadLines++;
  }
}

/** Whether a line is the heading of such a table or a row of it. */
export const isEventLine = (text: string): boolean =>
  (MAY_BE_HEADING.test(text) && headingOf(text, FORM) !== undefined) || readEventRow(text) !== undefined;

/** Whether a line is the dashes below a heading; other tables of a description have them too. */
export const isDashes = (text: string): boolean => DASHES.test(text);

/** A row of such a table, told by its words alone. */
export const readEventRow = (text: string): Row | undefined => readBareRow(text, FORM);

/** Whether a line belongs to the message of an event above it. */
export const eventMessageGoesOn = (line: Line, around: Around): boolean => messageGoesOn(line, around, FORM);

const DASHES = /^\s*-{3,40}(?:\s+-{3,40})+\s*$/;
const NO_EVENTS = /^\s*(?:Events:\s*)?(?:<none>|No events\.?)?\s*$/;
const MAY_BE_HEADING = /^\s*(?:Type\s+Reason|FirstSeen|LastSeen)\s/;
const MAY_BE_ROW = /^\s*(?:Normal|Warning)\s+[A-Za-z]\S*\s+[<\d]/;

/** Reasons the scheduler reports, always of a pod. */
const SCHEDULING = new Set(['FailedScheduling', 'Scheduled', 'Preempted', 'NotTriggerScaleUp', 'TriggeredScaleUp']);

const FORM: TableForm = {
  grammar: EVENT_GRAMMAR,
  isHeading: (columns) =>
    columns.has('type') && columns.has('reason') && columns.has('message') && !columns.has('object'),
  mayBeRow: MAY_BE_ROW,
  assumed: [assumedHeading(['type', 'reason', 'age', 'from', 'message'], EVENT_GRAMMAR)],
  goesOn: true,
};
