import type { Role, Style } from '@referto/core/reporters';
import type { Terminal } from './terminal.ts';

/** The style for standard output: colors where a terminal shows them and nobody asked for none. */
export function styleFor({ stdout, env }: Terminal, wanted: boolean): Style | undefined {
  if (!wanted || isSet(env['NO_COLOR'])) return undefined;
  const forced = isSet(env['FORCE_COLOR']) && env['FORCE_COLOR'] !== '0';
  if (!forced && (!stdout.isTTY || env['TERM'] === 'dumb' || env['FORCE_COLOR'] === '0')) return undefined;
  return (role, text) => `\u001B[${CODES[role]}m${text}\u001B[0m`;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

const CODES: Readonly<Record<Role, string>> = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  resolved: '32',
  confirmed: '31',
  likely: '33',
  possible: '36',
  excluded: '2',
  title: '1',
  place: '4',
  mark: '31',
  command: '36',
};
