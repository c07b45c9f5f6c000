import type { Line } from '../../bundle/line.ts';
import type { Quotes } from '../capture.ts';

/** The lines of an object of the API that fields of its fact rest on; it may be JSON, YAML, or printed by Python. */
export function quotesIn(lines: readonly [Line, ...Line[]], name: string): Quotes {
  const named = lines.find(({ text }) => NAME.exec(text)?.[1] === name) ?? lines[0];
  const found = QUOTED.map(([fields, pattern]) => [fields, lines.find(({ text }) => pattern.test(text))] as const);
  const entries = found.flatMap(([fields, line]) =>
    line === undefined ? [] : fields.split(' ').map((field) => [field, line] as const),
  );
  return { '': named, ...Object.fromEntries(entries) };
}

const NAME = /^\s*(?:- )?["']?name["']?: ["']?([^"'\s,]{1,253})["']?,?\s*$/;

/** The line that begins with a key and does not say that there is nothing. */
const keyLine = (keys: string): RegExp => new RegExp(`^[\\s{]*["']?(?:${keys})["']?:(?! (?:None|null),?)`);

/** Fields, and the line that shows them. */
const QUOTED: readonly (readonly [string, RegExp])[] = [
  ['status', keyLine('phase')],
  ['node scheduled', keyLine('nodeName|node_name')],
  ['containers ready', keyLine('waiting')],
  ['ends', keyLine('terminated')],
  [
    'health waits',
    /^\s*(?:'waiting': \{.*)?["']?reason["']?: ["']?(?:[A-Z][a-zA-Z]{0,40}BackOff|Err[A-Za-z]{1,40}|[A-Z][a-zA-Z]{0,40}Error|ContainerCreating|PodInitializing)\b/,
  ],
  ['desired', keyLine('replicas|completions|desiredNumberScheduled')],
  ['unavailable', keyLine('unavailableReplicas|unavailable_replicas|numberUnavailable')],
  ['failed', keyLine('failed')],
  ['taints', keyLine('taints')],
  ['message reasons', keyLine('message')],
  ['tolerations', keyLine('tolerations')],
];
