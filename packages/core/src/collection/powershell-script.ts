import { manifestHead, purposeOf, shownCommand } from './manifest.ts';
import type { CollectionPlan, PlannedCapture } from './plan-collection.ts';

/** The same for Windows PowerShell 5.1 and newer: the captures of a plan, packed as a zip archive. */
export const powershellScript = (plan: CollectionPlan): string =>
  [HEAD, ...plan.captures.map(purposeOf), PREPARE, startOf(plan), ...plan.captures.map(captureCall), PACK].join('\n');

const startOf = (plan: CollectionPlan): string => `$head = ${literal(manifestHead(plan, 'powershell'))}`;

function captureCall({ words, file }: PlannedCapture): string {
  const [program = '', ...rest] = words;
  const shown = shownCommand(words);
  const given = [file, JSON.stringify(shown), shown, program, rest.map(argument).join(' ')];
  return `Save-Capture ${given.map(literal).join(' ')}`;
}

/**
 * A text as PowerShell takes it, whatever is in it and in whichever encoding the script is saved: in single quotes, which
 * it doubles, and characters beyond ASCII by their numbers.
 */
export function literal(text: string): string {
  const parts = text.match(/[ -~]+|[^ -~]+/g) ?? [''];
  const written = parts.map((part) =>
    /^[ -~]/.test(part) || part === ''
      ? `'${part.replaceAll("'", "''")}'`
      : [...Array(part.length).keys()].map((at) => `[char]${part.charCodeAt(at)}`).join(' + '),
  );
  return written.length === 1 && written[0]!.startsWith("'") ? written[0]! : `('' + ${written.join(' + ')})`;
}

/** A word of the command line that Windows hands to a program, which takes it apart again: quotes and what leads to them. */
export const argument = (word: string): string =>
  /^[\w.:/=@+,-]+$/.test(word) ? word : `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`;

const HEAD = `# Collects what a diagnosis still needs. It only reads, and changes nothing in the cluster.
# Run it where kubectl reaches the cluster:  powershell -ExecutionPolicy Bypass -File THIS-FILE
# Look into the archive before you send it: it holds what the commands below print.
#`;

const PREPARE = `
$name = 'referto-collect-' + [DateTime]::UtcNow.ToString('yyyyMMddTHHmmssZ')
$work = Join-Path ([IO.Path]::GetTempPath()) $name
$null = New-Item -ItemType Directory -Force -Path (Join-Path $work 'captures')
$utf8 = New-Object Text.UTF8Encoding $false
$entries = New-Object Collections.Generic.List[string]
function Get-Now { [DateTime]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", [Globalization.CultureInfo]::InvariantCulture) }
$begun = Get-Now

function Save-Capture([string]$File, [string]$Json, [string]$Shown, [string]$Program, [string]$Arguments) {
  $path = Join-Path (Join-Path $work 'captures') $File
  $started = Get-Now
  $output = ''
  $errors = ''
  $code = 127
  Write-Host "  $Shown"
  $found = @(Get-Command $Program -CommandType Application -ErrorAction SilentlyContinue)
  if ($found.Count -eq 0) {
    $errors = "bash: \${Program}: command not found\`n"
  } elseif ($found[0].Path -match '\\.(cmd|bat)$' -and $Arguments -match '[^A-Za-z0-9._:/=@+, -]') {
    $errors = "bash: \${Program}: a word of the command cannot be given to a batch file\`n"
    $code = 126
  } else {
    $start = New-Object Diagnostics.ProcessStartInfo
    $start.FileName = $found[0].Path
    $start.Arguments = $Arguments
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $start.StandardOutputEncoding = $utf8
    $start.StandardErrorEncoding = $utf8
    $process = [Diagnostics.Process]::Start($start)
    $process.StandardInput.Close()
    $reading = $process.StandardOutput.ReadToEndAsync()
    $failing = $process.StandardError.ReadToEndAsync()
    if ($process.WaitForExit(120000)) {
      $process.WaitForExit()
      $code = $process.ExitCode
    } else {
      $process.Kill()
      $code = 124
    }
    $output = $reading.Result
    $errors = $failing.Result
  }
  $text = '$ ' + $Shown + "\`n" + $output
  if ($errors -ne '' -and $output -eq '') { $text += $errors }
  [IO.File]::WriteAllText($path, $text, $utf8)
  if ($errors -ne '' -and $output -ne '') { [IO.File]::WriteAllText(($path -replace '\\.txt$', '.stderr.txt'), $errors, $utf8) }
  $entries.Add('{"command":' + $Json + ',"file":"captures/' + $File + '","exitCode":' + $code + ',"startedAt":"' + $started + '","endedAt":"' + (Get-Now) + '"}')
}

Write-Host 'Collecting:'`;

const PACK = `
$manifest = $head + '"startedAt":"' + $begun + '","captures":[' + "\`n" + ($entries -join ",\`n") + "\`n" + '],"endedAt":"' + (Get-Now) + "\`"}\`n"
[IO.File]::WriteAllText((Join-Path $work 'referto-collect.json'), $manifest, $utf8)
$archive = Join-Path (Get-Location) ($name + '.zip')
Compress-Archive -Path $work -DestinationPath $archive
Remove-Item -Recurse -Force $work
Write-Host "Please send $archive"
`;
