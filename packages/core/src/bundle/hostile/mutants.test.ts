import { expect, test } from 'vitest';
import type { MutantFigures } from './run-mutants.test.kit.ts';
import { isBuilt, runProgram } from './run-program.test.kit.ts';

const LONG = process.env['REFERTO_FUZZ'] === 'long';
const COUNT = LONG ? 1_000_000 : 100_000;

test.skipIf(!isBuilt('run-mutants'))(
  `of ${COUNT} mutants all settle, none throws, and memory stays bounded (needs a build)`,
  async () => {
    const figures = await runProgram<MutantFigures>('run-mutants', ['1', `${COUNT}`]);
    const { tried, unsettled, thrown, deep, peakMebibytes, seconds } = figures;
    const share = Math.round((100 * deep) / tried);
    console.log(
      `archive mutants: ${tried} tried, ${unsettled.length + thrown.length} failed, ${share} % past the headers, peak ${peakMebibytes} MiB, ${seconds} s`,
    );
    expect({ tried, unsettled, thrown }).toEqual({ tried: COUNT, unsettled: [], thrown: [] });
    expect(share).toBeGreaterThanOrEqual(30);
    expect(peakMebibytes).toBeLessThanOrEqual(256);
  },
  LONG ? 3_600_000 : 300_000,
);
