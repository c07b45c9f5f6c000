import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBranchCoverage } from './branch-coverage.test.kit.ts';
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

test.skipIf(!isBuilt('run-mutants'))(
  'mutants go through nine of ten branches of the reading of archives (needs a build)',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'referto-coverage-'));
    try {
      await runProgram<MutantFigures>('run-mutants', ['1', '5000'], { env: { NODE_V8_COVERAGE: folder } });
      const files = ['parse-tar', 'admit-tar-header', 'pax-records', 'tar-header'];
      const { total, covered, missed } = await readBranchCoverage(folder, files);
      console.log(`reading of archives: ${covered} of ${total} branches; not ${missed.join(', ')}`);
      expect(total).toBeGreaterThan(150);
      expect(covered / total).toBeGreaterThanOrEqual(0.9);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
