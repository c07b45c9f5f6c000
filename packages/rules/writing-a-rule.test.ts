import { readFile } from 'node:fs/promises';
import { analyze, loadRules, testRule } from '@referto/core';
import { rules } from '@referto/rules';
import { expect, test } from 'vitest';

const page = await readFile(new URL('../../docs/writing-a-rule.md', import.meta.url), 'utf8');

/** The YAML blocks of the page, by the path in their first line. */
const files = Object.fromEntries(
  [...page.matchAll(/^```yaml\n# (\S+)\n([^]*?)^```$/gm)].map(([, path = '', text = '']) => [path, text]),
);

test('the example for authors of rules is a sound rule that passes its test', async () => {
  expect(Object.keys(files)).toEqual(['dns/coredns-crash.yaml', 'dns/coredns-crash.test.yaml']);
  const pack = loadRules(files, { name: 'example', version: '1.0.0' });
  const path = 'dns/coredns-crash.test.yaml';
  const { cases, failures } = await testRule({ path, text: files[path] ?? '' }, { rules: [rules, pack], analyze });
  expect(failures).toEqual([]);
  expect(cases).toBe(6);
});
