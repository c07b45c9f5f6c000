import { DEFAULT_LIMITS, didYouMean, type Limits } from '@referto/core';
import { Option } from 'commander';
import { UsageError } from './usage-error.ts';

/** `--limit`, one limit of reading. */
export const limitOption = (): Option =>
  new Option(
    '--limit <name=value>',
    'change a limit of reading, such as total-bytes=8GiB or wall-milliseconds=20min (repeatable)',
  )
    .argParser(addLimit)
    .default({}, 'those that SECURITY.md lists');

/** Adds `NAME=VALUE` to limits: a whole number, also with a unit of bytes (KiB, MiB, GiB) or of time (ms, s, min). */
export function addLimit(text: string, before: Partial<Limits>): Partial<Limits> {
  const [name = '', value = ''] = text.split('=', 2);
  const key = LIMITS.get(name);
  if (key === undefined)
    throw new UsageError(`--limit ${text}: there is no limit ${name}${didYouMean(name, [...LIMITS.keys()])}`);
  const [, digits, unit = ''] = VALUE.exec(value) ?? [];
  const amount = Number(digits) * (UNITS.get(unit.toLowerCase()) ?? NaN);
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw new UsageError(`--limit ${text}: give a whole number of 1 or more, such as 200000, 8GiB or 90s`);
  }
  return { ...before, [key]: amount };
}

const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const LIMITS: ReadonlyMap<string, string> = new Map(Object.keys(DEFAULT_LIMITS).map((key) => [kebab(key), key]));

const VALUE = /^(\d{1,15})\s?([a-z]{0,3})$/i;

const UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['kib', 1024],
  ['mib', 1024 ** 2],
  ['gib', 1024 ** 3],
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
]);
