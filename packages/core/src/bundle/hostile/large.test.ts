import { expect, test } from 'vitest';
import { isBuilt, runProgram } from './run-program.test.kit.ts';
import type { LargeFigures, LargeInput } from './run-large.test.kit.ts';

/** Of each input: what is noted of it, and most of the memory and the processor's time that it may take. */
const EXPECTED: readonly (readonly [LargeInput, { notes: readonly string[]; mebibytes: number; seconds: number }])[] = [
  ['bomb', { notes: ['limit-ratio', 'limit-line'], mebibytes: 160, seconds: 20 }],
  ['nested', { notes: ['limit-line'], mebibytes: 160, seconds: 10 }],
  ['one line', { notes: ['limit-line'], mebibytes: 160, seconds: 20 }],
  ['empty lines', { notes: [], mebibytes: 200, seconds: 20 }],
  ['nuls', { notes: ['binary-file'], mebibytes: 160, seconds: 10 }],
  ['stacked', { notes: [], mebibytes: 200, seconds: 10 }],
  ['entries', { notes: [], mebibytes: 250, seconds: 10 }],
  ['more', { notes: [], mebibytes: 260, seconds: 15 }],
];

test.skipIf(!isBuilt('run-large')).each(EXPECTED)(
  'a large input of %s is read within its limits (needs a build)',
  async (input, { notes, mebibytes, seconds }) => {
    const figures = await runProgram<LargeFigures>('run-large', [input]);
    console.log(`${input}: peak ${figures.peakMebibytes} MiB, ${figures.cpuSeconds.toFixed(1)} s of the processor`);
    expect(figures.notes).toEqual(notes);
    expect(figures.peakMebibytes).toBeLessThanOrEqual(mebibytes);
    expect(figures.cpuSeconds).toBeLessThanOrEqual(seconds);
  },
  300_000,
);

test.skipIf(!isBuilt('run-large'))('no more than the limit on all bytes comes out (needs a build)', async () => {
  const limits = JSON.stringify({ totalBytes: 1_000_000, ratio: 1_000_000 });
  const { notes, peakMebibytes } = await runProgram<LargeFigures>('run-large', ['bomb', limits]);
  expect(notes).toContain('limit-total-bytes');
  expect(peakMebibytes).toBeLessThanOrEqual(160);
});
