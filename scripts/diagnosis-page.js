// @ts-check
// The page that tells how good the diagnosis is, from the figures of a measurement.

/** @typedef {{ planted: number, found: number, complete: number, confirmed: number, another: number, wrong: number }} Count */

const percent = (/** @type {number} */ part, /** @type {number} */ all) =>
  all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;

/**
 * @typedef {{
 *   healthy: { bundles: number, alarms: number }, twins: Count, planted: Count, byCause: Map<string, Count>,
 *   noRule: readonly string[],
 *   misses: readonly { seed: number, minor: number, plant?: { id: string, variant: string }, fault: string, said: string }[],
 * }} Figures
 */

/**
 * @param {Figures} figures
 * @param {{ healthy: number, rounds: number, from: number }} extent
 */
export function diagnosisPage(figures, { healthy, rounds, from }) {
  const { noRule } = figures;
  return [
    '<!-- Written by scripts/clusters.js; do not edit. -->',
    '',
    '# How good the diagnosis is',
    '',
    'A generator makes small clusters and prints what a customer would save of them, in the words of the programs and of',
    'their versions. It is written from what those programs print, knows no rule, and knows what is true of each cluster.',
    '',
    `- Seeds from ${from}; ${healthy} healthy clusters, each with a twin that has one fault; every fault in every wording, ${rounds} times.`,
    '- Each cluster has a few things that only look like trouble: rollouts, restarts that are over, jobs that are done, young',
    '  pods, old warnings, noise in logs. An alarm is an active finding of severity error.',
    '- A cause counts as another one where it is confirmed or likely, is not what was planted, and is neither a cause nor an',
    '  effect of it.',
    '',
    ...figuresTable(figures),
    ...(noRule.length > 0
      ? ['Planted, but no rule yet, so not counted:', '', ...noRule.map((id) => `- \`${id}\``), '']
      : []),
    '## By cause',
    '',
    'Of twins and of planted clusters together; likely is enough where nothing ties the error to its cause.',
    '',
    ...causesTable(figures),
    '## Misjudged',
    '',
    ...missesTable(figures),
  ].join('\n');
}

/** @param {Figures} figures */
const figuresTable = ({ healthy, twins, planted }) =>
  table(
    ['measured', 'figure', 'bar'],
    [
      ['healthy clusters with an alarm', `${healthy.alarms} of ${healthy.bundles}`, '0'],
      ['twins whose fault is found', share(twins.found, twins.planted), 'all'],
      ['planted cause confirmed or likely', share(planted.found, planted.planted), '98 %'],
      ['planted cause confirmed, with every capture there', share(planted.confirmed, planted.complete), '90 %'],
      ['no other cause above possible', share(planted.planted - planted.another, planted.planted), '95 %'],
      ['another cause confirmed', `${planted.wrong} of ${planted.planted}`, '0'],
      ['another cause confirmed, twins', `${twins.wrong} of ${twins.planted}`, '0'],
    ],
  );

/** @param {Figures} figures */
const causesTable = ({ byCause }) =>
  table(
    ['cause', 'planted', 'found', 'confirmed', 'another', 'another confirmed'],
    [...byCause]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { planted, found, confirmed, complete, another, wrong }]) =>
        [`\`${id}\``, planted, found, `${confirmed} of ${complete}`, another, wrong].map(String),
      ),
  );

/** @param {Figures} figures */
const missesTable = ({ misses }) =>
  misses.length === 0
    ? ['None.', '']
    : table(
        ['seed', 'Kubernetes', 'planted', 'fault', 'said'],
        misses
          .slice(0, 60)
          .map(({ seed, minor, plant, fault, said }) => [
            String(seed),
            `1.${minor}`,
            plant ? `\`${plant.id}\` (${cellOf(plant.variant)})` : 'nothing',
            fault,
            cellOf(said) || '–',
          ]),
      );

const share = (/** @type {number} */ part, /** @type {number} */ all) => `${part} of ${all} (${percent(part, all)})`;

const cellOf = (/** @type {string} */ text) =>
  text
    .split('\n')[0]
    ?.slice(0, 90)
    .replaceAll('|', '\\|')
    .replace(/[<>*_]/g, '\\$&') ?? '';

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows */
const table = (head, rows) => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
];
