import { expect, test } from 'vitest';
import type { ChainLink } from '../explanation.ts';
import type { Finding, JudgedCause } from '../finding.ts';
import { explainChains } from './explain-chain.ts';

const line = { path: 'nodes.txt', line: 12, endLine: 12, text: 'Taints: sku=gpu' };

const cause = (id: string, because: JudgedCause['because'] = []): JudgedCause => ({
  id,
  title: `It is ${id}`,
  verdict: 'confirmed',
  resolved: false,
  capped: [],
  evidence: [line],
  counterEvidence: [],
  because,
  collect: [],
  solutions: [],
});

const finding = (id: string, causes: readonly JudgedCause[], more: Partial<Finding> = {}): Finding => ({
  id,
  rule: `shop/${id}`,
  title: id,
  severity: 'error',
  status: 'active',
  seen: true,
  rank: 1,
  explains: [],
  objects: [],
  evidence: [line],
  causes,
  remarks: [],
  references: [],
  ...more,
});

const by = (id: string, causeId?: string): JudgedCause['because'][number] => ({
  rule: `shop/${id}`,
  finding: id,
  ...(causeId === undefined ? {} : { cause: causeId }),
});

const timeout = finding('timeout', [cause('taint', [by('pending', 'taint')])]);
const pending = finding('pending', [cause('taint', [by('tainted', 'all')]), cause('memory')]);
const tainted = finding('tainted', [cause('all')]);
const findings = [tainted, pending, timeout];

/** `rule#cause > next`, with the number of lines that show the last. */
const drawn = (links: readonly ChainLink[]): readonly string[] =>
  links.flatMap(({ rule, cause: id, next, evidence }) =>
    next.length === 0 ? [`${rule}#${id} ${evidence.length}`] : drawn(next).map((rest) => `${rule}#${id} > ${rest}`),
  );

const chain = (rule: string, causeId?: string, among: readonly Finding[] = findings) => {
  const [one] = explainChains(among, { rule, cause: causeId });
  return one && { because: drawn(one.because), explains: drawn(one.explains) };
};

test('what explains an error is told down to the root and the lines that show it', () => {
  expect(chain('shop/timeout')).toEqual({ because: ['shop/pending#taint > shop/tainted#all 1'], explains: [] });
});

test('what follows is told up to the last error', () => {
  expect(chain('shop/tainted')).toEqual({ because: [], explains: ['shop/pending#taint > shop/timeout#taint 0'] });
  expect(chain('shop/pending')).toEqual({ because: ['shop/tainted#all 1'], explains: ['shop/timeout#taint 0'] });
});

test('a cause that is asked for has the chain that goes through it, and no other', () => {
  expect(chain('shop/pending', 'taint')).toEqual(chain('shop/pending'));
  expect(chain('shop/pending', 'memory')).toBeUndefined();
});

test('a finding that stands alone has none, nor has one whose cause is over', () => {
  expect(chain('shop/tainted', undefined, [tainted])).toBeUndefined();
  const over = finding('pending', [{ ...cause('taint', [by('tainted')]), resolved: true }]);
  expect(chain('shop/pending', undefined, [tainted, over])).toBeUndefined();
});

test('an error without a known cause is explained by its own lines', () => {
  const open = finding('pending', [cause('taint', [by('tainted')])]);
  expect(explainChains([finding('tainted', []), open], { rule: 'shop/pending', cause: undefined })[0]!.because).toEqual(
    [{ finding: 'tainted', rule: 'shop/tainted', title: 'tainted', objects: [], next: [], evidence: [line] }],
  );
});
