// @ts-check

/**
 * The page of reserved ids with those of the rules added that it lacks; what stands there stays, for an id that has been
 * released is never given another meaning.
 * @param {string} page
 * @param {readonly { id: string, causes: readonly { id: string }[] }[]} rules
 */
export function withRuleIds(page, rules) {
  const lines = page.split('\n');
  for (const { id, causes } of rules)
    addRow(
      lines,
      id,
      causes.map((cause) => `\`${cause.id}\``),
    );
  return lines.join('\n');
}

/** @param {string[]} lines @param {string} id @param {readonly string[]} causes */
function addRow(lines, id, causes) {
  const at = lines.findIndex((line) => cells(line)[0] === `\`${id}\``);
  if (at >= 0) {
    const reserved = (cells(lines[at])[1] ?? '').split(', ').filter((cause) => cause !== '');
    const missing = causes.filter((cause) => !reserved.includes(cause));
    if (missing.length > 0) lines[at] = row(id, [...reserved, ...missing]);
    return;
  }
  const folder = `\`${id.split('/', 1)[0]}/`;
  const last = lines.findLastIndex((line) => cells(line)[0]?.startsWith(folder));
  if (last >= 0) lines.splice(last + 1, 0, row(id, causes));
  else lines.push(`## ${id.split('/', 1)[0]}`, '', '| rule | causes |', '| -- | -- |', row(id, causes), '');
}

const row = (id, causes) => `| \`${id}\` | ${causes.join(', ')} |`;

const cells = (line = '') =>
  line.startsWith('|')
    ? line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
    : [];
