import type { Line } from '../../bundle/line.ts';
import type { Quotes } from '../capture.ts';

/** The lines of an object of the API that fields of its fact rest on; it may be JSON, YAML, or printed by Python. */
export function quotesIn(lines: readonly [Line, ...Line[]], name: string): Quotes {
  const byKey = linesByKey(lines);
  const named = byKey.get('name')?.find(({ text }) => NAME.exec(text)?.[1] === name);
  const quotes: Record<string, Line> = { '': named ?? lines[0] };
  for (const { fields, keys, pattern } of QUOTED) {
    const line = firstOf(keys, byKey, pattern);
    if (line !== undefined) for (const field of fields) quotes[field] = line;
  }
  return quotes;
}

/** The lines that begin with a key that may be asked for. */
function linesByKey(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const key = KEY.exec(line.text)?.[1];
    if (key === undefined || !KEYS.has(key)) continue;
    const same = byKey.get(key);
    if (same) same.push(line);
    else byKey.set(key, [line]);
  }
  return byKey;
}

/** Of the lines that begin with one of the keys the first that fits. */
function firstOf(
  keys: readonly string[],
  byKey: ReadonlyMap<string, readonly Line[]>,
  pattern: RegExp,
): Line | undefined {
  let first: Line | undefined;
  for (const key of keys) {
    const line = byKey.get(key)?.find(({ text }) => pattern.test(text));
    if (line !== undefined && (first === undefined || line.number < first.number)) first = line;
  }
  return first;
}

/** The key that a line of JSON, YAML or of what Python prints begins with. */
const KEY = /^[\s{]*(?:- )?["']?([A-Za-z_]{1,40})["']?:/;

const NAME = /^\s*(?:- )?["']?name["']?: ["']?([^"'\s,]{1,253})["']?,?\s*$/;

interface Quoted {
  readonly fields: readonly string[];
  /** Keys of lines that may show them. */
  readonly keys: readonly string[];
  readonly pattern: RegExp;
}

/** Shown by the line that begins with one of the keys and does not say that there is nothing. */
const underKey = (fields: string, keys: string): Quoted => ({
  fields: fields.split(' '),
  keys: keys.split(' '),
  pattern: new RegExp(`^[\\s{]*["']?(?:${keys.replaceAll(' ', '|')})["']?:(?! (?:None|null),?)`),
});

const QUOTED: readonly Quoted[] = [
  underKey('status', 'phase'),
  underKey('node scheduled', 'nodeName node_name'),
  underKey('containers ready', 'waiting'),
  underKey('ends', 'terminated'),
  {
    fields: ['health', 'waits'],
    keys: ['waiting', 'reason'],
    pattern:
      /^\s*(?:'waiting': \{.*)?["']?reason["']?: ["']?(?:[A-Z][a-zA-Z]{0,40}BackOff|Err[A-Za-z]{1,40}|[A-Z][a-zA-Z]{0,40}Error|ContainerCreating|PodInitializing)\b/,
  },
  underKey('desired', 'replicas completions desiredNumberScheduled'),
  underKey('unavailable', 'unavailableReplicas unavailable_replicas numberUnavailable'),
  underKey('failed', 'failed'),
  underKey('taints', 'taints'),
  underKey('message reasons', 'message'),
  underKey('tolerations', 'tolerations'),
];

const KEYS: ReadonlySet<string> = new Set(['name', ...QUOTED.flatMap(({ keys }) => keys)]);
