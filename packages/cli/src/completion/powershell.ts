import { allCommands, type DescribedCommand } from './described-command.ts';

/** Completion for PowerShell 5 and later; where nothing of ours fits, it completes files by itself. */
export function powershellCompletion(program: DescribedCommand): string {
  return `# PowerShell completion for referto; referto completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName referto, kubectl-referto -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = @{
${allCommands(program).map(commandEntry).join('\n')}
  }
  $values = @{
${allCommands(program).flatMap(valueEntries).join('\n')}
  }
  $path = ''
  $previous = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    $word = $element.ToString()
    if ($word -eq $wordToComplete) { break }
    $longer = ("$path $word").Trim()
    if ($commands.ContainsKey($longer)) { $path = $longer }
    $previous = $word
  }
  $offered = if ($values.ContainsKey("\${path}:$previous")) { $values["\${path}:$previous"] } else { $commands[$path] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function commandEntry({ path, options, commands, values }: DescribedCommand): string {
  const words = [
    ...commands.map((command) => command.path.at(-1) ?? ''),
    ...(typeof values === 'object' ? values : []),
    ...options.flatMap(({ names }) => names),
  ];
  return `    ${quoted(path.join(' '))} = @(${words.map(quoted).join(', ')})`;
}

const valueEntries = ({ path, options }: DescribedCommand): readonly string[] =>
  options.flatMap(({ names, values }) =>
    typeof values === 'object'
      ? names.map((name) => `    ${quoted(`${path.join(' ')}:${name}`)} = @(${values.map(quoted).join(', ')})`)
      : [],
  );

const quoted = (text: string): string => `'${text.replace(/'/g, "''")}'`;
