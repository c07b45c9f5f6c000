import { expect, test } from 'vitest';
import { createWork, splitBlocks } from '../bundle/split-blocks.ts';
import { hideSecret } from '../facts/mark-secret.ts';
import { fileContext } from './file-context.ts';

/** What stands around the line that says `quoted`. */
async function around(text: string, lines = 2): Promise<readonly string[]> {
  const number = text.split('\n').indexOf('quoted') + 1;
  const context = fileContext({ quotes: [{ line: number, endLine: number }], lines, mark: hideSecret });
  const work = createWork(1024 * 1024, (memory) => new Uint8Array(memory));
  for await (const block of splitBlocks(one(text), { work, lineBytes: 1024 * 1024, cut: () => undefined })) {
    if (!context.push(block)) break;
  }
  return context.end().map((line) => line.text);
}

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const LOG = '2024-02-07T06:04:43.672Z INFO  checkout handled request in 12 ms for customer 1234567890\n';
/** More than is searched line by line. */
const LONG = LOG.repeat(Math.ceil((17 * 1024 * 1024) / LOG.length));

test('a quote far down in a large file has its lines', async () => {
  expect(await around(`${LONG}before\nquoted\nafter\n${LOG}`, 1)).toEqual(['before', 'after']);
});

test('lines between the frames of a key are marked, wherever the key began', async () => {
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEAx7\n'.repeat(90)}`;
  expect(await around(`${key}quoted\nMIIEpAIBAAKCAQEAx8\n-----END RSA PRIVATE KEY-----\n`, 1)).toEqual([
    '<redacted>',
    '<redacted>',
  ]);
  expect(await around(`${LONG}${key}quoted\nMIIEpAIBAAKCAQEAx8\n`, 1)).toEqual(['<redacted>', '<redacted>']);
});

test('the value of a variable with the name of a secret is marked', async () => {
  expect(await around('quoted\n- name: DB_PASSWORD\n  value: swordfish\n')).toEqual([
    '- name: DB_PASSWORD',
    '  value: <redacted>',
  ]);
});

const SECRET = 'apiVersion: v1\ndata:\n  user: c3dvcmRmaXNo\nquoted\n  pass: c3dvcmRmaXNo\nkind: Secret\n';

test('what stands in the data of a Secret is left out, though its kind stands behind it', async () => {
  expect(
    await around(SECRET.replace('quoted\n', '  other: c3dvcmRmaXNo\n').replace('kind: Secret', 'kind: Secret\nquoted')),
  ).toEqual(['kind: Secret']);
});

test('where the kind stands so far behind that it is not looked for, nothing is given', async () => {
  const far = `${LONG}apiVersion: v1\ndata:\n  user: c3dvcmRmaXNo\n  #\nquoted\n`;
  expect(await around(`${far}  pass: c3dvcmRmaXNo\n`, 1)).toHaveLength(2);
  expect(await around(`${far}  pass: c3dvcmRmaXNo\nkind: Secret\n`, 1)).toEqual([]);
  expect(await around(`${far}${'  pass: c3dvcmRmaXNo\n'.repeat(40_000)}kind: Secret\n`, 1)).toEqual([]);
});

test('control characters are shown and long lines cut', async () => {
  const [before, after] = await around(`\u001b]0;title\u0007a\u0001b\nquoted\n${'y'.repeat(1000)}\n`, 1);
  expect(before).toBe('a\\u{1}b');
  expect(after).toHaveLength(400);
});
