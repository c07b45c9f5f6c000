import { CommanderError, type Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { keepErrorsToWriters, print, type Terminal } from './terminal.ts';
import { tuneEngine } from './tune-engine.ts';
import { UsageError } from './usage-error.ts';

export type { Terminal } from './terminal.ts';

/** Runs the program with its arguments and resolves to its exit code, once all it says has been written. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  tuneEngine();
  keepErrorsToWriters(terminal);
  let code: ExitCode = 70;
  const said: Said[] = [];
  const program = createProgram(terminal, (done) => (code = done));
  listenTo(program, said);
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    const failure = await describeFailure(error, terminal.signal);
    code = failure.code;
    if (failure.text !== undefined) said.push({ stream: 'stderr', text: `${failure.text}\n` });
  }
  for (const { stream, text } of said) await print(terminal[stream], stream === 'stderr' ? await harmless(text) : text);
  return code;
}

/** Here as in all of the command line, what reads bundles is loaded when it is needed: help need not wait for it. */
async function harmless(text: string): Promise<string> {
  const { breakCommands, showControls } = await import('@referto/core/reporters');
  return breakCommands(showControls(text));
}

interface Said {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** Help and complaints of commander, which would be written without waiting. */
function listenTo(command: Command, said: Said[]): void {
  command.configureOutput({
    writeOut: (text) => said.push({ stream: 'stdout', text }),
    writeErr: (text) => said.push({ stream: 'stderr', text }),
  });
  for (const one of command.commands) listenTo(one, said);
}

interface Failure {
  readonly code: ExitCode;
  /** Absent where commander has said it all, or a signal needs no word. */
  readonly text?: string;
}

async function describeFailure(error: unknown, signal: AbortSignal | undefined): Promise<Failure> {
  if (signal?.aborted) return { code: signal.reason === 143 ? 143 : 130 };
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof UsageError) return { code: 2, text: prefixed(error.message) };
  return describeError(error);
}

async function describeError(error: unknown): Promise<Failure> {
  const { BundleError, RuleError, UnknownRuleError } = await import('@referto/core');
  if (error instanceof RuleError) return { code: 2, text: error.message };
  if (error instanceof UnknownRuleError) return { code: 2, text: prefixed(error.message) };
  if (error instanceof BundleError) return { code: error.code === 'unreadable' ? 3 : 2, text: prefixed(error.message) };
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 70, text: `referto: internal fault: ${trace}` };
}

const prefixed = (text: string): string => text.replace(/^/gm, 'referto: ');
