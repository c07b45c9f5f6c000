import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runMain } from './run-main.test.kit.ts';

const BUNDLE = fileURLToPath(new URL('../../../fixtures/bundles/helm-images-refused/bundle', import.meta.url));
const PODS = `NAMESPACE   NAME                         READY   STATUS    RESTARTS   AGE
payments    ledger-api-7d9f8b6c5d-x2x4z   1/1     Running   0          4d
`;

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'referto-redact-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Paths and texts of a folder. */
const filesIn = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(path.length + 1), readFileSync(file, 'utf8')]),
  );

describe('a bundle is written again', () => {
  test('as a folder', async () => {
    const { code, err } = await runMain(['redact', BUNDLE, '-o', join(folder, 'clean')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(filesIn(join(folder, 'clean'))).toEqual(filesIn(BUNDLE));
  });

  test.each(['clean.tar', 'clean.tar.gz', 'clean.tgz'])('as %s, with the same report', async (name) => {
    await runMain(['redact', BUNDLE, '-o', join(folder, name)]);
    expect(readdirSync(folder)).toEqual([name]);
    const [before, after] = await Promise.all([
      runMain([BUNDLE, '--json', '--fail-on', 'never']),
      runMain([join(folder, name), '--json', '--fail-on', 'never']),
    ]);
    const findings = (out: string): unknown => (JSON.parse(out) as { findings: unknown }).findings;
    expect(findings(after.out)).toEqual(findings(before.out));
  });

  test('a file as a file', async () => {
    writeFileSync(join(folder, 'a.txt'), 'password=one\nx\n');
    await runMain(['redact', join(folder, 'a.txt'), '-o', join(folder, 'b.txt')]);
    expect(readFileSync(join(folder, 'b.txt'), 'utf8')).toBe('password=<secret:1>\nx\n');
  });

  test('not into a folder that holds something', async () => {
    const { code, err } = await runMain(['redact', BUNDLE, '-o', BUNDLE]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('not empty') });
  });
});

describe('with --anonymize', () => {
  const cluster = (): string => join(folder, 'cluster');
  beforeEach(() => {
    mkdirSync(join(cluster(), 'payments'), { recursive: true });
    writeFileSync(join(cluster(), 'payments', 'get-pods.txt'), PODS);
  });

  test('names are others of the same length, in paths too', async () => {
    await runMain(['redact', cluster(), '-o', join(folder, 'clean'), '--anonymize']);
    const [[path, text] = ['', '']] = Object.entries(filesIn(join(folder, 'clean')));
    expect(path).toMatch(/^[a-z]{8}\/get-pods\.txt$/);
    expect(path + text).not.toMatch(/payments|ledger/);
    expect(text.split('\n').map((line) => line.length)).toEqual(PODS.split('\n').map((line) => line.length));
    expect(text).toMatch(/^[a-z]{8} {4}[a-z]{6}-[a-z]{3}-7d9f8b6c5d-x2x4z {3}1\/1/m);
  });

  test('a key gives the same names in every bundle, and another key gives others', async () => {
    const clean = async (key: string, name: string): Promise<string> => {
      writeFileSync(join(folder, 'key'), key);
      await runMain(['redact', cluster(), '-o', join(folder, name), '--anonymize-key', join(folder, 'key')]);
      return JSON.stringify(filesIn(join(folder, name)));
    };
    const one = await clean('a key that is long enough', 'one');
    writeFileSync(
      join(cluster(), 'get-nodes.txt'),
      'NAME     STATUS   ROLES    AGE   VERSION\nworker   Ready    <none>   9d    v1.32.5\n',
    );
    const two = await clean('a key that is long enough', 'two');
    const other = await clean('another key, as long as it', 'other');
    const namespace = /([a-z]{8})\/get-pods/.exec(one)?.[1] ?? '';
    expect(namespace).not.toBe('');
    expect(two).toContain(`${namespace}/get-pods`);
    expect(other).not.toContain(`${namespace}/get-pods`);
  });
});
