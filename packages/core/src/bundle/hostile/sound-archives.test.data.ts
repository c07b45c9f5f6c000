import { makePax, type TarFile } from '../make-tar.test.support.ts';

/** Entries of sound archives, in every dialect that is met; the mutator begins with them. */
export const SOUND_ARCHIVES: readonly (readonly TarFile[])[] = [
  [
    { name: 'bundle/', type: '5' },
    { name: 'bundle/pods.txt', body: 'NAME  READY\napi   1/1\n' },
    { name: 'bundle/agent.log', body: 'Reconciling\n'.repeat(90) },
    { name: 'bundle/empty.txt' },
  ],
  [
    makePax({ path: `bundle/${'long-'.repeat(30)}name.txt`, mtime: '1707286282.5' }),
    { name: 'x', body: 'Running\n'.repeat(64) },
    makePax({ path: 'bundle/sized.txt', size: '700' }),
    { name: 'y', body: 'z'.repeat(700), size: 0 },
    { name: 'bundle/after.txt', body: 'after' },
  ],
  [
    makePax({ comment: 'a clone', path: '' }, 'g'),
    { name: 'bundle/nodes.txt', body: 'aks-node  Ready\n', magic: 'gnu' },
    { name: '././@LongLink', type: 'L', body: `bundle/${'deep/'.repeat(40)}log.txt\0`, magic: 'gnu' },
    { name: 'bundle/deep', body: 'deep\n'.repeat(300), magic: 'gnu' },
    { name: '././@LongLink', type: 'K', body: `${'up/'.repeat(50)}target\0`, magic: 'gnu' },
    { name: 'bundle/link', type: '2', linkname: 'nodes.txt', magic: 'gnu' },
  ],
  [
    { name: 'v7.txt', body: 'the oldest', magic: 'none' },
    { name: 'hard', type: '1', linkname: 'v7.txt' },
    { name: 'device', type: '3' },
    { name: 'fifo', type: '6' },
    { name: 'label', type: 'V', magic: 'gnu' },
    { name: 'folder-list', type: 'D', body: 'Yone\0\0', magic: 'gnu' },
    { name: 'contiguous', type: '7', body: 'still a file' },
  ],
  [
    { name: 'large.txt', body: 'l'.repeat(513), size: base256(513), magic: 'gnu' },
    { name: 'sparse.bin', type: 'S', body: 'map', magic: 'gnu' },
    makePax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'holes' }),
    { name: 'GNUSparseFile.0/holes', body: '1\n0\n512\n' },
    { name: 'after-holes.txt', body: 'after' },
  ],
];

/** A size as GNU tar writes those that octal digits cannot hold. */
export function base256(size: number, first = 0x80): Uint8Array {
  const field = new Uint8Array(12);
  for (let at = 11, rest = size; at > 0; at -= 1, rest = Math.floor(rest / 256)) field[at] = rest % 256;
  field[0] = first;
  return field;
}
