import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { flagsFor } from './tune-engine.ts';

test('the engine that runs the tests knows every flag it is given', () => {
  const flags = flagsFor(Number.parseInt(process.versions.v8, 10));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, '-e', 'console.log("known")'], {
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'known\n', stderr: '' });
});

/** MiB that the new space takes when `count` objects are kept, and many more come and go. */
function newSpaceBeside(count: number): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { setTimeout } from 'node:timers/promises';
    import { tuneEngine } from ${JSON.stringify(TUNE_ENGINE)};
    tuneEngine();
    const make = (count) => Array.from({ length: count }, (_, at) => ({ at, list: [at] }));
    const kept = make(${count});
    await setTimeout(500);
    for (let round = 0; round < 3; round++) kept[0].more = make(400000);
    const { space_size } = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(space_size / 1024 / 1024);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return Number(stdout);
}

const TUNE_ENGINE = new URL('../dist/tune-engine.js', import.meta.url).href;

test('the new space stays small, but beside much that is kept', () => {
  const beside = newSpaceBeside(1000);
  expect(beside).toBeGreaterThan(0);
  expect(beside).toBeLessThan(4);
  expect(newSpaceBeside(1_500_000)).toBeGreaterThan(8);
});

/** MiB of the heap that are in use when a step of an analysis is over after which much, or little, can be collected. */
function usedBehind(stage: string, count: number): number {
  const program = `
    import { getHeapStatistics } from 'node:v8';
    import { collectBehind, tuneEngine } from ${JSON.stringify(TUNE_ENGINE)};
    tuneEngine();
    let left = Array.from({ length: ${count} }, (_, at) => ({ at, list: [at] }));
    left = [];
    collectBehind({ stage: ${JSON.stringify(stage)} });
    console.log(getHeapStatistics().used_heap_size / 1024 / 1024);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  return Number(stdout);
}

test('what reading and making facts leave behind is collected, where it is much', () => {
  const left = usedBehind('judge', 600_000);
  expect(left).toBeGreaterThan(40);
  expect(usedBehind('read', 600_000)).toBeLessThan(left / 3);
  expect(usedBehind('gather', 600_000)).toBeLessThan(left / 3);
});

test('an engine that was not tried is left alone', () => {
  expect(flagsFor(10)).toEqual([]);
  expect(flagsFor(14)).toEqual([]);
});
