import { Argument, type Command } from 'commander';
import { SCHEMAS } from './schemas.ts';
import { completionScript, SHELLS, type Shell } from './completion/completion.ts';
import type { ExitCode } from './exit-code.ts';
import { print, type Terminal } from './terminal.ts';

/** Adds the commands that read no bundle: what surrounds the program rather than what it is for. */
export function addHelpingCommands(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('page')
    .description('write a page that analyzes, in a browser and without a network, what is dropped on it')
    .option('-o, --output <file>', 'where to write it; - for standard output (default: referto.html)')
    .action(async ({ output }: { readonly output?: string }) =>
      done(await (await import('./commands/page.ts')).writePage(output, terminal)),
    );
  program
    .command('schema')
    .description('print the JSON Schema of a document')
    .argument('<name>', SCHEMAS.join(', '))
    .action(async (name: string) => done(await (await import('./commands/schema.ts')).showSchema(name, terminal)));
  program
    .command('completion')
    .description('print a script that makes a shell complete commands, options and values')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .action(async (shell: Shell) => {
      await print(terminal.stdout, completionScript(program, shell));
      done(0);
    });
}
