import type { Command } from './capture.ts';
import { readCommand } from './read-command.ts';

/**
 * Commands of one key print parts of one thing, so that one command prints all of them: the pods of a namespace, or the
 * pods or events of several namespaces. A command that stands for itself is its own key.
 */
export const joinKey = (command: string): string => partOf(command)?.key ?? command;

/** The one command that prints what commands of one key print; at least one. */
export function joinCommands(commands: readonly string[]): string {
  const distinct = [...new Set(commands)];
  const parts = distinct.flatMap((command) => partOf(command) ?? []);
  if (distinct.length < 2 || parts.length < distinct.length) return distinct[0]!;
  return parts[0]!.form.print(parts.map(({ command }) => command));
}

interface Form {
  readonly key: (command: Command) => string;
  /** Also of a single command: one that this does not give back word for word asks for more, and is left alone. */
  readonly print: (commands: readonly Command[]) => string;
}

interface Part {
  readonly key: string;
  readonly form: Form;
  readonly command: Command;
}

function partOf(text: string): Part | undefined {
  const command = readCommand(text, 1);
  const form = command && FORMS[`${command.program} ${command.verb} ${command.resource}`];
  return form && form.print([command]) === text ? { key: form.key(command), form, command } : undefined;
}

const FORMS: Readonly<Record<string, Form>> = {
  'kubectl describe pods': {
    key: ({ namespace }) => `kubectl describe pods -n ${namespace}`,
    print: describePods,
  },
  'kubectl get pods': {
    key: () => 'kubectl get pods',
    print: (commands) => `kubectl get pods ${scopeOf(commands)} -o wide`,
  },
  'kubectl get events': {
    key: () => 'kubectl get events',
    print: (commands) => `kubectl get events ${scopeOf(commands)}`,
  },
};

/** Beyond these it is the whole namespace. */
const MOST_NAMES = 5;

function describePods(commands: readonly Command[]): string {
  const [{ namespace }] = commands as readonly [Command, ...Command[]];
  const names = [...new Set(commands.flatMap((command) => command.names))].sort();
  const isWhole = names.length > MOST_NAMES || commands.some((command) => command.names.length === 0);
  return isWhole ? `kubectl describe pods -n ${namespace}` : `kubectl describe pod -n ${namespace} ${names.join(' ')}`;
}

function scopeOf(commands: readonly Command[]): string {
  const namespaces = new Set(commands.map(({ allNamespaces, namespace }) => (allNamespaces ? undefined : namespace)));
  const [only] = namespaces;
  return namespaces.size > 1 || only === undefined ? '-A' : `-n ${only}`;
}
