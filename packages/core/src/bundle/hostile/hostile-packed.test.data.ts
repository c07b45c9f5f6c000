import { gzipSync } from 'node:zlib';
import { concat, makeTar } from '../make-tar.test.support.ts';
import { makeZip } from '../make-zip.test.kit.ts';
import type { NoteCode } from '../note.ts';
import type { HostileArchive } from './hostile-tars.test.data.ts';

const PODS = { name: 'pods.txt', body: 'NAME  READY\napi   1/1\n' };
const NODES = { name: 'nodes.txt', body: 'aks-node  Ready\n' };
const BOTH = ['pods.txt', 'nodes.txt'];

const zipped = (): Uint8Array => new Uint8Array(gzipSync(makeTar([PODS, NODES])));

const packed = (
  name: string,
  bytes: () => Uint8Array,
  { notes, files = BOTH }: { notes: readonly NoteCode[]; files?: readonly string[] },
): HostileArchive => ({ name, bytes, notes, files });

/** A tar archive in a tar archive, so often. */
function nested(depth: number): Uint8Array {
  return depth === 0 ? makeTar([PODS]) : makeTar([{ name: `in${depth}.tar`, body: nested(depth - 1) }]);
}

const changed = (bytes: Uint8Array, at: number): Uint8Array => {
  bytes[bytes.length + at] = (bytes.at(at) ?? 0) ^ 0x55;
  return bytes;
};

/** Gzip and zip archives that lie, that are damaged, or that expand too much. */
export const HOSTILE_PACKED: readonly HostileArchive[] = [
  packed('gzip: zeros after the end', () => concat([zipped(), new Uint8Array(999)]), { notes: [] }),
  packed('gzip: garbage after the end', () => concat([zipped(), new TextEncoder().encode('garbage')]), {
    notes: ['gzip-damaged'],
  }),
  packed('gzip: a wrong checksum', () => changed(zipped(), -6), { notes: ['gzip-damaged'] }),
  packed('gzip: a wrong length', () => changed(zipped(), -2), { notes: ['gzip-damaged'] }),
  packed('gzip: the checksum is cut', () => zipped().subarray(0, -5), { notes: ['gzip-damaged'] }),
  packed(
    'gzip: five hundred empty members',
    () => concat([...Array.from({ length: 500 }, () => gzip(NOTHING)), zipped()]),
    {
      notes: [],
    },
  ),
  packed('gzip: gzip in gzip in gzip', () => gzip(gzip(gzip(gzip(new TextEncoder().encode('text\n'))))), {
    notes: ['limit-nesting'],
    files: ['memory'],
  }),
  packed('tar: archives in archives, four deep', () => nested(4), {
    notes: ['limit-nesting'],
    files: ['in4.tar!/in3.tar!/in2.tar'],
  }),
  packed('zip: names that leave the folder', () => makeZip([PODS, { name: '../../evil.txt', body: 'x' }, NODES]), {
    notes: [],
    files: ['pods.txt', '(..)/(..)/evil.txt', 'nodes.txt'],
  }),
  packed('zip: a file named __proto__', () => makeZip([PODS, { name: '__proto__', body: 'x' }, NODES]), {
    notes: [],
    files: ['pods.txt', '__proto__', 'nodes.txt'],
  }),
  packed('zip: a size that lies', () => makeZip([PODS, { name: 'lie.txt', body: 'x'.repeat(900), size: 5 }, NODES]), {
    notes: ['archive-damaged'],
    files: ['pods.txt', 'lie.txt', 'nodes.txt'],
  }),
  packed('zip: five thousand files on one body', () => makeZip([{ name: 'x', body: 'x'.repeat(50_000) }], 5000), {
    notes: ['archive-damaged', 'input-empty'],
    files: [],
  }),
  packed('zip: a link', () => makeZip([PODS, { name: 'passwd', body: '/etc/passwd', mode: 0o120777 }, NODES]), {
    notes: ['link-outside'],
  }),
  packed('zip: the same name twice', () => makeZip([PODS, PODS]), {
    notes: ['duplicate-path'],
    files: ['pods.txt', 'pods.txt#2'],
  }),
  packed('zip: a method that nobody knows', () => makeZip([PODS, { name: 'odd.txt', body: 'x', method: 97 }, NODES]), {
    notes: ['archive-unsupported'],
  }),
  packed('zip: a password', () => makeZip([PODS, { name: 'odd.txt', body: 'x', flags: 1 }, NODES]), {
    notes: ['archive-unsupported'],
  }),
];

const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));

const NOTHING = new Uint8Array(0);
