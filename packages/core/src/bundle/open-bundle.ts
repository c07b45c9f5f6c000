import { platform } from '#platform';
import type { Budget } from './budget.ts';
import type { Bundle, Container, Member, MemberRuns } from './bundle.ts';
import { HEAD_BYTES, recognizeContent, type Content } from './content.ts';
import type { Bytes, Entry } from './entry.ts';
import { canUnpack, unpacked } from './inflate.ts';
import { createLabels, labelPath } from './label-path.ts';
import { peekBytes } from './peek-bytes.ts';
import type { ManyPlaces, Packing, Place, SinglePlace } from './platform.ts';
import { readMembers, readShell } from './read-members.ts';
import type { Shell } from './read-members.ts';
import { guardBytes, startProgress } from './stall-guard.ts';
import { readStream, streamOf } from './stream-of.ts';

/** A path, or several that make one bundle; bytes as an array, a stream or a Blob; or files in memory by name. */
export type BundleSource =
  | string
  | readonly string[]
  | Uint8Array
  | AsyncIterable<Uint8Array>
  | ReadableStream<Uint8Array>
  | Blob
  | Readonly<Record<string, string | Uint8Array>>;

/** The account of the run, and what the bundle is called if not after its source. */
export interface OpenOptions {
  readonly budget: Budget;
  readonly name?: string;
}

/**
 * Opens a bundle, whatever its shell: what an archive is, its content tells. Throws `BundleError` where there is nothing
 * to open; everything that goes wrong later is a note in the budget.
 */
export async function openBundle(source: BundleSource, { budget, name }: OpenOptions): Promise<Bundle> {
  const place = await locate(source, budget);
  const bundle = place.kind === 'many' ? openMany(place, budget) : await openSingle(place, { budget, name });
  return { ...bundle, name: name ?? place.name, members: () => oneByOne(bundle.runs()) };
}

async function locate(source: BundleSource, budget: Budget): Promise<Place> {
  if (typeof source === 'string') return platform.openPaths(source === '' ? [] : [source], budget);
  if (isList(source)) return platform.openPaths(source, budget);
  if (source instanceof Uint8Array) return { kind: 'single', name: 'memory', once: false, bytes: () => one(source) };
  if (isBlob(source)) {
    const bytes = (): Bytes => readStream(source.stream());
    return { kind: 'single', name: nameOf(source), once: false, bytes };
  }
  const stream = streamOf(source);
  if (stream !== undefined) return { kind: 'single', name: 'stdin', once: true, bytes: () => stream };
  return openMemory(source as Readonly<Record<string, string | Uint8Array>>, budget);
}

type Opened = Omit<Bundle, 'name' | 'members'>;

const openMany = (place: ManyPlaces, budget: Budget): Opened => ({
  container: place.container,
  runs: () => readMembers(place.entries(), budget),
});

async function* oneByOne(runs: MemberRuns): AsyncGenerator<Member> {
  for await (const run of runs) yield* run;
}

/** A file is closed again after the look into it, so that who never asks for the members leaves nothing open. */
async function openSingle(
  place: SinglePlace,
  { budget, name }: { budget: Budget; name: string | undefined },
): Promise<Opened> {
  const watched = guardBytes(place.bytes(), { budget, progress: startProgress() });
  const first = await peekBytes(watched, SHELL_BYTES);
  const { head, bytes } = comesInBlocks(first.head) ? await peekBytes(first.bytes, BLOCK_BYTES) : first;
  if (!place.once) await bytes[Symbol.asyncIterator]().return?.();
  if (head.length === 0) budget.note('input-empty', 'the input is empty');
  const shell = (): Shell => ({
    name: labelPath(place.once ? (name ?? place.name) : place.name),
    bytes: place.once ? bytes : place.bytes(),
    ...(place.onDisk && { onDisk: place.onDisk }),
  });
  return { container: await recognizeContainer(head), runs: () => readShell(shell(), budget) };
}

/** Enough that the head of what a gzip file holds can be seen. */
const SHELL_BYTES = 16 * 1024;

/** Of these nothing can be seen before a whole block is there, of almost a megabyte. */
const comesInBlocks = (head: Uint8Array): boolean => ['bzip2', 'zstd', 'xz'].includes(recognizeContent(head));
const BLOCK_BYTES = 1024 * 1024;

async function recognizeContainer(head: Uint8Array): Promise<Container> {
  const content = recognizeContent(head.subarray(0, HEAD_BYTES));
  if (content === 'zip' && platform.readZip !== undefined) return 'zip';
  if (!isPacked(content) || !canUnpack(content)) return content === 'tar' ? 'tar' : 'text';
  const { head: inner, bytes } = await peekBytes(unpacked(content, one(head), CUT_ON_PURPOSE), HEAD_BYTES);
  await bytes[Symbol.asyncIterator]().return?.();
  return recognizeContent(inner) === 'tar' ? TARS[content] : 'text';
}

const TARS = { gzip: 'tar.gz', zstd: 'tar.zst', xz: 'tar.xz', bzip2: 'tar.bz2' } as const;

const isPacked = (content: Content): content is Packing => Object.hasOwn(TARS, content);

/** The head of a gzip file is always a cut one. */
const CUT_ON_PURPOSE = { damaged: (): void => undefined, admitMember: (): boolean => true };

function openMemory(files: Readonly<Record<string, string | Uint8Array>>, budget: Budget): Place {
  const names = Object.keys(files).toSorted();
  return { kind: 'many', name: 'memory', container: 'memory', entries: () => memoryEntries(names, { files, budget }) };
}

interface Memory {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly budget: Budget;
}

async function* memoryEntries(names: readonly string[], { files, budget }: Memory): AsyncGenerator<Entry> {
  const labels = createLabels(budget);
  for (const name of names) {
    const content = files[name] ?? '';
    yield { path: labels.claim(name), bytes: () => one(typeof content === 'string' ? encode(content) : content) };
  }
}

async function* one(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const isList = (source: BundleSource): source is readonly string[] => Array.isArray(source);

const isBlob = (source: object): source is Blob => typeof Blob !== 'undefined' && source instanceof Blob;

const nameOf = (blob: Blob): string =>
  'name' in blob && typeof blob.name === 'string' ? labelPath(blob.name) : 'memory';
