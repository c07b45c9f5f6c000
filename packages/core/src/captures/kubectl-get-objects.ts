import type { Line } from '../bundle/line.ts';
import type { ObjectFact, Origin, WorkloadFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Command, Reading, Recognition } from './capture.ts';
import { assumedHeading, type ColumnGrammar, type Grammar } from './text/column-heading.ts';
import { readKeyValues } from './text/key-values.ts';
import { kindOfColumns, singularKind } from './text/object-kind.ts';
import { originOf } from './text/origin.ts';
import { isWorkload, workloadCells } from './text/workload-cells.ts';
import { bareRowAt, tableEnds, tableGoesOn, tableRows, type PlacedRow } from './text/table-capture.ts';
import { headingAt, type TableForm } from './text/table-heading.ts';

/**
 * `kubectl get` of any other kind of object, and those of `kubectl get all`.
 *
 *     NAMESPACE   NAME                   READY   UP-TO-DATE   AVAILABLE   AGE
 *     azure-arc   config-agent           0/1     1            0           4m6s
 *
 *     NAME                 TYPE        CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE
 *     service/kubernetes   ClusterIP   10.0.0.1     <none>        443/TCP   94d
 */
export const kubectlGetObjects: CaptureKind = {
  name: 'kubectl get',
  recognize,
  continues: (line, sofar) => tableGoesOn(line, sofar, FORM),
  parse,
  headingLines: (lines) => (headingAt(lines, FORM) ? 1 : 0),
  ends: (lines) => tableEnds(lines, { head: [] }, FORM),
};

function recognize(lines: readonly Line[]): Recognition {
  if (MAY_BEGIN.test(lines[0]?.text ?? '') && headingAt(lines, FORM)) return 3;
  return bareRowAt(lines, FORM) ? 2 : 0;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const placed of tableRows(lines, context, FORM)) {
    const { line } = placed;
    const fact = objectOf(placed, originOf(context.path, line), context.command);
    if (fact) yield { fact, quotes: { '': line } };
    else context.unreadLines++;
  }
}

const MAY_BEGIN = /^\s*(?:NAMESPACE\s+)?NAME\s/;

const MAY_BE_EMPTY: ColumnGrammar = { test: /^\S+$/, optional: true };

const GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ['namespace', { test: /^[a-z0-9{<[][\w.{}<>[\]-]*$/ }],
  ['name', { test: /^(?:[a-z0-9.-]+\/)?[\w{<[(…*][\w.:{}<>()[\]…*-]*$/ }],
  ['age', { test: /^(?:(?:\d{1,9}[ydhms]){1,5}|<unknown>|<invalid>)$/, openEnded: true }],
  ['schedule', { test: /^(?:@\S+|[\d*?/,A-Z#-]+(?: [\d*?/,A-Z#-]+){4})$/, words: 5 }],
  ['completions', { test: /^(?:<none>|\d{1,9}\/\d{1,9}(?: of \d{1,9})?|\d{1,9})$/, words: 3 }],
  ...['volume', 'capacity', 'access modes', 'storageclass', 'duration', 'address'].map(
    (heading) => [heading, MAY_BE_EMPTY] as const,
  ),
  ['labels', { test: /^(?:<none>|[^\s=]+=\S*)$/, openEnded: true }],
]);

/** Kinds whose rows tell by their cells alone what they are; those of others look like one another. */
const BARE: readonly (readonly string[])[] = [
  ['name', 'desired', 'current', 'ready', 'up-to-date', 'available', 'node selector', 'age'],
  ['name', 'ready', 'up-to-date', 'available', 'age'],
  ['name', 'type', 'cluster-ip', 'external-ip', 'port(s)', 'age'],
  ['name', 'ready', 'age'],
];

const COUNT: ColumnGrammar = { test: /^\d{1,6}$/ };

const BARE_GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ...GRAMMAR,
  ...['desired', 'current', 'up-to-date', 'available'].map((heading) => [heading, COUNT] as const),
  ['ready', { test: /^\d{1,6}(?:\/\d{1,6})?$/ }],
  ['node selector', { test: /^(?:<none>|[^\s=]+=\S*)$/ }],
  ['type', { test: /^(?:ClusterIP|NodePort|LoadBalancer|ExternalName)$/ }],
  ['cluster-ip', { test: /^(?:None|<none>|[\da-fA-F.:,]+)$/ }],
  ['port(s)', { test: /^(?:<none>|[\d:,/A-Z]+)$/ }],
]);

/**
 * How the rows of a daemon set, a deployment, a service and a stateful set end. Those of a job without a duration are like
 * the last, with a wide gap.
 */
const MAY_BE_ROW =
  /\s(?:(?:(?:\d{1,6}\s{1,80}){5}\S{1,500}|\d{1,6}\/\d{1,6}(?:\s{1,80}\d{1,6}){2}|(?:ClusterIP|NodePort|LoadBalancer|ExternalName)\s.{1,600})\s{1,80}|\d{1,6}\/\d{1,6}\s{1,8})(?:\d{1,9}[ydhms]){1,5}\s{0,80}$/;

const FORM: TableForm = {
  grammar: GRAMMAR,
  isHeading: (columns) => columns.has('name') && columns.has('age') && columns.size > 2,
  mayBeRow: MAY_BE_ROW,
  assumed: BARE.flatMap((columns) => [columns, ['namespace', ...columns]]).map((columns) =>
    assumedHeading(columns, BARE_GRAMMAR),
  ),
};

const NAMED = new Set(['namespace', 'name', 'labels']);

function objectOf(
  { row: { cells }, columns }: PlacedRow,
  origin: Origin,
  command: Command | undefined,
): ObjectFact | WorkloadFact | undefined {
  const [, prefix, name] = /^(?:([a-z0-9-]+)(?:\.[a-z0-9.-]+)?\/)?(.+)$/.exec(cells.get('name') ?? '') ?? [];
  if (name === undefined) return undefined;
  const labels = cells.get('labels');
  const objectKind = prefix ?? kindOfColumns(new Set(columns)) ?? singularKind(command);
  const named = {
    namespace: cells.get('namespace') ?? (command?.verb === 'get' ? command.namespace : undefined),
    name,
    labels: labels === undefined ? undefined : readKeyValues(labels.split(',')),
  };
  const printed = Object.fromEntries([...cells].filter(([heading]) => !NAMED.has(heading)));
  return isWorkload(objectKind)
    ? known<WorkloadFact>({ kind: 'workload', origin, objectKind, ...named, ...workloadCells(cells), cells: printed })
    : known<ObjectFact>({ kind: 'object', origin, objectKind, ...named, cells: printed });
}
