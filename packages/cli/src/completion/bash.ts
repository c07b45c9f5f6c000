import { allCommands, type DescribedCommand, type Values } from './described-command.ts';

/** Completion for bash 4 and later: options, commands and values by the command that was typed so far. */
export function bashCompletion(program: DescribedCommand): string {
  const commands = allCommands(program);
  return `# bash completion for referto; put it where your shell reads it: source <(referto completion bash)
_referto() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" word at
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "$path $word" in
${commands
  .filter(({ path }) => path.length > 0)
  .map(pathCase)
  .join('\n')}
    esac
  done
  COMPREPLY=()
  case "$path:$previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$path" in
${commands.map(commandCase).join('\n')}
  esac
}
complete -o filenames -F _referto referto
complete -o filenames -F _referto kubectl-referto
`;
}

const pathCase = ({ path }: DescribedCommand): string =>
  `      "${path.slice(0, -1).join(' ')} ${path.at(-1)}") path="${path.join(' ')}" ;;`;

const valueCases = ({ path, options }: DescribedCommand): readonly string[] =>
  options.flatMap(({ names, values }) =>
    values === undefined
      ? []
      : [`    ${names.map((name) => `"${path.join(' ')}:${name}"`).join('|')}) ${reply(values)}; return ;;`],
  );

function commandCase({ path, options, commands, values }: DescribedCommand): string {
  const names = options.flatMap((option) => option.names).join(' ');
  const words = commands.map((command) => command.path.at(-1)).join(' ');
  const choices = typeof values === 'object' ? ` ${values.join(' ')}` : '';
  const paths = values === 'files' || path.length === 0 ? ` $(compgen -f -- "$current")` : '';
  return [
    `    "${path.join(' ')}")`,
    `      if [[ "$current" == -* ]]; then COMPREPLY=($(compgen -W "${names}" -- "$current"))`,
    `      else COMPREPLY=($(compgen -W "${words}${choices}" -- "$current")${paths}); fi ;;`,
  ].join('\n');
}

const reply = (values: Values): string => {
  if (values === 'files') return 'COMPREPLY=($(compgen -f -- "$current"))';
  if (values === 'folders') return 'COMPREPLY=($(compgen -d -- "$current"))';
  return values === 'text' ? ':' : `COMPREPLY=($(compgen -W "${values.join(' ')}" -- "$current"))`;
};
