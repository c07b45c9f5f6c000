import { expect, test } from 'vitest';
import { concat, makePax, paxRecord } from './make-tar.test.support.ts';
import { readPaxRecords } from './pax-records.ts';

const bodyOf = (records: Readonly<Record<string, string>>): Uint8Array => {
  const { body } = makePax(records);
  return body instanceof Uint8Array ? body : new Uint8Array(0);
};

test('the records that matter are read, others are not kept', () => {
  expect(readPaxRecords(bodyOf({ path: 'logs/è.log', mtime: '1.5', size: '42' }))).toEqual({
    path: 'logs/è.log',
    size: 42,
  });
});

test('a value may hold line ends and equals signs', () => {
  expect(readPaxRecords(bodyOf({ path: 'a=b\n7 size=9', linkpath: 'c' }))).toEqual({
    path: 'a=b\n7 size=9',
    linkpath: 'c',
  });
});

test('a later record wins', () => {
  expect(readPaxRecords(concat([paxRecord('path', 'first'), paxRecord('path', 'second')]))).toEqual({ path: 'second' });
});

test.each(['', '99999 path=x\n', 'x path=y\n', '12path=x\n', '0 path=x\n', '\0\0\0\0'])(
  '%j ends the reading',
  (text) => {
    expect(readPaxRecords(new TextEncoder().encode(text))).toEqual({});
  },
);

test.each(['-1', '1e3', '0x10', ' 5', '9'.repeat(30)])('a size of %j makes the entry unreadable', (size) => {
  expect(readPaxRecords(bodyOf({ size }))).toBeUndefined();
});

test.each([1, 90, 91, 92, 93, 986, 987, 988, 5000])('names of %i bytes are read', (length) => {
  const path = 'n'.repeat(length);
  expect(readPaxRecords(bodyOf({ path, linkpath: 'è' }))).toEqual({ path, linkpath: 'è' });
});
