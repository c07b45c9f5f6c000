// @ts-check
// Writes docs/library.md from the declarations of core: what a program can import, with the comments beside it.
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as prettier from 'prettier';
import { ROOT } from './run-command.js';

const CORE = join(ROOT, 'packages/core');
const ENTRIES = [
  {
    name: '@referto/core',
    file: 'dist/index.d.ts',
    says: 'Reads bundles and judges rules. Runs in Node and in browsers.',
  },
  { name: '@referto/core/reporters', file: 'dist/reporters/index.d.ts', says: 'A report as text of some form.' },
  { name: '@referto/core/node', file: 'dist/rules/node/read-rules.d.ts', says: 'Reads rules from folders.' },
];

const HEAD = `<!-- Written by scripts/write-library-page.js; do not edit. -->

# The library

What a program can import. All of it is ESM; CommonJS may \`require\` it on Node 20.19 and later. Nothing is printed, nothing
is written to disk, and bad input does not throw: it becomes a note of the report.

The documents have JSON Schemas: \`@referto/core/report.schema.json\`, \`fact.schema.json\`, \`rule.schema.json\`,
\`rule-test.schema.json\`, \`rule-texts.schema.json\`, \`configuration.schema.json\`. What facts there are stands in
[fact-fields.md](fact-fields.md).
`;

async function entryPart({ name, file, says }) {
  const declared = await declarationsOf(join(CORE, file));
  const functions = declared.filter(({ code }) => /^export declare (?:function|const)/.test(code));
  const types = declared.filter((one) => !functions.includes(one));
  return [`## ${name}`, says, ...functions.map(describe), ...types.map(describe)].join('\n\n');
}

const describe = ({ name, doc, code }) =>
  `### ${name}\n\n${doc}\n\n\`\`\`ts\n${code.replace(/^export (?:declare )?/, '')}\n\`\`\``;

/** What a declaration file exports, by name; what it only hands on is looked up where it stands. */
async function declarationsOf(file) {
  const text = await readFile(file, 'utf8');
  const own = ownDeclarations(text);
  const handedOn = [...text.matchAll(/^export (?:type )?(\*|\{[^}]*\}) from '([^']+)';/gm)];
  const others = await Promise.all(
    handedOn.map(async ([, names = '', from = '']) => {
      const all = await declarationsOf(join(dirname(file), from.replace(/\.ts$/, '.d.ts')));
      if (names === '*') return all;
      const wanted = names
        .replace(/[{}]|\btype\b/g, '')
        .split(',')
        .map((one) => one.trim());
      return all.filter((one) => wanted.includes(one.name));
    }),
  );
  return [...own, ...others.flat()];
}

/** @param {string} text */
function ownDeclarations(text) {
  const found =
    /(?:\/\*\*((?:[^*]|\*(?!\/))*)\*\/\n)?(export (?:declare )?(?:function|const|class|interface|type) (\w+)[^]*?)(?=\n(?:export|\/\*\*|declare|\/\/|interface|type|$)|$)/g;
  return [...text.matchAll(found)].map(([, doc = '', code = '', name = '']) => ({
    name,
    doc: doc
      .replace(/^\s*\* ?/gm, '')
      .replace(/\s+/g, ' ')
      .trim(),
    code: code.trim(),
  }));
}

const parts = await Promise.all(ENTRIES.map(entryPart));
const options = { ...(await prettier.resolveConfig(join(ROOT, 'package.json'))), parser: 'markdown' };
await writeFile(join(ROOT, 'docs/library.md'), await prettier.format([HEAD, ...parts].join('\n'), options));
