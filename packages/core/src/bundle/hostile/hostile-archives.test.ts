import { expect, test } from 'vitest';
import { createBudget } from '../create-budget.ts';
import { readTexts } from '../make-tar.test.support.ts';
import { openBundle } from '../open-bundle.ts';
import { HOSTILE_PACKED } from './hostile-packed.test.data.ts';
import { HOSTILE_TARS } from './hostile-tars.test.data.ts';

/** Another program may take the processor meanwhile, so a slow reading is tried again. */
const TRIES = 3;

test.each([...HOSTILE_TARS, ...HOSTILE_PACKED])('$name', async ({ bytes, notes, files }) => {
  const archive = bytes();
  for (let left = TRIES; left > 0; left -= 1) {
    const budget = createBudget();
    const started = performance.now();
    const texts = await readTexts(await openBundle(archive, { budget }));
    const milliseconds = performance.now() - started;
    expect([...new Set(budget.notes.map(({ code }) => code))]).toEqual(notes);
    expect(texts.map(([path]) => path)).toEqual(files);
    if (milliseconds < 1000) return;
  }
  expect.fail('takes longer than a second');
});
