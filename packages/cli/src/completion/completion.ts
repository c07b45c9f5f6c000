import type { Command } from 'commander';
import { bashCompletion } from './bash.ts';
import { describeCommand, withDefault, type DescribedCommand } from './described-command.ts';
import { fishCompletion } from './fish.ts';
import { powershellCompletion } from './powershell.ts';
import { zshCompletion } from './zsh.ts';

const SCRIPTS: Readonly<Record<Shell, (program: DescribedCommand) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** The shells that can complete what is typed. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script that makes a shell complete the program's commands, options and values. */
export const completionScript = (program: Command, shell: Shell): string =>
  SCRIPTS[shell](withDefault(describeCommand(program)));
