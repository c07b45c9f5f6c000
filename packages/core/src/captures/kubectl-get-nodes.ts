import type { Line } from '../bundle/line.ts';
import type { NodeFact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { CaptureContext, CaptureKind, Reading, Recognition } from './capture.ts';
import { ageSeconds } from './text/age.ts';
import { assumedHeading, type ColumnGrammar, type Grammar, type Row } from './text/column-heading.ts';
import { readKeyValues } from './text/key-values.ts';
import { poolOf, systemOf } from './text/node-names.ts';
import { originOf } from './text/origin.ts';
import { bareRowAt, readBareRow, tableEnds, tableGoesOn, tableRows } from './text/table-capture.ts';
import { headingAt, type TableForm } from './text/table-heading.ts';

/**
 * `kubectl get nodes`, also with `-o wide` or `--show-labels`. It shows no taints.
 *
 *     NAME                                STATUS                     ROLES    AGE   VERSION
 *     aks-nodepool1-28411718-vmss000000   Ready                      <none>   24d   v1.32.5
 *     aks-nodepool1-28411718-vmss000001   Ready,SchedulingDisabled   <none>   24d   v1.32.5
 */
export const kubectlGetNodes: CaptureKind = {
  name: 'kubectl get nodes',
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
  if (MAY_BEGIN.test(text) && headingAt(lines, FORM)) return OLD.test(text) && !hasReady(lines) ? 0 : 3;
  return bareRowAt(lines, FORM) ? 2 : 0;
}

function* parse(lines: Iterable<Line>, context: CaptureContext): Generator<Reading, void, undefined> {
  for (const { row, line } of tableRows(lines, context, FORM)) {
    const fact = nodeOf(row, originOf(context.path, line));
    if (fact) yield { fact, quotes: { '': line } };
    else context.unreadLines++;
  }
}

const MAY_BEGIN = /^\s*NAME\s/;
/** Up to 1.7 there were no roles, up to 1.5 no version either; tables of other kinds have the same columns. */
const OLD = /^\s*NAME\s+STATUS\s+AGE(?:\s+VERSION)?\b/;
const hasReady = (lines: readonly Line[]): boolean => lines.slice(1).some(({ text }) => MAY_BE_ROW.test(text));
const MAY_BE_ROW = /^\s*\S{1,253}\s+(?:NotReady|Ready|Unknown)(?:,\S{1,60})?\s/;

const ONE_WORD: ColumnGrammar = { test: /^\S+$/ };

const GRAMMAR: Grammar = new Map<string, ColumnGrammar>([
  ['name', { test: /^(?:node\/)?[\w{<[(…][\w.{}<>()[\]…-]*$/ }],
  ['status', { test: /^(?:NotReady|Ready|Unknown)(?:,[A-Za-z]+)*$/ }],
  ['roles', { test: /^(?:<none>|[\w.,-]+)$/ }],
  ['age', { test: /^(?:(?:\d{1,9}[ydhms]){1,5}|<unknown>|<invalid>)$/ }],
  ['version', { test: /^v\d+\.\S+$/ }],
  ['internal-ip', { test: /^(?:<none>|[0-9a-fA-F.:]+)$/ }],
  ['external-ip', { test: /^(?:<none>|[0-9a-fA-F.:]+)$/ }],
  ['os-image', { test: /[^]/, free: true }],
  ['kernel-version', ONE_WORD],
  ['container-runtime', ONE_WORD],
  ['labels', { test: /^(?:<none>|[^\s=]+=\S*)$/, openEnded: true }],
]);

const ROW = ['name', 'status', 'roles', 'age', 'version'];
const WIDE = ['internal-ip', 'external-ip', 'os-image', 'kernel-version', 'container-runtime'];

const FORM: TableForm = {
  grammar: GRAMMAR,
  isHeading: (columns) =>
    ['name', 'status', 'age'].every((heading) => columns.has(heading)) &&
    (columns.has('version') || columns.size === 3),
  mayBeRow: MAY_BE_ROW,
  assumed: [ROW, [...ROW, 'labels'], [...ROW, ...WIDE], [...ROW, ...WIDE, 'labels']].map((columns) =>
    assumedHeading(columns, GRAMMAR),
  ),
};

function nodeOf({ cells }: Row, origin: NodeFact['origin']): NodeFact | undefined {
  const name = cells.get('name')?.replace(/^node\//, '');
  const status = cells.get('status');
  if (name === undefined || status === undefined) return undefined;
  const labels = readKeyValues(cells.get('labels')?.split(',') ?? []);
  const addresses = [
    ['InternalIP', shown(cells.get('internal-ip'))],
    ['ExternalIP', shown(cells.get('external-ip'))],
  ].filter(([, address]) => address !== undefined);
  const printed = [...cells].filter(([heading]) => heading !== 'name' && heading !== 'labels');
  return known<NodeFact>({
    kind: 'node',
    origin,
    name,
    status,
    unschedulable: status.split(',').includes('SchedulingDisabled'),
    roles: rolesOf(cells.get('roles')),
    age: cells.get('age'),
    ageSeconds: ageSeconds(cells.get('age') ?? ''),
    version: cells.get('version'),
    kubelet: cells.get('version'),
    osImage: cells.get('os-image'),
    os: systemOf(cells.get('os-image')),
    kernel: cells.get('kernel-version'),
    runtime: cells.get('container-runtime'),
    addresses: addresses.length > 0 ? Object.fromEntries(addresses) : undefined,
    labels,
    pool: poolOf(name, labels),
    cells: Object.fromEntries(printed),
  });
}

const shown = (cell: string | undefined): string | undefined => (cell === '<none>' ? undefined : cell);

const rolesOf = (cell: string | undefined): readonly string[] | undefined =>
  cell === undefined ? undefined : cell === '<none>' ? [] : cell.split(',');
