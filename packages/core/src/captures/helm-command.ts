import { known } from '../facts/known.ts';
import type { Command } from './capture.ts';

type Start = Pick<Command, 'text' | 'line' | 'program' | 'partial'>;

/** Reads the words behind `helm`: verb, release, namespace and what else limits the output. */
export const helmCommand = (start: Start, words: readonly string[]): Command => {
  const { flags, plain } = readFlags(words);
  const [word, ...names] = plain;
  return known<Command>({
    ...start,
    partial: start.partial ?? NARROWING.find((flag) => flags.has(flag)),
    verb: word === undefined ? undefined : (ALIASES.get(word) ?? word),
    resource: undefined,
    names,
    namespace: flags.get('--namespace'),
    allNamespaces: flags.has('--all-namespaces') ? true : undefined,
    selector: flags.get('--selector') ?? flags.get('--filter'),
    container: undefined,
    output: flags.get('--output'),
    previous: undefined,
    inner: undefined,
  });
};

const ALIASES = new Map([
  ['ls', 'list'],
  ['hist', 'history'],
  ['un', 'uninstall'],
  ['del', 'uninstall'],
  ['delete', 'uninstall'],
]);

const SHORT = new Map([
  ['-n', '--namespace'],
  ['-A', '--all-namespaces'],
  ['-l', '--selector'],
  ['-o', '--output'],
  ['-m', '--max'],
]);

/** Flags that leave a part of the releases out. */
const NARROWING = ['--max', '--offset', '--deployed', '--failed', '--pending', '--superseded', '--uninstalled'];

const WITH_VALUE = new Set([
  '--namespace',
  '--selector',
  '--filter',
  '--output',
  '--max',
  '--offset',
  '--version',
  '--values',
  '-f',
  '--set',
  '--set-string',
  '--set-file',
  '--set-json',
  '--timeout',
  '--repo',
  '--description',
  '--kube-context',
  '--kubeconfig',
  '--history-max',
  '--revision',
  '--time-format',
]);

const readFlags = (words: readonly string[]): { flags: ReadonlyMap<string, string>; plain: readonly string[] } => {
  const flags = new Map<string, string>();
  const plain: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (!/^-[-A-Za-z]/.test(word)) {
      plain.push(word);
      continue;
    }
    const [, given = word, value] = /^(-[^=]{1,60})=(.*)$/.exec(word) ?? [];
    const name = SHORT.get(given) ?? given;
    flags.set(name, value ?? (WITH_VALUE.has(name) ? (words[++at] ?? '') : ''));
  }
  return { flags, plain };
};
