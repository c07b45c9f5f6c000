// @ts-check
// Writes docs/rules: a page for each shipped rule, their index, and which rules speak in whose cases;
// and adds new ids to docs/rule-ids.md. Needs a build.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { parse } from 'yaml';
import { withRuleIds } from './rule-ids.js';
import { ROOT } from './run-command.js';

const FOLDER = join(ROOT, 'docs/rules');
const NOTE = '<!-- Generated from packages/rules/rules by scripts/write-rule-docs.js; do not edit. -->\n\n';

const load = (path) => import(pathToFileURL(join(ROOT, path)).href);
const { rulePage } = await load('packages/core/dist/rules/rule-page.js');
const { prose } = await load('packages/core/dist/rules/page-text.js');
const { readRuleTests } = await load('packages/core/dist/rules/node/read-rules.js');
const { rules, rulesDirectory } = await load('packages/rules/dist/index.js');

const pages = new Map(rules.rules.map((rule) => [`${rule.id}.md`, rulePage(rule)]));
pages.set('README.md', index(rules.rules));
pages.set('cases.md', matrix(await readRuleTests(rulesDirectory)));
for (const [path, text] of pages) await writePage(join(FOLDER, path), text);
for (const path of await readdir(FOLDER, { recursive: true })) {
  if (path.endsWith('.md') && !pages.has(path.replaceAll('\\', '/'))) await rm(join(FOLDER, path));
}

const idsPage = join(ROOT, 'docs/rule-ids.md');
await writePage(idsPage, withRuleIds(await readFile(idsPage, 'utf8'), rules.rules), '');

/** A list for each folder of rules. */
function index(all) {
  const folders = [...new Set(all.map(({ id }) => dirname(id)))];
  const lists = folders.map((folder) => {
    const entries = all.filter(({ id }) => dirname(id) === folder).flatMap(entry);
    return `## ${folder}\n\n${entries.join('\n')}\n`;
  });
  return `# Rules\n\nWhat Referto knows: each error with its causes. [Their cases](cases.md).\n\n${lists.join('\n')}`;
}

function entry({ id, title, causes }) {
  return [`- [${prose(title)}](${id}.md)`, ...causes.map((cause) => `  - ${prose(cause.title)} (\`${cause.id}\`)`)];
}

/** How many cases of each rule show which rules; the tests hold every case to that, and to silence of all others. */
function matrix(files) {
  const tests = files.map(({ path, text }) => ({ id: path.replace('.test.yaml', ''), ...parse(text) }));
  const rows = tests.map(({ id, finds, ignores }, row) => {
    const cases = [...finds, ...ignores];
    const shown = (other) => cases.filter(({ also = [] }) => also.includes(other)).length;
    const cells = tests.map((other, column) => (row === column ? `**${finds.length}**` : shown(other.id) || ''));
    return `| ${row + 1} | [${id}](${id}.md) | ${finds.length} | ${ignores.length} | ${cells.join(' | ')} |`;
  });
  const total = tests.reduce((sum, { finds, ignores }) => sum + finds.length + ignores.length, 0);
  const numbers = tests.map((_, column) => column + 1);
  return `# Who speaks in whose cases

Every rule has cases in which it is found, and cases that it ignores. All rules are judged over each of the ${total} cases:
where another one is reported too, the case names it, and the number stands below its column; all others are silent there.

|  | rule | finds | ignores | ${numbers.join(' | ')} |
|--|--|--|--|${numbers.map(() => '--|').join('')}
${rows.join('\n')}
`;
}

/** Writes a page where it is not as it is already, so that a check can tell what was stale. */
async function writePage(path, text, note = NOTE) {
  const options = { ...(await prettier.resolveConfig(path)), parser: 'markdown' };
  const page = await prettier.format(note + text, options);
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === page) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, page);
  console.log(`${relative(ROOT, path)} written`);
}
