import { concat, makeEntry, makePax, makeTar, type TarFile } from '../make-tar.test.support.ts';
import type { NoteCode } from '../note.ts';
import { base256 } from './sound-archives.test.data.ts';

/** An archive made to do harm, what is noted of it, and which of its files are read all the same. */
export interface HostileArchive {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly notes: readonly NoteCode[];
  readonly files: readonly string[];
}

const SOUND: TarFile = { name: 'pods.txt', body: 'NAME  READY\napi   1/1\n' };
const NEXT: TarFile = { name: 'nodes.txt', body: 'aks-node  Ready\n' };
const BOTH = ['pods.txt', 'nodes.txt'];
const END = new Uint8Array(1024);

const tar = (
  name: string,
  entries: readonly TarFile[],
  { notes = [], files = BOTH }: { notes?: readonly NoteCode[]; files?: readonly string[] } = {},
): HostileArchive => ({ name, bytes: () => makeTar(entries), notes, files });

/** A sound file, something else, and a sound file after it. */
const between = (name: string, odd: TarFile, notes: readonly NoteCode[], own?: string): HostileArchive =>
  tar(name, [SOUND, odd, NEXT], { notes, files: own === undefined ? BOTH : ['pods.txt', own, 'nodes.txt'] });

const headed = (name: string, head: TarFile, notes: readonly NoteCode[], own: string): HostileArchive =>
  tar(name, [SOUND, head, { name: 'x', body: 'x' }, NEXT], { notes, files: ['pods.txt', own, 'nodes.txt'] });

const sized = (name: string, size: Uint8Array): HostileArchive =>
  between(name, { name: 'odd.txt', size }, ['archive-damaged']);

const paxSized = (size: string): HostileArchive =>
  tar(`a PAX size of ${size}`, [SOUND, makePax({ size }), { name: 'x' }, NEXT], { notes: ['archive-damaged'] });

const bytes = (
  name: string,
  make: () => Uint8Array,
  { notes, files = BOTH }: { notes: readonly NoteCode[]; files?: readonly string[] },
): HostileArchive => ({ name, bytes: make, notes, files });

const sound = (): Uint8Array => makeTar([SOUND, NEXT]);
const longest = (bytesOfName: number): string => 'n'.repeat(bytesOfName);

/** Tar archives that readers of tar were seen to hang on, to slow down on, to read differently, or to follow out of their folder. */
export const HOSTILE_TARS: readonly HostileArchive[] = [
  between('a folder with a size', { name: 'folder/', type: '5', size: 512 }, []),
  between('a link with a size', { name: 'link', type: '2', linkname: 'pods.txt', size: 512 }, []),
  between('a hard link with a size', { name: 'hard', type: '1', linkname: 'pods.txt', size: 512 }, []),
  between('a fifo with a size', { name: 'fifo', type: '6', size: 512 }, ['special-file-skipped']),
  sized('a base-256 size that begins with 0x81', base256(512, 0x81)),
  sized('a base-256 size that begins with 0xfe', base256(512, 0xfe)),
  sized('a negative base-256 size', new Uint8Array(12).fill(255)),
  sized('a base-256 size past all numbers', base256(2 ** 53, 0x80).fill(255, 1)),
  sized('a size with a sign', new TextEncoder().encode('-0000000001\0')),
  sized('a size of letters', new TextEncoder().encode('0000000abcd\0')),
  between('a size of blanks is none', { name: 'blank.txt', size: new Uint8Array(12).fill(32) }, [], 'blank.txt'),
  paxSized('-512'),
  paxSized('abc'),
  paxSized('1e3'),
  paxSized('99999999999999999999'),
  headed('a PAX header past its limit', makePax({ comment: longest(1_100_000) }), ['limit-meta'], 'x'),
  headed('a long name past its limit', { name: 'L', type: 'L', body: longest(1_100_000) }, ['limit-meta'], 'x'),
  headed('a global header of 3 MB', makePax({ comment: longest(3_000_000) }, 'g'), ['limit-meta'], 'x'),
  tar(
    'a big global header and 300 PAX headers',
    [SOUND, makePax({ comment: longest(60_000) }, 'g'), ...manyPax(300), NEXT],
    {
      files: ['pods.txt', ...Array.from({ length: 300 }, (_, at) => `f${at}.txt`), 'nodes.txt'],
    },
  ),
  tar(
    '20 PAX headers of 1 MB',
    [SOUND, ...Array.from({ length: 20 }, () => makePax({ comment: longest(1_000_000) })), NEXT],
    {
      notes: ['limit-meta'],
    },
  ),
  headed('a NUL in a PAX path', makePax({ path: 'ok.txt\0../evil' }), [], 'ok.txt'),
  headed('a NUL in a long name', { name: 'L', type: 'L', body: 'ok.txt\0../evil' }, [], 'ok.txt'),
  headed('a PAX path that leaves the folder', makePax({ path: '../../etc/cron.d/x' }), [], '(..)/(..)/etc/cron.d/x'),
  headed('a PAX path with escapes', makePax({ path: 'a\u001b[2Jb' }), [], 'a^[[2Jb'),
  headed('a PAX record that lies about its length', { name: 'p', type: 'x', body: '99999 path=y\n' }, [], 'x'),
  headed('a PAX record without a length', { name: 'p', type: 'x', body: 'path=y\n' }, [], 'x'),
  headed('a PAX record named __proto__', makePax({ __proto__x: '1', ['__proto__']: 'polluted' }), [], 'x'),
  tar('a name for nothing', [SOUND, NEXT, makePax({ path: 'never.txt' })]),
  tar(
    'PAX size before a GNU long name',
    [
      SOUND,
      makePax({ size: '3' }),
      { name: 'L', type: 'L', body: 'long.txt\0' },
      { name: 'x', body: 'abc', size: 0 },
      NEXT,
    ],
    {
      files: ['pods.txt', 'long.txt', 'nodes.txt'],
    },
  ),
  tar(
    'a PAX sparse file that claims 1 TB',
    [
      SOUND,
      makePax({ 'GNU.sparse.major': '1', 'GNU.sparse.realsize': '1099511627776', 'GNU.sparse.name': 'big' }),
      { name: 'GNUSparseFile.0/big', body: '1\n0\n512\n' },
      NEXT,
    ],
    {
      notes: ['sparse-skipped'],
    },
  ),
  between('an old GNU sparse file', { name: 'old.bin', type: 'S', body: 'map', magic: 'gnu' }, ['sparse-skipped']),
  between(
    'a sparse map that goes on',
    {
      name: 'old.bin',
      type: 'S',
      magic: 'gnu',
      body: '\0'.repeat(512),
      size: 0,
      edit: (block) => void (block[482] = 1),
    },
    ['sparse-skipped'],
  ),
  bytes('a second archive after the end', () => concat([sound(), makeTar([{ name: 'smuggled.txt', body: 'x' }])]), {
    notes: ['archive-garbage-after-end'],
  }),
  bytes('garbage after the end', () => concat([sound(), new Uint8Array(700).fill(65)]), {
    notes: ['archive-garbage-after-end'],
  }),
  bytes('no end mark', () => concat([makeEntry(SOUND), makeEntry(NEXT)]), { notes: ['archive-damaged'] }),
  bytes('a body that is cut', () => sound().subarray(0, 1024 + 512 + 5), { notes: ['archive-damaged'] }),
  bytes('a header that is cut', () => sound().subarray(0, 1024 + 100), {
    notes: ['archive-damaged'],
    files: ['pods.txt'],
  }),
  bytes(
    'a body of 8 GB that is not there',
    () => concat([makeEntry(SOUND), makeEntry({ name: 'huge.log', size: 0o77777777777, body: 'x'.repeat(512) })]),
    {
      notes: ['archive-damaged'],
      files: ['pods.txt', 'huge.log'],
    },
  ),
  bytes(
    'a damaged header between files',
    () => concat([makeEntry(SOUND), new Uint8Array(512).fill(65), makeEntry(NEXT), END]),
    {
      notes: ['archive-damaged'],
    },
  ),
  between('no magic, as in the oldest archives', { name: 'v7.txt', body: 'x', magic: 'none' }, [], 'v7.txt'),
  between('a name that leaves the folder', { name: '../../etc/passwd', body: 'x' }, [], '(..)/(..)/etc/passwd'),
  between('an absolute name', { name: '/etc/passwd', body: 'x' }, [], 'etc/passwd'),
  between('a drive letter', { name: 'C:../x', body: 'x' }, [], '(C:)../x'),
  between('a name of Windows', { name: '\\\\server\\share\\x', body: 'x' }, [], 'server/share/x'),
  between('no name', { name: '', body: 'x' }, [], 'unnamed'),
  between('the same name again', { name: 'pods.txt', body: 'x' }, ['duplicate-path'], 'pods.txt#2'),
  between('a link out of the archive', { name: 'passwd', type: '2', linkname: '/etc/passwd' }, ['link-outside']),
  between('a hard link out of the archive', { name: 'up', type: '1', linkname: '../../x' }, ['link-outside']),
  between('a link to itself', { name: 'loop', type: '2', linkname: 'loop' }, ['link-outside']),
  between('a device', { name: 'sda', type: '4' }, ['special-file-skipped']),
  between('a type that nobody knows', { name: 'odd.txt', type: 'Z', body: 'x' }, [], 'odd.txt'),
  between('a volume label', { name: 'label', type: 'V', body: 'x' }, ['special-file-skipped']),
];

function manyPax(count: number): readonly TarFile[] {
  return Array.from({ length: count }, (_, at) => [makePax({ path: `f${at}.txt` }), { name: 'x', body: 'x' }]).flat();
}
