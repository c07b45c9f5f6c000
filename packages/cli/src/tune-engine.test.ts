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

test('an engine that was not tried is left alone', () => {
  expect(flagsFor(10)).toEqual([]);
  expect(flagsFor(14)).toEqual([]);
});
