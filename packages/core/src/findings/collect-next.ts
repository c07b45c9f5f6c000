import type { Fact } from '../facts/fact.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledTest } from '../rules/compile-pattern.ts';
import type { TextPattern } from '../rules/compile-text.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { spellings, type Bindings } from './bindings.ts';
import { fillCommand, shellWord } from './fill-template.ts';

/** What can be asked for. */
export interface Collecting {
  /** The commands of which each shows the facts of a kind about a subject, the best first; empty where none does. */
  readonly print: (kind: Fact['kind'], subject: Readonly<Record<string, string>>) => readonly string[];
  /** Whether the bundle already holds what a command prints. */
  readonly taken: (command: string) => boolean;
  /** Whether captures of a kind hold what a command prints; undefined where it is not known what it prints. */
  readonly prints: (command: string, kind: string) => boolean | undefined;
  /** The same for commands that one command can stand for. */
  readonly key: (command: string) => string;
  /** The one command for those of one key. */
  readonly join: (commands: readonly string[]) => string;
}

/** Open questions and the values that their commands name. */
export interface OpenQuestions {
  readonly leaves: readonly AnsweredLeaf[];
  readonly bindings: Bindings;
}

/** The most commands that one finding, or one rule, asks for. */
export const MOST_COMMANDS = 3;

/** The first commands that would show what questions found no capture of, or only a part of one. */
export function commandsFor(open: Iterable<OpenQuestions>, collecting: Collecting): readonly string[] {
  const joined = new Map<string, string[]>();
  let wanted = 0;
  for (const [best] of wantedBy(open, collecting)) {
    if (++wanted > MOST_WANTED) break;
    const key = collecting.key(best!);
    const commands = joined.get(key);
    if (commands) commands.push(best!);
    else joined.set(key, [best!]);
  }
  return [...joined.values()].slice(0, MOST_COMMANDS).map(collecting.join);
}

/** Of thousands of pods the first are enough to know what to ask. */
const MOST_WANTED = 200;

/** For each question that a capture could close, the commands of which each would; the best first. */
export function* wantedBy(
  open: Iterable<OpenQuestions>,
  collecting: Collecting,
): Generator<readonly string[], void, undefined> {
  for (const { leaves, bindings } of open) {
    for (const answered of leaves) {
      const commands = commandsOf(answered.leaf, bindings, collecting);
      if (commands.length === 0 || !canClose(answered, commands[0]!, collecting)) continue;
      yield commands.filter((command) => !collecting.taken(command));
    }
  }
}

/** A rule that names the command means just that place: that others were looked at says nothing of it. */
function canClose({ leaf, look }: AnsweredLeaf, command: string, { taken, prints }: Collecting): boolean {
  if (taken(command)) return false;
  const looked = look?.();
  if (looked?.want !== 'not-found') return true;
  return leaf.collect !== undefined && looked.kinds.every((kind) => prints(command, kind) === false);
}

const commandsOf = (leaf: CompiledLeaf, bindings: Bindings, { print }: Collecting): readonly string[] =>
  leaf.collect === undefined
    ? print(leaf.kind, Object.fromEntries(leaf.of.flatMap(({ name, test }) => subjectField(name, test, bindings))))
    : [fillCommand(leaf.collect, bindings)];

/** The value of a field that a command could name; a wildcard names nothing. */
function subjectField(name: string, test: CompiledTest, bindings: Bindings): readonly (readonly [string, string])[] {
  const pattern = test.type === 'one-of' ? test.patterns[0] : undefined;
  if (!pattern || pattern.tokens.some(({ type }) => type === 'any')) return [];
  return [[name, textOf(pattern, bindings)]];
}

const textOf = ({ tokens }: TextPattern, bindings: Bindings): string =>
  tokens
    .map((token) => {
      if (token.type === 'literal') return token.text;
      return token.type === 'variable' ? valueOf(token.name, bindings) : '*';
    })
    .join('');

const valueOf = (name: string, bindings: Bindings): string => {
  const value = spellings(bindings, name)[0];
  return value === undefined ? `<${name}>` : shellWord(value);
};
