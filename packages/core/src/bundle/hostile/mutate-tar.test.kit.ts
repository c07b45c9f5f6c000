import { concat, makeEntry, seal, type TarFile } from '../make-tar.test.support.ts';
import { createRandom, type Random } from './random.test.kit.ts';
import { base256, SOUND_ARCHIVES } from './sound-archives.test.data.ts';

/** A tar archive that was changed where it hurts, the same for the same seed. */
export function mutateTar(seed: number): Uint8Array {
  const random = createRandom(seed);
  const entries = random.pick(SOUND_ARCHIVES as readonly [readonly TarFile[], ...(readonly TarFile[])[]]);
  const parts = entries.map((entry) => makeEntry(entry));
  for (let count = 1 + random.below(3); count > 0; count -= 1) random.pick(MUTATIONS)(parts, random);
  const archive = concat([...parts, ...ending(random)]);
  return random.percent(12) ? archive.subarray(0, random.below(archive.length + 1)) : archive;
}

/** Changes the parts of an archive, each a header with its body. */
type Mutation = (parts: Uint8Array[], random: Random) => void;

/** Offset and length. */
type Field = readonly [number, number];

const BLOCK = 512;
const TYPES = ['\0', ...'01234567xXgLKSVDMNA8Z', '\u00ff'] as unknown as readonly [string, ...string[]];
const FIELDS: readonly [Field, ...Field[]] = [
  [0, 100],
  [100, 24],
  [124, 12],
  [136, 12],
  [148, 8],
  [157, 100],
  [257, 8],
  [265, 80],
  [345, 155],
  [482, 13],
];

/** Mostly the checksum is right again, else nothing after it would be tried. */
const header =
  (change: (block: Uint8Array, random: Random) => void): Mutation =>
  (parts, random) => {
    const part = parts[random.below(parts.length)];
    if (part === undefined || part.length < BLOCK) return;
    const block = part.subarray(0, BLOCK);
    change(block, random);
    if (random.percent(90)) seal(block);
  };

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  header((block, random) => void (block[random.below(BLOCK)] = random.below(256))),
  header((block, random) => {
    const [start, length] = random.pick(FIELDS);
    for (let count = 1 + random.below(4); count > 0; count -= 1)
      block[start + random.below(length)] = random.below(256);
  }),
  header((block, random) => writeSize(block, random)),
  header((block, random) => void (block[156] = random.pick(TYPES).charCodeAt(0))),
  header((block, random) =>
    write(block, { at: 257, text: random.pick(['ustar\u000000', 'ustar  \0', '\0'.repeat(8)]) }),
  ),
  header((block, random) => write(block, { at: 0, text: random.pick(NAMES) })),
  changeBody,
  (parts, random) => void parts.splice(random.below(parts.length + 1), 0, makeEntry(metaEntry(random))),
  (parts, random) => void parts.splice(random.below(parts.length), 1),
  (parts, random) =>
    void parts.splice(random.below(parts.length + 1), 0, (parts[random.below(parts.length)] ?? zeros()).slice()),
  (parts, random) => void parts.splice(random.below(parts.length + 1), 0, random.pick([zeros(), noise()])),
  (parts, random) => {
    const at = random.below(parts.length);
    const part = parts[at];
    if (part !== undefined) parts[at] = part.subarray(0, random.below(part.length + 1));
  },
];

/** Anew each time, for what is in an archive is changed in place. */
const zeros = (): Uint8Array => new Uint8Array(BLOCK);
const noise = (): Uint8Array => Uint8Array.from({ length: BLOCK }, (_, at) => (at * 97 + 13) % 251);
const NAMES = [
  '',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\x',
  'a/',
  'a\0b',
  '__proto__',
  '.',
  'n'.repeat(100),
] as const;

function writeSize(block: Uint8Array, random: Random): void {
  const sizes: readonly [string | Uint8Array, ...(string | Uint8Array)[]] = [
    `${random.below(4096).toString(8).padStart(11, '0')}\0`,
    `${(random.below(2 ** 30) * 8).toString(8).padStart(11, '0')}\0`,
    '77777777777\0',
    ' 1750 \0\0\0\0\0\0',
    '-0000000001\0',
    '0000000abcd\0',
    '\0'.repeat(12),
    base256(random.below(4096)),
    base256(random.below(4096), 0x81 + random.below(126)),
    base256(512, 0xff),
    new Uint8Array(12).fill(255),
  ];
  const size = random.pick(sizes);
  if (typeof size === 'string') write(block, { at: 124, text: size });
  else block.set(size, 124);
}

function write(block: Uint8Array, { at, text }: { at: number; text: string }): void {
  block.set(new TextEncoder().encode(text).subarray(0, BLOCK - at), at);
}

/** What PAX and GNU headers say, sound or not. */
const metaEntry = (random: Random): TarFile => ({
  name: 'meta',
  type: random.pick(['x', 'X', 'g', 'L', 'K']),
  body: random.pick([
    '16 size=-000512\n',
    '12 size=abc\n',
    '12 size=1e3\n',
    '12 size=512\n',
    '99999 path=x\n',
    '0 path=x\n',
    '19 path=a\0b\n',
    '12 path=abc\n16 path=replaced\n',
    '22 GNU.sparse.major=1\n',
    '18 linkpath=../up\n',
    `${'n'.repeat(random.below(3000))}\0`,
    '',
  ]),
});

function changeBody(parts: Uint8Array[], random: Random): void {
  const part = parts[random.below(parts.length)];
  if (part === undefined || part.length <= BLOCK) return;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    part[BLOCK + random.below(part.length - BLOCK)] = random.below(256);
  }
}

/** The end mark, none, half of it, or more after it. */
const ending = (random: Random): readonly Uint8Array[] =>
  random.pick<readonly Uint8Array[]>([
    [zeros(), zeros()],
    [zeros(), zeros()],
    [zeros(), zeros(), zeros(), zeros()],
    [],
    [zeros()],
    [zeros(), zeros(), makeEntry({ name: 'second.txt', body: 'a second archive' }), zeros(), zeros()],
    [zeros(), zeros(), noise()],
    [new Uint8Array(300)],
  ]);
