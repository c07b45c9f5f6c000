// @ts-check

/** The table of a measurement, in Markdown; a row without bars is a peer. */
export function tableOf(rows) {
  const head = ['workload', 'wall s', 'wall ratio', 'bar', 'CPU ratio', 'peak MiB', 'bar', 'kept'];
  const lines = rows.map(({ name, bars, ours, rate, isKept, planted }) => [
    name,
    shown(ours?.wall),
    shown(ours?.wallRatio),
    bars?.rate === undefined ? shown(bars?.wall) : `${shown(rate, 0)} of ${bars.rate} MiB/s`,
    shown(ours?.cpuRatio),
    shown(ours?.memory, 0),
    shown(bars?.memory, 0),
    isKept === undefined ? '' : `${isKept ? 'yes' : 'no'}${planted ? `; ${planted}` : ''}`,
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const shown = (value, digits = 2) => (value === undefined || Number.isNaN(value) ? '' : value.toFixed(digits));

/** The page that tells what was measured, and how to measure again. */
export const performancePage = (rows, { missing, machine, node, rounds }) => `# Performance

A bundle is read once, as a stream. Most of its bytes are log lines that no rule asks for, and those are not decoded: a
filter looks at four bytes at a time for the texts that rules need, whatever their number, and only lines that have them
are parsed. The yardstick is \`gzip -dc bundle.tgz > /dev/null\` in the same run; ratios are to its wall time and CPU,
medians of ${rounds} rounds (fewer for the largest) in which the programs take turns. The bundles are synthetic
(\`fixtures/bench\`). Rows that name a program are peers on the same bundle, with the literals of the shipped rules. Generated
rules are compiled before they are measured, as the shipped ones are.

Measured on ${machine}, Node ${node}.

${tableOf(rows)}
${missing.length === 0 ? '' : `\nNot measured this time: ${missing.map(({ name }) => name).join(', ')}.\n`}
## Measure again

\`\`\`sh
pnpm bench                            # everything; some 20 minutes and 3 GB of disk
pnpm bench --only 1gib,start          # some of it; prints the table only, writes the page too with --page
pnpm bench --rounds 9 --keep          # more rounds; keeps the bundles
\`\`\`

GNU time (\`/usr/bin/time\`) tells CPU and memory; without it there is only the wall.

## Find where time goes

\`\`\`sh
node --cpu-prof --cpu-prof-dir=profile packages/cli/bin/referto.js BUNDLE --json --fail-on never > report.json
\`\`\`

Open the file in \`profile\` with the performance panel of a Chromium browser. The program is joined into few files in
\`packages/cli/bundle\`; names of functions stay.

## What must not grow

Time is noisy, work is not: \`node scripts/check.js "counted work"\` counts the bytes that are copied and decoded, the
expressions that are run and the places where the filter has to look closer, for each MiB of a generated bundle, and fails
where one of them is more than 5 % above \`fixtures/bench/work-budget.json\`. \`node scripts/count-work.js --write\` sets
the budget anew.
`;
