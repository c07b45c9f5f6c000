import type { Limits } from '@referto/core';
import { Command, Option } from 'commander';
import type { Locale } from '@referto/core/reporters';
import { COLLECT_SHELLS } from './collect-shells.ts';
import type { Anonymizing } from './anonymizing.ts';
import type { CollectRequest } from './commands/collect.ts';
import type { CompareRequest } from './commands/compare.ts';
import type { ExplainRequest } from './commands/explain.ts';
import type { RedactRequest } from './commands/redact.ts';
import type { ExitCode, FailOn } from './exit-code.ts';
import { limitOption } from './limits.ts';
import { addHelpingCommands } from './helping-commands.ts';
import {
  addAnonymizing,
  addDocument,
  addGrouping,
  addSuppressing,
  capturedAtOption,
  contextOption,
  localeOption,
  rulesOption,
  suppressingOf,
  type SuppressingOptions,
} from './options.ts';
import { addRules } from './rules-program.ts';
import { FORMATS, type Format, type OutputWish } from './outputs.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** The command line of the program; `done` is told the exit code of the command that ran. */
export function createProgram(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const program = new Command('referto')
    .description('Says what is wrong in saved Kubernetes captures: why, how we know, and what to do. Works offline.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .usage('PATH... | COMMAND')
    .exitOverride()
    .showHelpAfterError('(--help lists what can be given)')
    .addHelpText('after', EXAMPLES);
  addAnalyze(program, terminal, done);
  addFacts(program, terminal, done);
  addExplain(program, terminal, done);
  addCollect(program, terminal, done);
  addCompare(program, terminal, done);
  addRedact(program, terminal, done);
  addRules(program, terminal, done);
  addHelpingCommands(program, terminal, done);
  return program;
}

const EXAMPLES = `
Examples:
  referto ticket.tgz                        what is wrong in a bundle
  referto pods.txt agent.log nslookup.txt   loose files of one ticket
  kubectl logs agent | referto -            what comes through a pipe
  referto ticket.tgz --json -o report.json  for a program
  referto facts ticket.tgz                  what was read, one JSON object a line
  referto explain ticket.tgz kubernetes/pod-unschedulable   why it says so, condition by condition
  referto collect ticket.tgz -o collect.sh  a script that gathers what is still open
  referto compare before.tgz after.tgz      did the fix work?

Exit codes: 0 analyzed, nothing at or above --fail-on; 1 findings; 2 usage or rules;
3 part of the input was not read; 70 internal fault. Nothing is ever sent anywhere.`;

const EXPLAIN_EXAMPLES = `
Examples:
  referto explain ticket.tgz aks-extensions/agent-no-response
  referto explain ticket/ aks-extensions/agent-no-response#egress-blocked

Exit codes: 0 explained; 2 usage, or no such rule or cause; 3 part of the input was not read.`;

const COLLECT_EXAMPLES = `
Examples:
  referto collect ticket.tgz -o collect.sh                      for bash; run it where kubectl reaches the cluster
  referto collect ticket.tgz --shell powershell -o collect.ps1
  referto ticket/ referto-collect-20261125T100000Z.tar.gz --together     judge again, with what it packed

Exit codes: 0 written, or nothing is open; 2 usage or rules; 3 part of the input was not read.`;

const COMPARE_EXAMPLES = `
Examples:
  referto compare monday.tgz tuesday.tgz    what became of what was wrong on Monday

Exit codes: 0 nothing is left, new or out of sight; 1 something is; 2 usage or rules; 3 part of the input was not read.`;

interface SharedOptions extends Anonymizing {
  readonly together?: true;
  readonly each?: true;
  readonly quiet: boolean;
  readonly capturedAt?: number;
  readonly limit?: Partial<Limits>;
}

interface AnalyzeOptions extends SharedOptions, SuppressingOptions {
  readonly verbose?: true;
  readonly debug?: true;
  readonly rules: readonly string[];
  readonly locale: Locale;
  readonly failOn: FailOn;
  readonly color: boolean;
  readonly timeline?: true;
  readonly context?: number;
}

function addAnalyze(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const outputs: OutputWish[] = [];
  const command = program
    .command('analyze', { isDefault: true })
    .description('report what is wrong in bundles: archives, folders, files, or - for standard input')
    .argument('[path...]', 'archives are bundles of their own; loose files and folders together are one')
    .addOption(new Option('-f, --format <format>', 'text by default; each may have its own -o').choices(FORMATS))
    .option('--json', 'the same as --format json')
    .option('-o, --output <file>', 'write the report there instead of to standard output; a folder if it ends with /')
    .addOption(rulesOption())
    .addOption(localeOption())
    .addOption(capturedAtOption())
    .option('--timeline', 'also put what the findings rest on in the order of time')
    .addOption(contextOption())
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from here on')
        .choices(['error', 'warning', 'never'])
        .default('error'),
    )
    .option('--no-color', 'print without colors')
    .option('-v, --verbose', 'tell on standard error where the time went')
    .option('--debug', 'the same, rule by rule');
  addSuppressing(addAnonymizing(addGrouping(command)))
    .on('option:format', (format: Format) => outputs.push({ format }))
    .on('option:json', () => outputs.push({ format: 'json' }))
    .on('option:output', (file: string) => outputs.push({ file }))
    .action(async (paths: readonly string[], { together, each, ...options }: AnalyzeOptions) => {
      if (paths.length === 0 && terminal.stdin.isTTY) program.help();
      done(
        await (
          await import('./commands/analyze.ts')
        ).runAnalyze(
          { ...options, suppressing: suppressingOf(options), paths, outputs, grouping: groupingOf(together, each) },
          terminal,
        ),
      );
    });
}

function addFacts(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command('facts')
    .description('print every fact that was read, one JSON object a line')
    .argument('<path...>', 'as for analyze')
    .addOption(capturedAtOption());
  addAnonymizing(addGrouping(command)).action(
    async (paths: readonly string[], { together, each, ...options }: SharedOptions) => {
      done(
        await (
          await import('./commands/facts.ts')
        ).runFacts({ ...options, paths, grouping: groupingOf(together, each) }, terminal),
      );
    },
  );
}

interface ExplainOptions extends Omit<ExplainRequest, 'bundle' | 'rule' | 'suppressing'>, SuppressingOptions {
  readonly json?: true;
}

function addExplain(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command('explain')
    .description('explain condition by condition why a rule, or one cause of it, says what it says of a bundle')
    .argument('<bundle>', 'an archive, folder or file, or - for standard input')
    .argument('<rule>', 'a rule, or RULE#CAUSE; `referto rules list` names them');
  addSuppressing(addAnonymizing(addDocument(command)))
    .addOption(capturedAtOption())
    .addHelpText('after', EXPLAIN_EXAMPLES)
    .action(async (bundle: string, rule: string, { json, ...options }: ExplainOptions) => {
      const suppressing = suppressingOf(options);
      done(
        await (
          await import('./commands/explain.ts')
        ).runExplain({ ...options, ...(json && { format: 'json' as const }), suppressing, bundle, rule }, terminal),
      );
    });
}

function addCollect(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('collect')
    .description('write a script that gathers what would settle what a bundle leaves open, and changes nothing')
    .argument('<bundle>', 'an archive, folder or file, or - for standard input')
    .addOption(new Option('--shell <shell>', 'what the script is for').choices(COLLECT_SHELLS).default('bash'))
    .option('-o, --output <file>', 'write it there instead of to standard output')
    .option('--not-judged', 'also gather what the rules need that could not be judged', false)
    .addOption(rulesOption())
    .addOption(capturedAtOption())
    .addOption(limitOption())
    .option('-q, --quiet', 'print nothing but the script', false)
    .addHelpText('after', COLLECT_EXAMPLES)
    .action(async (bundle: string, options: Omit<CollectRequest, 'bundle'>) =>
      done(await (await import('./commands/collect.ts')).runCollect({ ...options, bundle }, terminal)),
    );
}

interface CompareOptions extends Omit<CompareRequest, 'before' | 'after' | 'suppressing'>, SuppressingOptions {
  readonly json?: true;
}

function addCompare(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = program
    .command('compare')
    .description('say what became of every error and cause between two bundles of one cluster')
    .argument('<before>', 'an archive, folder or file')
    .argument('<after>', 'the same, taken later');
  addSuppressing(addAnonymizing(addDocument(command)))
    .addHelpText('after', COMPARE_EXAMPLES)
    .action(async (before: string, after: string, { json, ...options }: CompareOptions) => {
      done(
        await (
          await import('./commands/compare.ts')
        ).runCompare(
          { ...options, ...(json && { format: 'json' as const }), suppressing: suppressingOf(options), before, after },
          terminal,
        ),
      );
    });
}

function addRedact(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('redact')
    .description('write a bundle again without its secrets; what is reported of it stays the same')
    .argument('<bundle>', 'an archive, folder or file, or - for standard input')
    .requiredOption(
      '-o, --output <clean>',
      'where to: an archive (.tar.gz, .tgz, .tar), a folder, or a file for a file',
    )
    .option('--anonymize', 'write other names, public addresses and ids too, each as long as the one it stands for')
    .option('--anonymize-key <file>', 'the same, chosen by this key: alike in every bundle that it is used for')
    .addOption(limitOption())
    .option('-q, --quiet', 'print nothing but errors', false)
    .action(async (bundle: string, options: Omit<RedactRequest, 'bundle'>) => {
      done(await (await import('./commands/redact.ts')).runRedact({ ...options, bundle }, terminal));
    });
}

const groupingOf = (together?: true, each?: true): 'together' | 'each' | undefined =>
  together ? 'together' : each ? 'each' : undefined;
