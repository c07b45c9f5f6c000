import type { Command } from 'commander';
import {
  allCommands,
  describeCommand,
  type DescribedCommand,
  type DescribedOption,
} from './completion/described-command.ts';

/** The manual page of the program, section 1, in the man macros of roff. */
export function manualPage(program: Command, version: string): string {
  const described = describeCommand(program);
  return [
    `.TH REFERTO 1 "" "referto ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'referto \\- what is wrong in saved Kubernetes captures, why, and what to do',
    '.SH SYNOPSIS',
    '.B referto',
    '.I PATH...',
    '.br',
    '.B referto',
    '.I COMMAND',
    '.RI [ OPTION... ]',
    '.SH DESCRIPTION',
    roff(described.description),
    ...allCommands(described).flatMap(commandLines),
    '.SH EXIT STATUS',
    ...EXITS.flatMap(([code, when]) => ['.TP', `.B ${code}`, when]),
    '.SH FILES',
    '.TP',
    '.B .referto.yaml',
    'Settings and suppressions of the folder that the program runs in.',
    '',
  ].join('\n');
}

const EXITS = [
  ['0', 'Analyzed; no active finding at or above \\-\\-fail\\-on.'],
  ['1', 'Such findings, or what other commands look for.'],
  ['2', 'Usage, configuration, or a rule pack.'],
  ['3', 'Part of the input was not read; the report says which.'],
  ['70', 'Internal fault.'],
  ['130, 143', 'Ended by a signal.'],
] as const;

function commandLines({ path, description, options }: DescribedCommand): readonly string[] {
  const heading = path.length === 0 ? ['.SH OPTIONS'] : [`.SH ${roff(`referto ${path.join(' ')}`)}`, roff(description)];
  return [...heading, ...options.flatMap(optionLines)];
}

const optionLines = ({ names, description, values }: DescribedOption): readonly string[] => [
  '.TP',
  `.BR ${names.map(roff).join(' ", " ')}${valueOf(values)}`,
  roff(description) || 'See the help of the command.',
];

function valueOf(values: DescribedOption['values']): string {
  if (values === undefined) return '';
  return typeof values === 'object' ? ` " ${values.map(roff).join('|')}"` : ` " ${values.toUpperCase()}"`;
}

/** Text that roff takes for nothing else: hyphens stay hyphens, and no line begins a request. */
const roff = (text: string): string =>
  text
    .replace(/\\/g, '\\e')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/gm, '\\&$1')
    .replace(/"/g, '\\(dq');
