// @ts-check
// What is asked of the parsers for each kind of input, in percent.

/** @typedef {import('./fidelity-score.js').Counts} Counts */
/** @typedef {import('./fidelity-score.js').Table} Table */
/** @typedef {Record<'form' | 'version' | 'mutation' | 'client' | 'dnsMutation', Table>} Tables */
/** @typedef {{ recall: number, precision: number }} Bar */

const CLEAN = { recall: 99.8, precision: 99.9 };
const LOSSLESS = { recall: 99, precision: 99.5 };
const LOSSY = { recall: 97, precision: 99 };
const LOOKUP = { recall: 99.5, precision: 99.9 };

const IS_LOSSY = new Set(['wrap80', 'wrap120', 'collapse', 'collapse-trim', 'mixed']);

/** Whether a cut took part of the text away. */
export const isCut = (/** @type {string} */ mutation) => mutation.startsWith('cut-');

/** @type {Readonly<Record<keyof Tables, (group: string) => Bar>>} */
export const BARS = {
  form: () => CLEAN,
  version: () => CLEAN,
  mutation: (group) => (IS_LOSSY.has(group) ? LOSSY : LOSSLESS),
  client: () => LOOKUP,
  dnsMutation: (group) => (isCut(group) ? LOSSLESS : LOOKUP),
};

/** Right ones among those the texts hold, in percent; undefined where there are none. */
export const recallOf = (/** @type {Counts} */ { right, missing, wrong }) => rate(right, right + missing + wrong);

/** Right ones among those that were read, in percent. */
export const precisionOf = (/** @type {Counts} */ { right, wrong, extra }) => rate(right, right + wrong + extra);

/** The share of the truth that the texts hold, in percent: what the best reader could recover. */
export const ceilingOf = (/** @type {Counts} */ { right, missing, wrong, withheld, lost }) =>
  rate(right + missing + wrong + withheld, right + missing + wrong + withheld + lost);

/**
 * @param {number} part
 * @param {number} all
 */
const rate = (part, all) => (all === 0 ? undefined : (100 * part) / all);

/**
 * @param {Tables} tables
 * @returns {readonly string[]}
 */
export const missedBars = (tables) =>
  Object.entries(tables).flatMap(([name, table]) =>
    [...table].flatMap(([group, counts]) => {
      const bar = BARS[/** @type {keyof Tables} */ (name)](group);
      const recall = recallOf(counts) ?? 100;
      const precision = precisionOf(counts) ?? 100;
      const isMet = recall >= bar.recall && precision >= bar.precision;
      return isMet
        ? []
        : [`${name} ${group}: ${recall.toFixed(2)} / ${precision.toFixed(2)} of ${bar.recall} / ${bar.precision}`];
    }),
  );
