import { makePax, makeTar, type TarFile } from '../make-tar.test.support.ts';
import { createRandom, type Random } from './random.test.kit.ts';
import { base256 } from './sound-archives.test.data.ts';

/** A sound archive, in any dialect and mixture of dialects, the same for the same seed. */
export function generateTar(seed: number): Uint8Array {
  const random = createRandom(seed);
  const count = 1 + random.below(8);
  return makeTar(Array.from({ length: count }, (_, at) => random.pick(ENTRIES)(`${at}`, random)).flat());
}

/** Each makes one entry, with the headers before it; names begin with a number, so that none occurs twice. */
const ENTRIES: readonly [MakeEntry, ...MakeEntry[]] = [
  (at, random) => [{ name: nameOf(at, 60, random), body: body(random) }],
  (at, random) => [{ name: nameOf(at, 99, random), body: body(random), magic: random.pick(['none', 'gnu', 'ustar']) }],
  (at, random) => [
    { name: nameOf(at, 60, random), body: body(random), edit: withPrefix(nameOf('folder', 100, random)) },
  ],
  (at, random) => [
    makePax({ path: nameOf(at, 400, random), mtime: '1707286282.123' }),
    { name: 'short', body: body(random) },
  ],
  (at, random) => {
    const text = body(random);
    return [
      makePax({ size: `${text.length}`, comment: 'sized' }),
      { name: nameOf(at, 60, random), body: text, size: 0 },
    ];
  },
  (at, random) => [
    { name: '././@LongLink', type: 'L', body: `${nameOf(at, 300, random)}\0`, magic: 'gnu' },
    { name: 'short', body: body(random), magic: 'gnu' },
  ],
  (at, random) => {
    const text = body(random);
    return [{ name: nameOf(at, 60, random), body: text, size: base256(text.length), magic: 'gnu' }];
  },
  (at, random) => [makePax({ comment: 'for all' }, 'g'), { name: nameOf(at, 60, random), body: body(random) }],
  (at) => [{ name: `${at}-folder/`, type: '5' }],
  (at) => [{ name: `${at}-link`, type: '2', linkname: 'nowhere' }],
  (at, random) => [{ name: nameOf(at, 60, random), body: body(random), type: '7' }],
  (at, random) => [
    { name: '././@LongLink', type: 'K', body: `${'up/'.repeat(60)}x\0`, magic: 'gnu' },
    { name: `${at}-far-link`, type: '2', linkname: 'up', magic: 'gnu' },
    { name: nameOf(`${at}b`, 60, random), body: body(random), magic: 'gnu' },
  ],
];

type MakeEntry = (at: string, random: Random) => readonly TarFile[];

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789-_. äß漢'] as unknown as readonly [string, ...string[]];

/** A name of at most so many bytes; folders in it, and letters that are not ASCII. */
function nameOf(at: string, most: number, random: Random): string {
  let name = `${at}-x`;
  const length = random.below(most);
  while (new TextEncoder().encode(name).length + 6 < length) {
    name += random.percent(5) ? '/y' : random.pick(LETTERS);
  }
  return `${name}z`;
}

const body = (random: Random): string =>
  random.pick([
    '',
    'short',
    'b'.repeat(511),
    'b'.repeat(512),
    'b'.repeat(513),
    `${random.below(1e9)}\n`.repeat(random.below(400)),
  ]);

const withPrefix =
  (prefix: string) =>
  (block: Uint8Array): void =>
    void block.set(new TextEncoder().encode(prefix).subarray(0, 154), 345);
