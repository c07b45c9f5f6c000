import type { Command } from '../capture.ts';

/** The lookup that was typed, be it at a prompt or inside a pod. */
export const dnsCommand = (command: Command | undefined): Command | undefined =>
  [command, command?.inner].find((typed) => typed !== undefined && PROGRAMS.has(typed.program));

const PROGRAMS: ReadonlySet<string> = new Set(['nslookup', 'dig', 'host', 'resolve-dnsname']);

/** `dig +short` prints bare values. */
export const isShort = (command: Command | undefined): boolean => dnsCommand(command)?.text.includes('+short') === true;
