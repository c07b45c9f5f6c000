import type { Line } from '../bundle/line.ts';
import type { PodFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import { recordOf } from '../facts/record-of.ts';
import type { CaptureContext, CaptureKind, Reading, Recognition } from './capture.ts';
import { ageSeconds } from './text/age.ts';
import { assumedHeading, type Grammar, type Row } from './text/column-heading.ts';
import { readKeyValues } from './text/key-values.ts';
import { originOf } from './text/origin.ts';
import { bareRowAt, readBareRow, tableEnds, tableGoesOn, tableRows } from './text/table-capture.ts';
import { headingAt, type TableForm } from './text/table-heading.ts';

/**
 * `kubectl get pods`, also with `-A`, `-o wide`, `--show-labels` or `--no-headers`, and the pods of `kubectl get all`.
 *
 *     NAMESPACE     NAME                               READY   STATUS             RESTARTS      AGE
 *     kube-system   extension-agent-55d4f4795f-sqx7q   2/2     Running            0             2d19h
 *     azure-arc     config-agent-6d5fd59b8b-khw2d      0/2     ImagePullBackOff   0             6d19h
 *     shop          web-0                              1/1     Running            5 (3m ago)    12d
 */
export const kubectlGetPods: CaptureKind = {
  name: 'kubectl get pods',
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
  if (!bareRowAt(lines, FORM)) return 0;
  return lines.length >= SURE_ROWS && lines.slice(1, SURE_ROWS).every((line) => readBareRow(line.text, FORM)) ? 3 : 2;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const { row, line } of tableRows(lines, context, FORM)) {
    const fact = podOf(row, originOf(context.path, line));
    if (fact) yield { fact, quotes: { '': line } };
    else context.unreadLines++;
  }
}

/** So many rows below each other are no coincidence. */
const SURE_ROWS = 3;

const MAY_BEGIN = /^\s*NAME(?:SPACE)?\s/;

/** READY, STATUS and RESTARTS. */
const MAY_BE_ROW = /\s\d{1,4}\/\d{1,4}\s{1,80}[A-Za-z*][\w:/.*-]{0,80}\s{1,80}\d{1,9}\s/;

const NAME = /^(?:pods?\/)?[\w{<[(…][\w.{}<>()[\]…-]*$/;

const GRAMMAR: Grammar = new Map([
  ['namespace', { test: /^[a-z0-9{<[][\w.{}<>[\]-]*$/ }],
  ['name', { test: NAME }],
  ['ready', { test: /^\d{1,4}\/\d{1,4}$/ }],
  ['status', { test: /^[A-Za-z][\w:/.-]*$/ }],
  ['restarts', { test: /^\d{1,9}(?: \(\S{1,40} ago\))?$/, words: 3 }],
  ['age', { test: /^(?:(?:\d{1,9}[ydhms]){1,5}|<unknown>|<invalid>)$/, openEnded: true }],
  ['ip', { test: /^(?:<none>|[0-9a-fA-F.:]+)$/ }],
  ['node', { test: /^\S+$/ }],
  ['nominated node', { test: /^(?:<none>|[\w{][\w.{}-]*)$/ }],
  ['readiness gates', { test: /^(?:<none>|\d{1,4}\/\d{1,4})$/ }],
  ['labels', { test: /^(?:<none>|[^\s=]+=\S*)$/, openEnded: true }],
]);

const ROW = ['name', 'ready', 'status', 'restarts', 'age'];
const WIDE = ['ip', 'node', 'nominated node', 'readiness gates'];

const FORM: TableForm = {
  grammar: GRAMMAR,
  isHeading: (columns) =>
    columns.has('name') && columns.has('ready') && columns.has('status') && columns.has('restarts'),
  mayBeRow: MAY_BE_ROW,
  assumed: [[], WIDE, WIDE.slice(0, 2), WIDE.slice(0, 3)]
    .flatMap((wide) => [
      [...ROW, ...wide],
      [...ROW, ...wide, 'labels'],
    ])
    .flatMap((columns) => [columns, ['namespace', ...columns]])
    .map((columns) => assumedHeading(columns, GRAMMAR)),
};

function podOf({ cells }: Row, origin: PodFact['origin']): PodFact | undefined {
  const name = cells.get('name')?.replace(/^pods?\//, '');
  if (name === undefined || !cells.has('ready')) return undefined;
  const [ready, total] = (cells.get('ready') ?? '').split('/').map(Number);
  const node = shown(cells.get('node'));
  const restarts = restartsOf(cells.get('restarts'));
  return known<PodFact>({
    kind: 'pod',
    origin,
    namespace: cells.get('namespace'),
    name,
    status: cells.get('status'),
    ready: cells.get('ready'),
    readyContainers: ready,
    totalContainers: total,
    restarts: restarts?.count,
    age: cells.get('age'),
    ageSeconds: ageSeconds(cells.get('age') ?? ''),
    node,
    scheduled: cells.has('node') ? node !== undefined : undefined,
    ip: shown(cells.get('ip')),
    nominatedNode: shown(cells.get('nominated node')),
    labels: labelsOf(shown(cells.get('labels'))),
    cells: printedCells(cells, restarts),
  });
}

const labelsOf = (cell: string | undefined): PodFact['labels'] | undefined =>
  cell === undefined ? undefined : readKeyValues(cell.split(','));

const shown = (cell: string | undefined): string | undefined => (cell === '<none>' ? undefined : cell);

function restartsOf(cell: string | undefined): { count: number; last?: string } | undefined {
  const [, count, last] = /^(\d+)(?:\s+\((\S+) ago\))?$/.exec(cell ?? '') ?? [];
  if (count === undefined) return undefined;
  return last === undefined ? { count: Number(count) } : { count: Number(count), last };
}

const NAMED = new Set(['namespace', 'name', 'labels', 'restarts']);

function printedCells(
  cells: ReadonlyMap<string, string>,
  restarts: ReturnType<typeof restartsOf>,
): Record<string, string | number> {
  const printed: [string, string | number][] = [];
  for (const cell of cells) if (!NAMED.has(cell[0])) printed.push(cell);
  if (restarts !== undefined) printed.push(['restarts', restarts.count]);
  if (restarts?.last !== undefined) printed.push(['lastRestart', restarts.last]);
  return recordOf(printed);
}
