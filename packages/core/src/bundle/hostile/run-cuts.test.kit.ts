import { gzipSync, inflateRawSync, constants } from 'node:zlib';
import { isLoss } from '../note.ts';
import { readBundleFacts } from '../../read-facts.ts';
import { makeTar } from '../make-tar.test.support.ts';
import { createRandom } from './random.test.kit.ts';

/** A bundle of about 20 KB, compressed: tables, and between them bytes that do not compress. */
function makeBundle(): { readonly archive: Uint8Array; readonly ends: readonly { path: string; end: number }[] } {
  const random = createRandom(20240207);
  const name = (length: number): string => Array.from({ length }, () => random.below(36).toString(36)).join('');
  const files = Array.from({ length: 8 }, (_, at) => [
    {
      name: `bundle/get-pods-${at}.txt`,
      body: `NAME      READY   STATUS    RESTARTS   AGE\n${`${name(8)}  1/1     Running   0          4d\n`.repeat(4)}`,
    },
    { name: `bundle/noise-${at}.bin`, body: Uint8Array.from({ length: 2350 }, () => random.below(256)) },
  ]).flat();
  const archive = makeTar(files);
  let at = 0;
  const ends = files.map((file) => {
    const end = at + 512 + file.body.length;
    at = end + ((512 - (file.body.length % 512)) % 512);
    return { path: file.name.replace('bundle/', ''), end };
  });
  return { archive, ends };
}

const GZIP_HEADER = 10;

/** How many bytes can be had of the beginning of a gzip file. */
function decodable(cut: Uint8Array): number {
  if (cut.length <= GZIP_HEADER) return 0;
  return inflateRawSync(cut.subarray(GZIP_HEADER), { finishFlush: constants.Z_SYNC_FLUSH }).length;
}

/** How many cuts were tried, and what was wrong with which. */
export interface CutFigures {
  readonly tried: number;
  readonly wrong: readonly string[];
  readonly bytes: number;
}

/** Cuts a compressed archive after every byte but the last, and reads each beginning. */
export async function runCuts(): Promise<CutFigures> {
  const { archive, ends } = makeBundle();
  const packed = new Uint8Array(gzipSync(archive));
  const whole = await factsByPath(packed);
  const wrong: string[] = [];
  for (let length = 1; length < packed.length; length += 1) {
    const cut = packed.subarray(0, length);
    const read = await factsByPath(cut);
    if (!read.loss) wrong.push(`no note after ${length} bytes`);
    const there = decodable(cut);
    for (const { path } of ends.filter(({ end }) => end <= there)) {
      if (read.facts.get(path) !== whole.facts.get(path)) wrong.push(`other facts of ${path} after ${length} bytes`);
    }
  }
  return { tried: packed.length - 1, wrong, bytes: packed.length };
}

/** Memory for long lines would be made for each cut anew, which took a third of the time. */
const SHORT_LINES = { lineBytes: 16 * 1024 };

async function factsByPath(archive: Uint8Array): Promise<{ loss: boolean; facts: ReadonlyMap<string, string> }> {
  const { facts, notes } = await readBundleFacts(archive, { limits: SHORT_LINES });
  const byPath = new Map<string, object[]>();
  for (const fact of facts) {
    const path = fact.origin.path.replace('bundle/', '');
    byPath.set(path, [...(byPath.get(path) ?? []), withoutPath(fact)]);
  }
  return {
    loss: notes.some(isLoss),
    facts: new Map([...byPath].map(([path, own]) => [path, JSON.stringify(own)])),
  };
}

/** The folder all files share is no part of their names where there are several. */
const withoutPath = (fact: object): object => ({
  ...fact,
  origin: { ...(fact as { origin: object }).origin, path: '' },
});

if (process.argv[1]?.endsWith('run-cuts.test.kit.js')) process.stdout.write(JSON.stringify(await runCuts()));
