import { expect, test } from 'vitest';
import { conversionHint, recognizeContent } from './content.ts';
import { concat, makeEntry, makePax, makeTar } from './make-tar.test.support.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0)],
  ['zip', encode('PK\u0003\u0004rest')],
  ['bzip2', encode('BZh91AY&SY')],
  ['rar', encode('Rar!\u001a\u0007\u0001')],
  ['xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0)],
  ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 4)],
  ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
  ['binary', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ['binary', encode('%PDF-1.7\n')],
  ['tar', makeTar([{ name: 'pods.txt' }])],
  ['tar', makeTar([makePax({ path: 'pods.txt' }), { name: 'pods.txt' }])],
  ['tar', makeTar([{ name: 'pods.txt', magic: 'none', type: '\0' }])],
  ['tar', concat([makeEntry({ name: 'pods.txt', edit: (block) => void (block[0] = 255) }).fill(1, 0, 9)])],
  ['text', encode('NAME   READY   STATUS\n')],
  ['text', encode('BZh is how this line begins\n')],
  ['text', encode('x'.repeat(4096))],
  ['text', new Uint8Array(0)],
])('%s is recognized by its first bytes', (content, head) => {
  expect(recognizeContent(head)).toBe(content);
});

test('an archive that is not read comes with what to do', () => {
  expect(conversionHint('xz')).toContain('xz -dc FILE | gzip > FILE.gz');
  expect(conversionHint('binary')).toBeUndefined();
});
