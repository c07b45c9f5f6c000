import { lastNumber, type Line } from '../bundle/line.ts';
import type { Moment } from '../facts/capture-time.ts';
import { componentOf } from '../facts/component.ts';
import { gate, MAX_QUOTE } from '../facts/evidence-gate.ts';
import type { Quote, Source } from '../facts/fact-set.ts';
import type { Fact } from '../facts/fact.ts';
import { known } from '../facts/known.ts';
import type { MarkSecret } from '../facts/mark-secret.ts';
import type { Capture, Command } from './capture.ts';

interface Place {
  readonly path: string;
  readonly taken: Moment | undefined;
  readonly mark: MarkSecret;
}

/** What judging has to know of a capture, under the name its file goes by in the report. */
export function sourceOf(capture: Capture, { path, taken, mark }: Place): Source {
  const { line, endLine, kind, complete, why, session, index, command, firstLine, quoted } = capture;
  return known<Source>({
    path,
    line,
    endLine,
    kind,
    complete,
    why,
    lists: complete === 'yes' && !quoted && command ? listed(command) : undefined,
    about: command && aboutBy(command),
    quote: quoteOf(firstLine, path, mark),
    session,
    index,
    taken,
  });
}

/** Whose log or description a command asked for, so that one in which nothing was found is known to have been looked at. */
function aboutBy({ verb, resource, names, namespace }: Command): Source['about'] {
  const [name] = names;
  if (resource !== 'pods' || !name || names.length > 1) return undefined;
  const kind = verb === 'logs' ? 'log-line' : verb === 'describe' ? 'event' : undefined;
  return (
    kind && known({ kind, pod: name, namespace, component: componentOf({ pod: name }) } as NonNullable<Source['about']>)
  );
}

const LISTED: Readonly<Record<string, Fact['kind']>> = {
  pods: 'pod',
  nodes: 'node',
  events: 'event',
  configmaps: 'config-map',
};

const listed = (command: Command): Source['lists'] =>
  listsExtensions(command) ? { kind: 'extension' } : listedBy(command);

/** What a command lists in full. Without `-n` or `-A` the namespace is not known, so nothing can be said to be missing. */
function listedBy(command: Command): Source['lists'] {
  const { verb, resource, names, selector, partial, namespace, allNamespaces } = command;
  const kind = resource !== undefined && Object.hasOwn(LISTED, resource) ? LISTED[resource] : undefined;
  if (kind === undefined || (verb !== 'get' && verb !== 'describe') || names.length > 0) return undefined;
  if (selector !== undefined || partial !== undefined) return undefined;
  if (allNamespaces || kind === 'node') return { kind };
  return namespace === undefined ? undefined : { kind, namespace };
}

const listsExtensions = ({ program, text, partial }: Command): boolean =>
  program === 'az' && partial === undefined && /\sk8s-extension\s+list\s/.test(`${text} `);

/** A line as it may be shown. */
export const quoteOf = (line: Line, path: string, mark: MarkSecret): Quote => ({
  path,
  line: line.number,
  endLine: lastNumber(line),
  text: gate(line.text, MAX_QUOTE, mark),
});
