import { expect, test } from 'vitest';
import { readHosts } from './coredns-hosts.ts';

test.each([
  [
    'on lines of their own',
    'hosts {\n  10.0.0.1 a.example B.example.\n  fallthrough\n}',
    ['10.0.0.1 a.example', '10.0.0.1 b.example'],
  ],
  ['on one line', 'hosts { 20.39.12.229 a.example fallthrough }', ['20.39.12.229 a.example']],
  ['with a file and zones', 'hosts custom.hosts example.org {\n 10.0.0.1 example.org\n}', ['10.0.0.1 example.org']],
  ['inside a server', '.:53 {\n errors\n hosts {\n  fd00::1 a.example\n }\n cache 30\n}', ['fd00::1 a.example']],
  ['with a comment', 'hosts {\n # 10.9.9.9 old.example\n 10.0.0.1 a.example # new\n}', ['10.0.0.1 a.example']],
  ['with a placeholder', 'hosts {\n 20.39.12.229 <region>.dp.example\n}', ['20.39.12.229 <region>.dp.example']],
  ['without a block', 'hosts\n10.0.0.1 a.example', []],
  ['in another block', 'forward . 10.0.0.1 {\n max_fails 0\n}', []],
])('reads entries %s', (_, text, expected) => {
  expect(readHosts(text, 'Corefile').map(({ address, name }) => `${address} ${name}`)).toEqual(expected);
});
