import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { AnalysisStep } from '@referto/core';

/**
 * Settles V8 for a program that runs for seconds, before it has anything to do: the heap grows in small steps, and code
 * must run longer before it is compiled once more, with less of what it calls. An engine complains of flags it does not
 * know, so each is only for those in which it was tried.
 */
export function tuneEngine(version: string = process.versions.v8): void {
  const flags = flagsFor(Number.parseInt(version, 10));
  for (const flag of flags) setFlagsFromString(flag);
  if (flags.includes(SMALL)) growBesideMuch();
}

/** Beside much that stays a new space that grows costs little, and saves copying what stays. */
function growBesideMuch(): void {
  const watch = setInterval(() => {
    if (getHeapStatistics().used_heap_size < MUCH) return;
    clearInterval(watch);
    setFlagsFromString(GROWING);
  }, OFTEN);
  watch.unref();
}

const MUCH = 64 * 1024 * 1024;
const OFTEN = 100;

const SMALL = '--semi-space-growth-factor=1';
/** What V8 does by itself. */
const GROWING = '--semi-space-growth-factor=2';

/**
 * Collects what reading and making facts leave behind, where that is worth it: where little is in use there is little to
 * collect, and looking through much takes long. The engine would wait for as much again.
 */
export function collectBehind({ stage }: AnalysisStep): void {
  if (stage !== 'read' && stage !== 'gather') return;
  const { used_heap_size: used } = getHeapStatistics();
  if (used < LITTLE || used > LONG) return;
  setFlagsFromString('--expose-gc');
  collector ??= runInNewContext('globalThis.gc') as (() => void) | undefined;
  collector?.();
}

/** Only a context that is made after the flag was set has the function; in another engine none may. */
let collector: (() => void) | undefined;

const LITTLE = 28 * 1024 * 1024;
const LONG = 256 * 1024 * 1024;

/** The flags for an engine by its major version. */
export const flagsFor = (major: number): readonly string[] =>
  FLAGS.filter(({ from, to }) => major >= from && major <= to).map(({ flag }) => flag);

/** V8 is at 11 in Node 20, at 12 in Node 22 and at 13 in Node 24. */
const FLAGS = [
  { flag: SMALL, from: 11, to: 13 },
  { flag: '--heap-growing-percent=100', from: 11, to: 13 },
  { flag: '--max-inlined-bytecode-size=230', from: 11, to: 13 },
  { flag: '--max-inlined-bytecode-size-cumulative=230', from: 11, to: 13 },
  { flag: '--interrupt-budget=600000', from: 11, to: 11 },
] as const;
