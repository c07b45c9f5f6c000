import { allCommands, type DescribedCommand, type DescribedOption, type Values } from './described-command.ts';

/** Completion for fish: one line for each thing that can be given. */
export function fishCompletion(program: DescribedCommand): string {
  const lines = allCommands(program).flatMap((command) => [
    ...command.commands.map((one) => line(command, `-f -a ${one.path.at(-1)}`, one.description)),
    ...command.options.map((option) => line(command, optionOf(option), option.description)),
    ...(typeof command.values === 'object' ? [line(command, `-f -a ${quoted(command.values.join(' '))}`, '')] : []),
  ]);
  return `# fish completion for referto; referto completion fish > ~/.config/fish/completions/referto.fish
${lines.join('\n')}
`;
}

const line = (command: DescribedCommand, what: string, description: string): string =>
  `complete -c referto -n ${quoted(conditionOf(command))} ${what}${description === '' ? '' : ` -d ${quoted(description)}`}`;

/** All words of the path were typed, and none of those that lead further. */
const conditionOf = ({ path, commands }: DescribedCommand): string => {
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`);
  const further = commands.map((command) => command.path.at(-1)).join(' ');
  return [...seen, ...(further === '' ? [] : [`not __fish_seen_subcommand_from ${further}`])].join('; and ') || 'true';
};

const optionOf = ({ names, values }: DescribedOption): string =>
  [...names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)), valueOf(values)]
    .filter((part) => part !== '')
    .join(' ');

function valueOf(values: Values | undefined): string {
  if (values === undefined) return '';
  if (values === 'files') return '-r -F';
  if (values === 'folders') return `-x -a ${quoted('(__fish_complete_directories)')}`;
  return values === 'text' ? '-x' : `-x -a ${quoted(values.join(' '))}`;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, String.raw`\$&`)}'`;
