// @ts-check
// Compares what the adapter reads of a corpus with the truth about it, file by file, with the scorer of the tools that
// made the corpus.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import read from '../fixtures/oracle-adapter.mjs';
import { heldByBoth, heldText } from '../fixtures/oracle-text.mjs';
import { heldOf } from '../fixtures/oracle-truth.mjs';
import { atEdge } from './fidelity-edges.js';

/** @typedef {{ right: number, missing: number, wrong: number, extra: number, withheld: number, lost: number }} Counts */
/** @typedef {Map<string, Counts>} Table */
/** @typedef {{ item: any, partial?: boolean, lines: readonly string[] }} Expected */
/**
 * One text to read: the truth about it by items, what it is, and the names that its commands asked for.
 * @typedef {{
 *   file: string, group: string, mutation: string, expected: readonly Expected[], isLog: boolean, loose: boolean, isRecorded: boolean,
 *   asked: readonly string[], known: string,
 * }} Text
 */

/** @returns {Counts} */
export const noCounts = () => ({ right: 0, missing: 0, wrong: 0, extra: 0, withheld: 0, lost: 0 });

/**
 * @param {Table} table
 * @param {string} group
 */
export function countsOf(table, group) {
  const counts = table.get(group) ?? noCounts();
  table.set(group, counts);
  return counts;
}

/**
 * The scorer of the tools in a folder: adds what a corpus gives to a table, and tells every miss. A clean corpus is
 * grouped by form, by client, or under the one name that is given; a mutated one by mutation.
 * @param {string} tools
 */
export async function scorerIn(tools) {
  const load = (/** @type {string} */ name) => import(pathToFileURL(join(tools, 'lib', name)).href);
  const { compare } = await load('compare.mjs');
  const { decode } = await load('mutations.mjs');
  return async (
    /** @type {string} */ directory,
    /** @type {{ by: string, table: Table, tell?: (miss: string) => void }} */ { by, table, tell = () => undefined },
  ) => {
    for (const text of await textsIn(directory, by))
      scoreText(text, decode(await readFile(text.file)), { compare, counts: countsOf(table, text.group), tell });
  };
}

/**
 * @param {Text} text
 * @param {string} content
 * @param {{ compare: Function, counts: Counts, tell: (miss: string) => void }} how
 */
function scoreText(text, content, { compare, counts, tell }) {
  const { file, mutation, expected, isLog, loose } = text;
  const held = heldText(content);
  const plain = text.isRecorded ? withoutColors : (/** @type {any} */ value) => value;
  // What was cut takes no entry from what survived whole.
  const inOrder = [...expected].sort((a, b) => Number(a.partial ?? false) - Number(b.partial ?? false));
  const truth = inOrder.map(({ item, partial, lines }) => {
    if (partial) return { item, partial };
    const kept = heldOf(item, item.kind === 'DnsLookup' ? heldByBoth(held, heldText(lines.join('\n'))) : held);
    counts.lost += kept.lost;
    return { item: kept.held };
  });
  const { items, completed } = atEdge(read(content, { isLog }).items, { content, mutation, expected });
  counts.right -= completed;
  compare(
    plain(truth),
    plain(items),
    { loose },
    (/** @type {string} */ field, /** @type {keyof Counts} */ kind, /** @type {any} */ detail) => {
      if (kind === 'extra' && isNoFault(text, field, detail)) return;
      const isWithheld = kind === 'wrong' && String(detail.got).includes('<redacted>');
      counts[isWithheld ? 'withheld' : kind] += 1;
      if (kind !== 'right' && !isWithheld) tell(`${kind} ${field} in ${file}: ${JSON.stringify(detail).slice(0, 300)}`);
    },
  );
}

/**
 * A terminal records the colors of a program and its own alike: which a line had, no reader can tell.
 * @param {any} value
 */
const withoutColors = (value) => JSON.parse(JSON.stringify(value).replace(/\\u001b\[[\d;]*m/g, ''));

/** @param {string} line */
const isGivenUp = (line) => /^nslookup: can't resolve '[^(]/.test(line);

/**
 * @param {Text} text
 * @param {string} field
 * @param {unknown} value
 */
function isNoFault({ asked, expected, known }, field, value) {
  if (field === 'DnsLookup.query') return isAsked(value, asked);
  // What musl could not read it calls unresolved.
  if (field === 'DnsLookup.result')
    return value === 'unresolved' && expected.some(({ lines }) => lines.some(isGivenUp));
  // musl prints an address that nobody gave it, where an answer came in two parts.
  const shown = (/** @type {string} */ line) => line.startsWith('Address ') && line.includes(`: ${value}`);
  return (
    field === 'DnsLookup.addresses' && !known.includes(String(value)) && expected.some(({ lines }) => lines.some(shown))
  );
}

/**
 * The truth leaves the name out where the answer does not repeat it; that the command or a search list tells it is no
 * fault.
 * @param {unknown} name
 * @param {readonly string[]} asked
 */
const isAsked = (name, asked) => asked.some((one) => one === name || String(name).startsWith(`${one}.`));

/**
 * @param {string} directory
 * @param {string} by
 * @returns {Promise<Text[]>}
 */
async function textsIn(directory, by) {
  if (!existsSync(join(directory, 'mutated.json'))) return cleanTexts(directory, by);
  const { files } = await json(join(directory, 'mutated.json'));
  const [source = ''] = files.map((/** @type {any} */ file) => join(directory, file.source));
  const all = new Map((await cleanTexts(source, by)).map((text) => [text.file, text]));
  return files.map((/** @type {any} */ file) => mutatedText(file, directory, all));
}

/**
 * @param {any} file
 * @param {string} directory
 * @param {ReadonlyMap<string, Text>} all
 * @returns {Text}
 */
function mutatedText({ file, mutation, steps = [], source, parts }, directory, all) {
  const texts = parts.map((/** @type {any} */ part) => ({
    part,
    text: all.get(join(directory, source, `${part.capture}.txt`)),
  }));
  return {
    file: join(directory, file),
    group: mutation,
    mutation,
    expected: texts.flatMap((/** @type {any} */ { part, text }) => leftOf(text.expected, part)),
    isLog: texts.every((/** @type {any} */ { text }) => text.isLog),
    loose: [mutation, ...steps].some((name) => name.startsWith('wrap')),
    isRecorded: [mutation, ...steps].includes('ansi'),
    asked: texts.flatMap((/** @type {any} */ { text }) => text.asked),
    known: texts[0]?.text.known ?? '',
  };
}

/**
 * @param {readonly Expected[]} expected
 * @param {{ full?: readonly number[], partial?: readonly number[] }} part
 */
const leftOf = (expected, { full, partial }) =>
  full === undefined
    ? expected
    : expected.flatMap((one, i) =>
        full.includes(i) ? [one] : partial?.includes(i) ? [{ ...one, partial: true }] : [],
      );

/**
 * @param {string} directory
 * @param {string} by
 * @returns {Promise<Text[]>}
 */
async function cleanTexts(directory, by) {
  const index = ['truth.json', 'nslookup.json'].map((name) => join(directory, name)).find(existsSync) ?? '';
  const { captures, zone } = await json(index);
  const names = JSON.stringify({ zone, servers: captures.map((/** @type {any} */ one) => one.nameservers) });
  return Promise.all(
    captures.map(async (/** @type {any} */ { id, form, client, file, query }) => {
      const { items } = await json(join(directory, 'facts', `${id}.json`));
      const lines = (await readFile(join(directory, file), 'utf8')).split('\n');
      return {
        file: join(directory, file),
        group: by === 'client' ? client : by === 'form' ? form : by,
        mutation: 'none',
        expected: items.map((/** @type {any} */ item) => ({ item, lines: lines.slice(...item.lines) })),
        isLog: form === 'logs',
        loose: false,
        isRecorded: false,
        asked: query === undefined ? [] : [query],
        known: names,
      };
    }),
  );
}

/** @param {string} file */
const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
