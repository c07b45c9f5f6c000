import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBudget } from '../bundle/create-budget.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import type { WantedTexts } from '../filter/wanted-texts.ts';
import { readCaptures } from './read-captures.ts';
import type { MemberRead } from './read-member.ts';

const WANTED: WantedTexts = {
  literals: ['connection refused', 'not found', 'FailedScheduling', 'Back-off restarting'],
  wants: [[[0]], [[1]], [[2], [3]]],
};

async function read(text: string, options: { readonly plain: boolean; readonly size: number }): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += options.size) yield bytes.subarray(at, at + options.size);
  }
  const budget = createBudget({ lineBytes: 4096 });
  const bundle = await openBundle(pieces(), { budget, name: 'shop/web-0/web.log' });
  const members: unknown[] = [];
  await readCaptures(bundle, { budget, wanted: WANTED, plain: options.plain }, (member) => void members.push(member));
  return { members, notes: budget.notes };
}

const entry = fc.constantFrom(
  '{"level":"info","msg":"reconciled"}',
  '2024-02-07T06:04:42Z ERROR dial tcp 10.0.0.1:443: connect: connection refused',
  '2024-02-07T06:04:42Z ERROR image not  found',
  'E0207 06:04:42.000000       1 main.go:1] "it failed" err="not\\nfound"',
  '\tat com.example.Cart.get(Cart.java:58)',
  '   indented after all',
  '\u001b[31mERROR\u001b[0m connection refused',
  '',
  '  ',
  'caffè è pronto',
  'x'.repeat(5000),
  '$ kubectl get pods',
  'NAME    READY   STATUS    RESTARTS   AGE',
  'web-0   0/1     Running   0          3d',
  'Name:         web-0',
  'Events:  <none>',
  '```',
  'apiVersion: v1',
  'No resources found in shop namespace.',
);
const ordinary = fc.constantFrom('2024-02-07T06:04:42Z INFO ready', '2024-02-07T06:04:43Z ERROR connection refused 7');
const lines = fc.array(fc.oneof({ weight: 1, arbitrary: entry }, { weight: 12, arbitrary: ordinary }), {
  minLength: 150,
  maxLength: 700,
});

test('a log tells the same whether all of its lines are looked at or few, and however its bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      fc.integer({ min: 50, max: 5000 }),
      fc.constantFrom('\n', '\r\n'),
      async (all, size, end) => {
        const text = all.join(end);
        const plainly = await read(text, { plain: true, size: 1 << 20 });
        expect(await read(text, { plain: false, size })).toEqual(plainly);
        expect(await read(text, { plain: false, size: 1 << 20 })).toEqual(plainly);
      },
    ),
    { numRuns: 60 },
  );
});

test('an entry far down in a log has its line', async () => {
  const text = `${'2024-02-07T06:04:42Z INFO ready\n'.repeat(30_000)}2024-02-07T06:04:43Z ERROR connection refused\n`;
  const { members } = (await read(text, { plain: false, size: 300_000 })) as { members: readonly MemberRead[] };
  expect(members[0]?.readings.at(-1)?.fact.origin.line).toBe(30_001);
  expect(members[0]?.lines).toBe(30_001);
  expect(members[0]?.captures).toMatchObject([{ line: 1, endLine: 30_001, kind: 'kubectl logs' }]);
});
