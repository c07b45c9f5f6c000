import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEntry } from './make-tar.test.support.ts';
import { hasValidChecksum, readName, readSize } from './tar-header.ts';

const header = (size: string | Uint8Array): Uint8Array =>
  makeEntry({ name: 'pods.txt', size: typeof size === 'string' ? new TextEncoder().encode(size) : size }).subarray(
    0,
    512,
  );

test.each<[string | Uint8Array, number | undefined]>([
  ['00000000015\0', 13],
  ['         15 ', 13],
  ['15\0garbage', 13],
  ['\0\0\0\0\0\0\0\0\0\0\0\0', 0],
  ['77777777777\0', 8_589_934_591],
  ['777777777777', 68_719_476_735],
  ['9', undefined],
  ['1e3', undefined],
  ['-1', undefined],
  [Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0), 8_589_934_592],
  [Uint8Array.of(0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), undefined],
  [Uint8Array.of(0x81, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), undefined],
  [new Uint8Array(12).fill(255), undefined],
])('a size field of %j is %s', (field, size) => {
  expect(readSize(header(field))).toBe(size);
});

test('the name of a POSIX header has its prefix in front', () => {
  const long = makeEntry({ name: 'agent.log', edit: (block) => block.set(new TextEncoder().encode('var/log'), 345) });
  expect(readName(long)).toBe('var/log/agent.log');
  const gnu = makeEntry({
    name: 'agent.log',
    magic: 'gnu',
    edit: (block) => block.set(new TextEncoder().encode('123'), 345),
  });
  expect(readName(gnu)).toBe('agent.log');
});

test('a checksum is that of all bytes but its own, which count as blanks', () => {
  const bytes = fc.uint8Array({ minLength: 515, maxLength: 515 });
  fc.assert(
    fc.property(bytes, fc.constantFrom(0, 1, 2, 3), fc.nat(511), (memory, from, changed) => {
      const block = memory.subarray(from, from + 512);
      block.fill(32, 148, 156);
      const sum = block.reduce((total, byte) => total + byte, 0);
      block.set(new TextEncoder().encode(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
      expect(hasValidChecksum(block)).toBe(true);
      if (changed >= 148 && changed < 156) return;
      block[changed] = block[changed]! ^ 1;
      expect(hasValidChecksum(block)).toBe(false);
    }),
  );
  const whole = new Uint8Array(512).fill(255);
  whole.set(new TextEncoder().encode(`${(504 * 255 + 8 * 32).toString(8)}\0 `), 148);
  expect(hasValidChecksum(whole)).toBe(true);
});
