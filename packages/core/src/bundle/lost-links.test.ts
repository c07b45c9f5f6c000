import { expect, test } from 'vitest';
import { findLostLinks } from './lost-links.ts';

const FILES = ['logs/agent.log', 'config/..2024/key', 'nslookup.txt'];

test.each([
  ['logs/current.log', 'agent.log'],
  ['logs/lookup', '../nslookup.txt'],
  ['latest', 'logs'],
  ['here', '.'],
  ['windows', 'logs\\agent.log'],
])('%s -> %s stays inside', (path, target) => {
  expect(findLostLinks([{ path, target }], FILES)).toEqual([]);
});

test.each([
  ['passwd', '/etc/passwd'],
  ['up', '../outside'],
  ['logs/up', '../../nslookup.txt'],
  ['drive', 'C:\\Windows'],
  ['dangling', 'logs/missing.log'],
  ['logs/agent', 'agent'],
  ['itself', 'itself'],
  ['empty/dir', 'nothing'],
])('%s -> %s is lost', (path, target) => {
  expect(findLostLinks([{ path, target }], FILES)).toEqual([path]);
});

test('a link through a link is followed in the tree, as in a mounted config map', () => {
  const links = [
    { path: 'config/..data', target: '..2024' },
    { path: 'config/key', target: '..data/key' },
  ];
  expect(findLostLinks(links, FILES)).toEqual([]);
});

test('a hard link is named from the top of the archive', () => {
  expect(findLostLinks([{ path: 'logs/copy', target: 'nslookup.txt', fromTop: true }], FILES)).toEqual([]);
});

test('a hundred thousand links that lead to each other end soon', () => {
  const links = Array.from({ length: 100_000 }, (_, at) => ({ path: `l${at}`, target: `l${(at + 1) % 100_000}` }));
  expect(findLostLinks(links, FILES)).toHaveLength(100_000);
}, 5000);
