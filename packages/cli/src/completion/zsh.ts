import { allCommands, type DescribedCommand, type DescribedOption, type Values } from './described-command.ts';

/** Completion for zsh, by its own `_arguments`. */
export function zshCompletion(program: DescribedCommand): string {
  return `#compdef referto kubectl-referto
# zsh completion for referto; put it in a file _referto in your fpath, or: source <(referto completion zsh)
${allCommands(program).map(functionOf).join('\n\n')}

if [[ "$funcstack[1]" == _referto ]]; then _referto "$@"; else compdef _referto referto kubectl-referto; fi
`;
}

const nameOf = (path: readonly string[]): string => ['_referto', ...path].join('_').replace(/-/g, '_');

function functionOf({ path, options, commands, values }: DescribedCommand): string {
  const specs = options.map(optionSpec);
  if (commands.length === 0) {
    return `${nameOf(path)}() {\n  _arguments -s ${[...specs, `'*:${describedValue(values)}'`].join(' \\\n    ')}\n}`;
  }
  const named = commands.map((command) => `'${quoted(`${command.path.at(-1)}:${command.description}`)}'`);
  const cases = commands.map((command) => `        ${command.path.at(-1)}) ${nameOf(command.path)} ;;`);
  return `${nameOf(path)}() {
  local context state line
  local -a commands=(${named.join(' ')})
  _arguments -C -s ${[...specs, "'1: :->first'", "'*:: :->rest'"].join(' \\\n    ')}
  case $state in
    first)
      _describe command commands${values === 'files' ? '\n      _files' : ''} ;;
    rest)
      case $line[1] in
${cases.join('\n')}
        *) _files ;;
      esac ;;
  esac
}`;
}

function optionSpec({ names, description, values }: DescribedOption): string {
  const told = quoted(description).replace(/[[\]:]/g, String.raw`\$&`);
  const value = values === undefined ? '' : `:${describedValue(values)}`;
  const [one = ''] = names;
  const head = names.length === 1 ? `'*${one}` : `'*'{${names.join(',')}}'`;
  return `${head}[${told}]${value}'`;
}

function describedValue(values: Values | undefined): string {
  if (values === 'files') return 'file:_files';
  if (values === 'folders') return 'folder:_files -/';
  return typeof values === 'object' ? `value:(${values.join(' ')})` : 'text: ';
}

/** Text inside single quotes. */
const quoted = (text: string): string => text.replace(/'/g, String.raw`'\''`);
