import type { Argument, Command, Option } from 'commander';

/** What can be given as the value of an option or argument. */
export type Values = readonly string[] | 'files' | 'folders' | 'text';

/** An option as a shell completes it. */
export interface DescribedOption {
  /** Such as `-f` and `--format`. */
  readonly names: readonly string[];
  readonly description: string;
  /** Absent where the option takes no value. */
  readonly values?: Values;
}

/** A command of the program, with those below it. */
export interface DescribedCommand {
  /** The words that lead to it; none for the program itself. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly DescribedOption[];
  readonly values?: Values;
  readonly commands: readonly DescribedCommand[];
}

/** The program as its shells and its manual see it: everything in it comes from the commands themselves. */
export function describeCommand(command: Command, path: readonly string[] = []): DescribedCommand {
  const [first] = command.registeredArguments;
  return {
    path,
    description: command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map(describeOption), HELP],
    ...(first && { values: valuesOf(first.argChoices, argumentName(first)) }),
    commands: command.commands
      .filter((one) => one.name() !== 'help')
      .map((one) => describeCommand(one, [...path, one.name()])),
  };
}

/** Every command, the program first. */
export const allCommands = (command: DescribedCommand): readonly DescribedCommand[] => [
  command,
  ...command.commands.flatMap(allCommands),
];

/** The command that runs where none is named, so that its options may follow the program's name. */
export const withDefault = (program: DescribedCommand): DescribedCommand => {
  const analyze = program.commands.find(({ path }) => path[0] === 'analyze');
  if (analyze === undefined) return program;
  const known = new Set(program.options.flatMap(({ names }) => names));
  const more = analyze.options.filter(({ names }) => !names.some((name) => known.has(name)));
  return { ...program, options: [...program.options, ...more], values: 'files' };
};

const HELP: DescribedOption = { names: ['-h', '--help'], description: 'print the help of the command' };

function describeOption({ short, long, description, argChoices, required, optional, flags }: Option): DescribedOption {
  const names = [short, long].filter((name) => name !== undefined);
  if (!required && !optional) return { names, description };
  return { names, description, values: valuesOf(argChoices, /[<[]([^>\]]+)/.exec(flags)?.[1] ?? '') };
}

const argumentName = (argument: Argument): string => argument.name();

function valuesOf(choices: readonly string[] | undefined, name: string): Values {
  if (choices !== undefined) return choices;
  if (/^(dir|folder)/.test(name)) return 'folders';
  return /^(file|path|bundle|before|after|clean)/.test(name) ? 'files' : 'text';
}
