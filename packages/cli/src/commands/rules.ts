import { didYouMean, type Rule, type RulePack } from '@referto/core';
import { breakCommands, showControls, wrap } from '@referto/core/reporters';
import type { ExitCode } from '../exit-code.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `rules list`: every rule with its severity and title, one a line. */
export async function listRules(directories: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [own, ...others] = await rulePacks(directories);
  const listed = [own, ...others].flatMap((pack) => (pack?.rules ?? []).map((rule) => ({ rule, pack })));
  const width = Math.max(...listed.map(({ rule }) => rule.id.length));
  const lines = listed.map(({ rule: { id, severity, title }, pack }) => {
    const from = pack === undefined || pack === own ? '' : `  (${pack.name} ${pack.version})`;
    return `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}${from}\n`;
  });
  await print(terminal.stdout, harmless(lines.join('')));
  return 0;
}

/** `rules show ID`: what a rule says, its causes and what to do about each. */
export async function showRule(
  { id, directories }: { readonly id: string; readonly directories: readonly string[] },
  terminal: Terminal,
): Promise<ExitCode> {
  const packs = await rulePacks(directories);
  const pack = packs.find(({ rules }) => rules.some((one) => one.id === id));
  const rule = pack?.rules.find((one) => one.id === id);
  if (pack === undefined || rule === undefined) {
    const known = packs.flatMap(({ rules }) => rules.map((one) => one.id));
    throw new UsageError(`there is no rule ${id}${didYouMean(id, known)}`);
  }
  await print(terminal.stdout, harmless(`${ruleLines(rule, pack).join('\n')}\n`));
  return 0;
}

const harmless = (text: string): string => breakCommands(showControls(text));

const WIDTH = 100;

function ruleLines(
  { id, title, severity, causes, remarks = [], references }: Rule,
  { name, version }: RulePack,
): readonly string[] {
  return [
    `${id}  (${severity}; of ${name} ${version})`,
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
