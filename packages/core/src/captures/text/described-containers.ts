import type { Line } from '../../bundle/line.ts';
import type { Container, LastState } from '../../facts/fact.ts';
import { known } from '../../facts/known.ts';
import type { Quotes } from '../capture.ts';
import {
  fieldNamed,
  indentOf,
  keyOrder,
  pairsOf,
  readFields,
  readPair,
  textsOf,
  valueOf,
  type Field,
} from './describe-layout.ts';
import { environmentOf, environmentSourcesOf, mountsOf, wordsOf } from './described-environment.ts';
import { setTime } from './rfc-time.ts';

/** A container of a described pod, with the line that says how it is. */
export interface DescribedContainer {
  readonly container: Container;
  readonly line: Line;
  /** How its last run ended, where one is shown. */
  readonly lastLine?: Line;
}

/** The containers below `Containers:`, `Init Containers:` or `Ephemeral Containers:`; with or without their indentation. */
export function readContainers(section: Field | undefined): readonly DescribedContainer[] {
  if (!section) return [];
  const heads = headsIn(section.body);
  return heads.map((at, i) => readContainer(section.body.slice(at, heads[i + 1] ?? section.body.length)));
}

/** The lines that show how a pod's containers are: of one that is not ready, of one that waits, of one that ended. */
export function stateQuotes(containers: readonly DescribedContainer[], inits: readonly DescribedContainer[]): Quotes {
  const all = [...inits, ...containers];
  const waiting = all.filter(({ container }) => container.state === 'Waiting');
  const waits = waiting.find(({ container }) => !COMING.has(container.reason ?? '')) ?? waiting[0];
  const ended = all.find(({ container }) => container.state === 'Terminated' && container.exitCode !== 0);
  const quotes: Record<string, Line> = {};
  quoteAs(stuckOf(containers)?.line, OF_CONTAINERS, quotes);
  quoteAs(stuckOf(inits)?.line, OF_INITS, quotes);
  quoteAs(waits?.line, OF_WAITING, quotes);
  quoteAs(ended?.line ?? stuckOf(all.filter(({ lastLine }) => lastLine))?.lastLine, OF_ENDED, quotes);
  return quotes;
}

const OF_CONTAINERS = ['containers', 'ready', 'readyContainers', 'totalContainers', 'restarts'];
const OF_INITS = ['initContainers'];
const OF_WAITING = ['waits'];
const OF_ENDED = ['ends'];

const COMING: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing']);

const stuckOf = (containers: readonly DescribedContainer[]): DescribedContainer | undefined =>
  containers.find(({ container }) => container.ready !== true) ?? containers[0];

function quoteAs(line: Line | undefined, names: readonly string[], quotes: Record<string, Line>): void {
  if (line !== undefined) for (const name of names) quotes[name] = line;
}

/** `NAME:` above the first key of a container; names in values (`Limits:`, a volume) have no such key below them. */
function headsIn(lines: readonly Line[]): readonly number[] {
  const heads: number[] = [];
  let depth: number | undefined;
  for (const [i, { text }] of lines.entries()) {
    const pair = readPair(text);
    if (pair === undefined || pair.value !== '' || !CONTAINER_NAME.test(pair.key)) continue;
    const below = readPair(lines[i + 1]?.text ?? '')?.key ?? '';
    if (!FIRST_KEYS.has(below) || (depth !== undefined && indentOf(text) !== depth)) continue;
    depth = indentOf(text);
    heads.push(i);
  }
  return heads;
}

const CONTAINER_NAME = /^[a-z0-9{<[][\w.{}<>[\]-]{0,252}$/;
const FIRST_KEYS = new Set(['Container ID', 'Image']);

const KEYS = keyOrder(
  'Container ID, Image, Image ID, Port, Ports, Host Port, Host Ports, SeccompProfile, Command',
  'Args, State, Last State, Ready, Restart Count, Limits, Requests, Liveness, Readiness, Startup',
  'Environment Variables from, Environment, Mounts, Devices',
);

function readContainer(lines: readonly Line[]): DescribedContainer {
  const [head, ...rest] = lines as [Line, ...Line[]];
  const { fields } = readFields(rest, KEYS, indentOf(rest[0]?.text ?? ''));
  const state = fieldNamed(fields, 'State');
  const container: Container = Object.assign(stateOf(state) ?? {}, ownFields(head, fields));
  const line = reasonLine(state) ?? head;
  const lastLine = reasonLine(fieldNamed(fields, 'Last State'));
  return lastLine === undefined ? { container, line } : { container, line, lastLine };
}

/** All but its state. */
function ownFields(head: Line, fields: readonly Field[]): Container {
  const command = wordsOf(fieldNamed(fields, 'Command'));
  return known<Container>({
    name: readPair(head.text)?.key ?? '',
    image: valueOf(fields, 'Image'),
    imageID: valueOf(fields, 'Image ID'),
    containerID: valueOf(fields, 'Container ID'),
    ready: readyOf(valueOf(fields, 'Ready')),
    restartCount: numberOf(valueOf(fields, 'Restart Count')),
    last: stateOf(fieldNamed(fields, 'Last State')),
    limits: pairsOf(fieldNamed(fields, 'Limits')?.body ?? []),
    requests: pairsOf(fieldNamed(fields, 'Requests')?.body ?? []),
    ports: listOf(valueOf(fields, 'Ports') ?? valueOf(fields, 'Port')),
    command,
    args: wordsOf(fieldNamed(fields, 'Args'), command),
    env: environmentOf(fieldNamed(fields, 'Environment')),
    envFrom: environmentSourcesOf(fieldNamed(fields, 'Environment Variables from')),
    mounts: mountsOf(fieldNamed(fields, 'Mounts')),
  });
}

const STATE_KEYS = keyOrder('Reason', 'Message', 'Exit Code', 'Signal', 'Started', 'Finished');

function stateOf(field: Field | undefined): LastState | undefined {
  const state = field?.value.split(/\s/)[0];
  if (!field || state === undefined || state === '') return undefined;
  const { fields } = readFields(field.body, STATE_KEYS, indentOf(field.body[0]?.text ?? ''));
  const message = textsOf(fieldNamed(fields, 'Message')).join('\n');
  return known<LastState>({
    state,
    reason: valueOf(fields, 'Reason'),
    exitCode: numberOf(valueOf(fields, 'Exit Code')),
    signal: numberOf(valueOf(fields, 'Signal')),
    message: message === '' ? undefined : message,
    startedAt: setTime(valueOf(fields, 'Started')),
    finishedAt: setTime(valueOf(fields, 'Finished')),
  });
}

const reasonLine = (state: Field | undefined): Line | undefined =>
  state?.body.find(({ text }) => /^\s*Reason:/.test(text)) ?? state?.line;

function readyOf(value: string | undefined): boolean | undefined {
  return value === 'True' ? true : value === 'False' ? false : undefined;
}

/** A whole number as printed. */
export const numberOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d{1,10}$/.test(value) ? Number(value) : undefined;

const listOf = (value: string | undefined): readonly string[] | undefined => value?.split(/, ?/);
