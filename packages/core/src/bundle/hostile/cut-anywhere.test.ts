import { expect, test } from 'vitest';
import type { CutFigures } from './run-cuts.test.kit.ts';
import { isBuilt, runProgram } from './run-program.test.kit.ts';

test.skipIf(!isBuilt('run-cuts'))(
  'a compressed archive cut after any byte gives the facts of every file whose last byte is there, and a note (needs a build)',
  async () => {
    const { tried, wrong, bytes } = await runProgram<CutFigures>('run-cuts');
    console.log(`cut archives: ${tried} tried, ${wrong.length} failed`);
    expect(wrong).toEqual([]);
    expect(bytes).toBeGreaterThan(18_000);
  },
  300_000,
);
