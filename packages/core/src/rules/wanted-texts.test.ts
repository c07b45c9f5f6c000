import { expect, test } from 'vitest';
import type { Cause, Condition, Rule, RulePack } from './rule.ts';
import { createLineFilter } from '../filter/line-filter.ts';
import { wantedTexts } from './wanted-texts.ts';

const DERIVED = {
  fields: {
    transport: ['dial tcp', 'i/o timeout'],
    httpStatus: ['response code'],
    endpoint: ['dial tcp', 'response code', 'GET /'],
  },
  values: { endpoint: { dataplane: ['configurations'] } },
};

const packOf = (appears: readonly Condition[], causes: readonly Partial<Cause>[] = []): RulePack => ({
  name: 'shop',
  version: '1.0.0',
  hash: '0',
  rules: [{ id: 'shop/down', appears, causes } as unknown as Rule],
  texts: {},
});

const matching = (packs: readonly RulePack[]) => createLineFilter(wantedTexts(packs, DERIVED)).holds;
const wanted = (...appears: Condition[]) => matching([packOf(appears)]);

test('an entry is wanted if it holds a text that a rule looks for, whatever its case and blanks', () => {
  const matters = wanted({
    'log-line': { is: { message: { contains: ['traffic is not authorized', 'access denied'] } } },
  });
  expect(matters('Errorcode: 403, This Traffic  is\tnot authorized.')).toBe(true);
  expect(matters('{"msg":"ACCESS DENIED"}')).toBe(true);
  expect(matters('traffic is authorized')).toBe(false);
});

test.each([
  ['said "not today"', '{"msg":"he said \\"not today\\""}'],
  ['said "not today"', '{"log":"{\\"msg\\":\\"said \\\\\\"not today\\\\\\"\\"}"}'],
  ['err : {<nil>}', 'err : {\\u003cnil\\u003e}'],
  ['first line second line', '{"msg":"first line\\nsecond line"}'],
  ['https://mcr.example.com', '{"url":"https:\\/\\/mcr.example.com"}'],
  ['C:\\Windows', '{"path":"C:\\\\Windows"}'],
  ['cost (2.5$ + tax) | total', 'COST (2.5$ + tax) | total'],
])('%j is found in %j', (text, entry) => {
  const matters = wanted({ event: { is: { message: { contains: text } } } });
  expect(matters(entry)).toBe(true);
  expect(matters('nothing of it')).toBe(false);
});

test('derived fields bring their texts, of each of which one is needed', () => {
  const matters = wanted({ 'log-line': { is: { endpoint: 'arm', httpStatus: { gt: 0 } } } });
  expect(matters('response code {200}')).toBe(true);
  expect(matters('GET / dial tcp')).toBe(false);
  expect(wanted({ 'operation-error': { is: { 'transport.class': 'timeout' } } })('read: i/o timeout')).toBe(true);
  expect(wanted({ 'log-line': { is: { transport: { absent: true } } } })('dial tcp')).toBe(false);
});

test('the value of a derived field may need a text of its own', () => {
  for (const is of [
    { endpoint: 'dataplane' },
    { 'transport.endpoint': ['dataplane'] },
    { transport: { endpoint: 'dataplane' } },
  ]) {
    const matters = wanted({ 'log-line': { is } });
    expect(matters('GET configurations: dial tcp')).toBe(true);
    expect(matters('GET pods: dial tcp')).toBe(false);
  }
});

test('a text and the texts of a derived field must both be there', () => {
  const matters = wanted({ 'log-line': { is: { httpStatus: 500, message: { contains: 'checkout failed' } } } });
  expect(matters('checkout failed: response code 500')).toBe(true);
  expect(matters('checkout failed')).toBe(false);
  expect(matters('response code 500')).toBe(false);
});

test('a variable in the subject agrees with a field that is not there, so it needs no text', () => {
  const matters = wanted({
    'log-line': { of: { httpStatus: '{status}' }, is: { message: { contains: 'checkout failed' } } },
  });
  expect(matters('checkout failed')).toBe(true);
});

test('the longest piece of a whole message is looked for, and texts of nested fields', () => {
  expect(wanted({ 'log-line': { is: { message: 'cart of {user} is empty*' } } })('the cart of Ann is empty now')).toBe(
    true,
  );
  expect(
    wanted({ 'log-line': { is: { fields: { ArmId: { contains: '/resourceGroups/' } } } } })('x/resourcegroups/y'),
  ).toBe(true);
});

test('every part of a rule and of its causes counts, in groups as well', () => {
  const asked = (text: string): Condition => ({
    any: [{ all: [{ 'log-line': { is: { message: { contains: text } } } }] }],
  });
  const parts = {
    when: [asked('when it is')],
    unless: [asked('unless it is')],
    'resolved-by': [asked('over and out')],
  };
  const matters = matching([
    packOf([], [{ ...parts, because: [asked('because of it')], uses: [asked('it is used')] }]),
  ]);
  for (const text of ['when it is', 'unless it is', 'over and out', 'because of it', 'it is used']) {
    expect(matters(text), text).toBe(true);
  }
});

test('without questions to logs nothing is wanted', () => {
  const matters = wanted(
    { pod: { is: { message: { contains: 'back-off restarting' } } } },
    { 'log-line': { of: { pod: '{pod}' } } },
  );
  expect(matters('')).toBe(false);
  expect(matters('back-off restarting')).toBe(false);
});
