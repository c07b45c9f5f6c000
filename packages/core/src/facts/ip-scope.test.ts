import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scopeOf } from './ip-scope.ts';

test.each([
  ['10.224.1.184', 'private'],
  ['172.16.94.146', 'private'],
  ['172.31.255.255', 'private'],
  ['192.168.219.29', 'private'],
  ['100.64.0.1', 'private'],
  ['100.127.255.254', 'private'],
  ['fd00:10::a', 'private'],
  ['FC00::1', 'private'],
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:a00:1', 'private'],
  ['20.39.12.229', 'public'],
  ['172.15.0.1', 'public'],
  ['172.32.0.1', 'public'],
  ['173.16.0.1', 'public'],
  ['100.63.0.1', 'public'],
  ['100.128.0.1', 'public'],
  ['168.63.129.16', 'public'],
  ['192.169.0.1', 'public'],
  ['2603:1030:73f::772', 'public'],
  ['::ffff:20.39.12.229', 'public'],
  ['2001:db8:0:0:0:0:0:1', 'public'],
  ['127.0.0.53', 'local'],
  ['169.254.169.254', 'local'],
  ['0.0.0.0', 'local'],
  ['::1', 'local'],
  ['::', 'local'],
  ['fe80::1%eth0', 'local'],
])('%s is %s', (address, scope) => {
  expect(scopeOf(address)).toBe(scope);
});

test.each([
  '',
  'mcr.microsoft.com',
  '10.0.0',
  '10.0.0.256',
  '1:2:3',
  '1::2::3',
  '10.0.0.10#53',
  '1:2:3:4:5:6:7:8:9',
  'UnKnown',
])('%j is no address', (text) => {
  expect(scopeOf(text)).toBeUndefined();
});

test('any four octets and any eight groups have a scope', () => {
  fc.assert(fc.property(fc.ipV4(), (address) => scopeOf(address) !== undefined));
  fc.assert(fc.property(fc.ipV6(), (address) => scopeOf(address) !== undefined));
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => ['private', 'public', 'local', undefined].includes(scopeOf(text))));
});
