import { disguiseBundle, type Disguising } from './disguise-bundle.ts';
import { scanForNames, type Telling } from './anonymity/names-in-lines.ts';
import type { Pseudonym } from './anonymity/pseudonyms.ts';
import { createBudget } from './bundle/create-budget.ts';
import type { Bundle, Container, Member } from './bundle/bundle.ts';
import type { Limits } from './bundle/budget.ts';
import type { Line } from './bundle/line.ts';
import type { Note, NoteCode } from './bundle/note.ts';
import { openBundle, type BundleSource } from './bundle/open-bundle.ts';
import { rereadable } from './bundle/rereadable.ts';
import type { MarkSecret } from './facts/mark-secret.ts';
import { redactSecrets } from './facts/redact-secrets.ts';
import { numberInOrder } from './redaction/number-in-order.ts';
import { redactLines } from './redaction/redact-lines.ts';
import { scanForSecrets, type LineRange } from './redaction/secret-ranges.ts';
import type { RulePack } from './rules/rule.ts';

export interface RedactOptions {
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  /** Marks secrets; absent: they are numbered, by path and line. */
  readonly mark?: MarkSecret;
  /** Tells names, addresses and ids from each other, which get pseudonyms of the same length and form; absent: they stay. */
  readonly anonymize?: Pseudonym;
  /** Rules whose verdicts must stay when names go: what their conditions ask for stays. */
  readonly rules?: readonly RulePack[];
}

/** A file without its secrets: as many lines as it had, each with the number it had. */
export interface CleanFile {
  readonly path: string;
  lines(): AsyncIterable<readonly string[]>;
}

/** A bundle without its secrets, and without its names where that was asked for; its files can be read once, in order. */
export interface CleanBundle {
  readonly name: string;
  readonly container: Container;
  files(): AsyncIterable<CleanFile>;
  /** What could not be read, and is not in the clean bundle either. */
  readonly notes: readonly Note[];
}

/**
 * Reads a bundle and gives it back without its secrets: JSON stays JSON, YAML stays YAML, and lines keep their numbers.
 * What cannot be read as text is left out, with a note. Throws `BundleError` where there is nothing to open, and the
 * signal's reason where it aborts.
 */
export async function redact(source: BundleSource, options: RedactOptions = {}): Promise<CleanBundle> {
  const again = await rereadable(source, options.limits);
  const budget = createBudget(options.limits);
  const reading: Reading = { source: again, ...options };
  const ranges = new Map<string, readonly LineRange[]>();
  const bundle = await openBundle(again, { budget, ...(options.name !== undefined && { name: options.name }) });
  const telling: Telling = { names: new Map(), addresses: new Set() };
  for await (const { path, lines } of membersOf(bundle, options.signal)) {
    const scan = scanForSecrets();
    const names = options.anonymize && scanForNames(telling);
    names?.push(path);
    for await (const batch of lines()) {
      for (const line of batch) {
        scan.push(line);
        names?.push(line.text);
      }
    }
    ranges.set(path, scan.end());
  }
  const mark = options.mark ?? (await numbersOf(reading, ranges));
  const disguise = await disguiseOf(reading, { telling, paths: ranges.keys() });
  const { name, container } = bundle;
  const unread = new Set(
    budget.notes.flatMap(({ code, path }) => (path !== undefined && UNREAD.has(code) ? [path] : [])),
  );
  return {
    name: disguise(redactSecrets(name, mark)),
    container,
    files: () => cleanFiles(reading, { ranges, mark, unread, disguise }),
    notes: budget.notes.map((note) => ({
      ...note,
      message: disguise(note.message),
      ...(note.path !== undefined && { path: disguise(note.path) }),
    })),
  };
}

async function disguiseOf(
  { source, name, limits, signal, anonymize, rules = [] }: Reading,
  found: Pick<Disguising, 'telling' | 'paths'>,
): Promise<(text: string) => string> {
  if (!anonymize) return (text) => text;
  const options = { ...(name !== undefined && { name }), ...(limits && { limits }), ...(signal && { signal }) };
  return disguiseBundle(source, { ...options, ...found, pseudonym: anonymize, rules });
}

/** Notes of files that were not read at all: what they hold cannot be cleaned. */
const UNREAD: ReadonlySet<NoteCode> = new Set<NoteCode>([
  'archive-unsupported',
  'binary-file',
  'limit-nesting',
  'limit-object-size',
  'unreadable',
]);

interface Cleaning {
  readonly ranges: ReadonlyMap<string, readonly LineRange[]>;
  readonly mark: MarkSecret;
  readonly unread: ReadonlySet<string>;
  readonly disguise: (text: string) => string;
}

async function* cleanFiles(reading: Reading, { ranges, mark, unread, disguise }: Cleaning): AsyncGenerator<CleanFile> {
  for await (const { path, lines } of readAgain(reading)) {
    if (unread.has(path)) continue;
    const redactLine = redactLines(ranges.get(path) ?? [], mark);
    const clean = (line: Line): string => disguise(redactLine(line));
    yield { path: disguise(redactSecrets(path, mark)), lines: () => mapBatches(lines(), clean) };
  }
}

async function* mapBatches(
  batches: AsyncIterable<readonly Line[]>,
  change: (line: Line) => string,
): AsyncGenerator<readonly string[]> {
  for await (const batch of batches) yield batch.map(change);
}

interface Reading extends RedactOptions {
  readonly source: BundleSource;
}

/** A bundle is read several times, each time within the limits. */
async function* readAgain({ source, limits, signal }: Reading): AsyncGenerator<Member> {
  yield* membersOf(await openBundle(source, { budget: createBudget(limits) }), signal);
}

async function* membersOf(bundle: Bundle, signal: AbortSignal | undefined): AsyncGenerator<Member> {
  for await (const member of bundle.members()) {
    signal?.throwIfAborted();
    yield member;
  }
}

/** The numbers of all secrets, in the order of paths and lines, whatever the order of the archive. */
async function numbersOf(reading: Reading, ranges: ReadonlyMap<string, readonly LineRange[]>): Promise<MarkSecret> {
  const numbers = numberInOrder();
  for await (const { path, lines } of readAgain(reading)) {
    const place = { path, line: 0 };
    const mark = numbers.at(place);
    redactSecrets(path, mark);
    const redactLine = redactLines(ranges.get(path) ?? [], mark);
    for await (const batch of lines()) {
      for (const line of batch) {
        place.line = line.number;
        redactLine(line);
      }
    }
  }
  return numbers.mark();
}
