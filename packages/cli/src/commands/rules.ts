import { didYouMean, type Rule, type RulePack } from '@referto/core';
import { breakCommands, showControls, wrap } from '@referto/core/reporters';
import type { ExitCode } from '../exit-code.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `rules list`: every rule with its severity and title, one a line. */
export async function listRules(directories: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const rules = allRules(await rulePacks(directories));
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}\n`);
  await print(terminal.stdout, harmless(lines.join('')));
  return 0;
}

/** `rules show ID`: what a rule says, its causes and what to do about each. */
export async function showRule(
  { id, directories }: { readonly id: string; readonly directories: readonly string[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const rules = allRules(await rulePacks(directories));
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) {
    const hint = didYouMean(
      id,
      rules.map((one) => one.id),
    );
    throw new UsageError(`there is no rule ${id}${hint}`);
  }
  await print(terminal.stdout, harmless(`${ruleLines(rule).join('\n')}\n`));
  return 0;
}

const allRules = (packs: readonly RulePack[]): readonly Rule[] => packs.flatMap(({ rules }) => rules);

const harmless = (text: string): string => breakCommands(showControls(text));

const WIDTH = 100;

function ruleLines({ id, title, severity, causes, remarks = [], references }: Rule): readonly string[] {
  return [
    `${id}  (${severity})`,
    ...wrap(title, WIDTH),
    ...causes.flatMap((cause) => ['', ...causeLines(cause)]),
    ...remarks.flatMap((remark) => ['', ...wrap(remark, WIDTH)]),
    '',
    ...references,
  ];
}

const causeLines = ({ id, title, solutions }: Rule['causes'][number]): readonly string[] => [
  ...wrap(`${id}: ${title}`, WIDTH),
  ...solutions.flatMap((solution) =>
    wrap(`- ${solution.title}${solution.recommended ? ' (recommended)' : ''}`, WIDTH - 2).map((line) => `  ${line}`),
  ),
];
