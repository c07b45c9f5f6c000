import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { collect, rulesOption } from './options.ts';
import type { Terminal } from './terminal.ts';

/** The commands for authors of rules. */
export function addRules(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const rules = program.command('rules').description('list the rules, show one; write, test and lint your own');
  rules
    .command('list')
    .description('list every rule')
    .addOption(rulesOption())
    .action(async (options: { readonly rules: readonly string[] }) =>
      done(await (await import('./commands/rules.ts')).listRules(options.rules, terminal)),
    );
  rules
    .command('show')
    .description('show a rule: its causes, and what to do about each')
    .argument('<id>', 'such as aks-extensions/agent-no-response')
    .addOption(rulesOption())
    .action(async (id: string, options: { readonly rules: readonly string[] }) =>
      done(await (await import('./commands/rules.ts')).showRule({ id, directories: options.rules }, terminal)),
    );
  rules
    .command('new')
    .description('write the files of a new rule, to be filled in')
    .argument('<id>', 'FOLDER/NAME, such as dns/coredns-crash')
    .option('--into <dir>', 'the folder of rules that it goes to', '.')
    .option('--locale <locale>', 'add a file for its words in this language (repeatable)', collect, [])
    .action(async (id: string, { into, locale }: { readonly into: string; readonly locale: readonly string[] }) =>
      done(await (await import('./commands/new-rule.ts')).newRule({ id, into, locales: locale }, terminal)),
    );
  rules
    .command('test')
    .description(
      'run the cases of rules: what they find and ignore, what that rests on, and that other rules are silent',
    )
    .argument('<path...>', 'folders of rules, npm packages, or rule files')
    .addOption(rulesOption())
    .action(async (paths: readonly string[], options: { readonly rules: readonly string[] }) =>
      done(await (await import('./commands/test-rules.ts')).testRules({ paths, rules: options.rules }, terminal)),
    );
  rules
    .command('lint')
    .description('look for faults in rules that their tests do not show')
    .argument('<path...>', 'folders of rules, npm packages, or rule files')
    .option('--locale <locale>', 'every rule must have words in this language (repeatable)', collect, [])
    .addOption(rulesOption())
    .action(async (paths: readonly string[], { locale, ...options }: LintCommandOptions) =>
      done(
        await (await import('./commands/lint-rules.ts')).lintFolders({ ...options, paths, locales: locale }, terminal),
      ),
    );
}

interface LintCommandOptions {
  readonly locale: readonly string[];
  readonly rules: readonly string[];
}
