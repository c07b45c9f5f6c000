// @ts-check
// The page that tells how faithful the facts are, from the counts of a measurement.

/** @typedef {{ right: number, missing: number, wrong: number, extra: number, withheld: number }} Counts */

/**
 * @param {{
 *   seeds: readonly string[], pods: string, every: string, clients: readonly string[],
 *   form: Map<string, Counts>, mutation: Map<string, Counts>, client: Map<string, Counts>, dnsMutation: Map<string, Counts>,
 * }} measured
 */
export function fidelityPage({ seeds, pods, every, clients, form, mutation, client, dnsMutation }) {
  return `<!-- Written by scripts/fidelity.js; do not edit. -->

# How faithful the facts are

Real clients printed the captures, and what they printed them from is known. Each value of that truth that a text shows is
compared with the facts that \`readFacts\` gives for the text alone.

- Seeds ${seeds.join(', ')}; ${pods} pods each; kubectl ${clients.join(', ')}; every ${every}. capture for each kind of dirt.
- Recall is right / (right + missing + wrong), precision right / (right + wrong + extra).
- **Withheld** values were read, but leave the program only as \`<redacted>\`, because their name or form is that of a
  secret: connection strings, keys, certificates. They count neither as right nor as wrong.
- A text in which nothing but log entries is recognized is read as a log file, as it would be by its name in a bundle.
- A description that lost its head names no object, so nothing of it is compared.

## kubectl, clean, by form

${tableOf(form)}

## kubectl, by what happened to the text

${tableOf(mutation)}

## Lookups, clean, by client

${tableOf(client)}

## Lookups, by what happened to the text

${tableOf(dnsMutation)}

## Known misses

The first three no reader of the text alone could avoid; the others are limits of today's parsers:

- The name asked for, where the command is not there and the answer only has the name that a search list completed
  (\`kubernetes.default\` became \`kubernetes.default.svc.cluster.local\`).
- The addresses of a BusyBox lookup that ended in \`Parse error\`.
- dig repeats the name asked for even where no server answered; the truth does not expect it, so it counts as extra.
- Rows of workloads, services and config maps that lost the heading above them.
`;
}

/** @param {Map<string, Counts>} table */
function tableOf(table) {
  const rows = [...table].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, counts]) => row(name, counts));
  return [...HEAD, ...rows].join('\n');
}

const HEAD = [
  '| | recall | precision | right | missing | wrong | extra | withheld |',
  '| --- | --: | --: | --: | --: | --: | --: | --: |',
];

/**
 * @param {string} name
 * @param {Counts} counts
 */
function row(name, { right, missing, wrong, extra, withheld }) {
  const recall = rate(right, right + missing + wrong);
  const precision = rate(right, right + wrong + extra);
  return `| ${name} | ${recall} | ${precision} | ${right} | ${missing} | ${wrong} | ${extra} | ${withheld} |`;
}

/**
 * @param {number} part
 * @param {number} all
 */
const rate = (part, all) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(2)} %`);
