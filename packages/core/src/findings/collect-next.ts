import type { Fact } from '../facts/fact.ts';
import type { CompiledLeaf } from '../rules/compile-condition.ts';
import type { CompiledTest } from '../rules/compile-pattern.ts';
import type { TextPattern } from '../rules/compile-text.ts';
import type { AnsweredLeaf } from './answered-leaf.ts';
import { spellings, type Bindings } from './bindings.ts';
import { fillCommand, shellWord } from './fill-template.ts';
import type { Collect } from './finding.ts';

/** What can be asked for. */
export interface Collecting {
  /** The command that shows the facts of a kind about a subject; undefined where none does. */
  readonly print: (kind: Fact['kind'], subject: Readonly<Record<string, string>>) => string | undefined;
  /** Whether the bundle already holds what a command prints. */
  readonly taken: (command: string) => boolean;
}

/** Open questions and the values that their commands name. */
export interface OpenQuestions {
  readonly leaves: readonly AnsweredLeaf[];
  readonly bindings: Bindings;
}

/** A cause that is not settled, with the questions that would settle it, for each of its instances. */
export interface OpenCause {
  readonly title: string;
  readonly open: readonly OpenQuestions[];
}

/**
 * What to collect for each cause: at most three commands for all of them, the first of every cause before the second of
 * any. One that several causes need stands with the first.
 */
export function collectNext(causes: readonly OpenCause[], collecting: Collecting): readonly (readonly Collect[])[] {
  const wanted = causes.map(({ open }) => commandsFor(open, collecting));
  const chosen = new Set<string>();
  const rounds = wanted.reduce((most, { length }) => Math.max(most, length), 0);
  for (let round = 0; round < rounds; round++) {
    for (const commands of wanted) if (chosen.size < MOST && commands[round]) chosen.add(commands[round]!);
  }
  return wanted.map((commands, index) =>
    commands
      .filter((command) => chosen.has(command) && wanted.findIndex((all) => all.includes(command)) === index)
      .map((command) => ({ command, why: titlesFor(command, { causes, wanted }) })),
  );
}

/** The first commands that would show what questions found no capture of, or only a part of one. */
export function commandsFor(open: readonly OpenQuestions[], collecting: Collecting): readonly string[] {
  const commands = new Set<string>();
  for (const { leaves, bindings } of open) {
    for (const { leaf, want } of leaves) {
      const command = want === 'not-found' ? undefined : commandFor(leaf, bindings, collecting);
      if (command !== undefined && !collecting.taken(command)) commands.add(command);
      if (commands.size === MOST) return [...commands];
    }
  }
  return [...commands];
}

/** The most commands that one finding, or one rule, asks for. */
const MOST = 3;

const titlesFor = (
  command: string,
  { causes, wanted }: { causes: readonly OpenCause[]; wanted: readonly (readonly string[])[] },
): string =>
  causes
    .filter((_, index) => wanted[index]!.includes(command))
    .map(({ title }) => title)
    .join('; ');

const commandFor = (leaf: CompiledLeaf, bindings: Bindings, { print }: Collecting): string | undefined =>
  leaf.collect === undefined
    ? print(leaf.kind, Object.fromEntries(leaf.of.flatMap(({ name, test }) => subjectField(name, test, bindings))))
    : fillCommand(leaf.collect, bindings);

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
