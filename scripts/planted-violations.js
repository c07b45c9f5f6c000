// @ts-check
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT, runNode } from './run-command.js';

const core = 'packages/core/src';
const statements = (count) => Array.from({ length: count }, (_, at) => `console.log(${at});\n`).join('');
const branches = Array.from({ length: 12 }, (_, at) => `  if (age === ${at}) return ${at + 1};\n`).join('');

/** What each stage may import of the others: values, or types only. */
const WALLS = {
  anonymity: { values: ['facts'] },
  bundle: {},
  captures: { values: ['facts', 'filter'], types: ['bundle'] },
  collection: { values: ['captures'], types: ['findings', 'report'] },
  context: { values: ['bundle', 'captures', 'facts', 'redaction'], types: ['findings', 'report'] },
  facts: { types: ['bundle'] },
  filter: {},
  findings: { values: ['facts', 'filter', 'rules'] },
  redaction: { values: ['facts'], types: ['bundle'] },
  report: { values: ['facts', 'findings'], types: ['bundle', 'captures', 'rules'] },
  reporters: { types: ['bundle', 'findings', 'report'] },
  rules: { values: ['facts', 'filter'] },
  suppressions: { values: ['findings', 'rules'], types: ['report'] },
  testing: { values: ['bundle', 'captures', 'facts', 'filter', 'findings', 'report', 'rules'] },
};

/** Code that must be refused: path, text, and the rule that refuses it. */
const VIOLATIONS = [
  [`${core}/bundle/disk.ts`, "import 'node:fs';\n", 'no-restricted-imports'],
  [`${core}/bundle/node/up.ts`, "import '../../facts/fact.ts';\n", 'no-restricted-imports'],
  [
    `${core}/captures/disk.ts`,
    "import { openDisk } from '../bundle/node/disk.ts';\nopenDisk();\n",
    'no-restricted-imports',
  ],
  [`${core}/captures/text/up.ts`, "import '../../rules/rule.ts';\n", 'no-restricted-imports'],
  [`${core}/findings/explain/up.ts`, "import '../../captures/capture.ts';\n", 'no-restricted-imports'],
  [`${core}/rules/node/up.ts`, "import '../../findings/finding.ts';\n", 'no-restricted-imports'],
  [`${core}/reporters/disk.ts`, "import 'node:fs';\n", 'no-restricted-imports'],
  [`${core}/disk.ts`, "import 'node:fs';\n", 'no-restricted-imports'],
  [`${core}/captures/buffer.ts`, "console.log(Buffer.from(''));\n", 'no-restricted-globals'],
  [`${core}/captures/process.ts`, 'console.log(process.env);\n', 'no-restricted-globals'],
  [`${core}/captures/code.ts`, "console.log(new Function('return 1'));\n", 'no-new-func'],
  ['packages/cli/src/deep.ts', "import '@referto/core/src/facts/fact.ts';\n", 'no-restricted-imports'],
  ['packages/cli/src/sideways.ts', "import '../../core/src/facts/fact.ts';\n", 'no-restricted-imports'],
  [`${core}/facts/chicken.ts`, "import './egg.ts';\n", 'no-cycle'],
  [`${core}/facts/egg.ts`, "import './chicken.ts';\n", 'no-cycle'],
  [`${core}/facts/barrel.ts`, "export * from './pod.ts';\n", 'no-barrel-file'],
  [`${core}/facts/default.ts`, 'export default 1;\n', 'no-default-export'],
  [`${core}/facts/long-file.ts`, statements(251), 'max-lines'],
  [`${core}/facts/long.test.ts`, statements(301), 'max-lines'],
  [`${core}/facts/long-function.ts`, `export function print() {\n${statements(50)}}\n`, 'max-lines-per-function'],
  [`${core}/facts/branches.ts`, `export function rank(age) {\n${branches}  return 0;\n}\n`, 'complexity'],
  [`${core}/facts/parameters.ts`, 'export const sum = (a, b, c, d) => a + b + c + d;\n', 'max-params'],
  [`${core}/facts/camelCase.ts`, 'export const pod = 1;\n', 'filename-case'],
];

/** What must pass: without it a rule that refuses everything would look like a wall. */
const ALLOWED = [
  [`${core}/facts/pod.ts`, 'export const pod = 1;\n'],
  [`${core}/bundle/node/disk.ts`, "import { open } from 'node:fs';\nexport const openDisk = open;\n"],
  [`${core}/captures/good.ts`, "import { pod } from '../facts/pod.ts';\nexport const name = pod;\n"],
  [`${core}/captures/good.test.ts`, "import { open } from 'node:fs';\nexport const name = open;\n"],
];

/** Every import between two stages, as a value and as a type, and whether it is open. */
const CROSSINGS = Object.entries(WALLS).flatMap(([from, { values = [], types = [] }]) =>
  Object.keys(WALLS)
    .filter((to) => to !== from)
    .flatMap((to) => [
      [
        `${core}/${from}/value-of-${to}.ts`,
        `import { pod } from '../${to}/pod.ts';\nexport const name = pod;\n`,
        values.includes(to),
      ],
      [
        `${core}/${from}/type-of-${to}.ts`,
        `import type { Pod } from '../${to}/pod.ts';\nexport type Name = Pod;\n`,
        [...values, ...types].includes(to),
      ],
    ]),
);

/** Lints code that breaks every wall, apart from the tree, and tells which walls let it pass. */
export async function checkPlantedViolations() {
  const folder = await mkdtemp(join(tmpdir(), 'referto-planted-'));
  const refused = [
    ...VIOLATIONS,
    ...CROSSINGS.filter(([, , open]) => !open).map(([path, text]) => [path, text, 'no-restricted-imports']),
  ];
  const allowed = [...ALLOWED, ...CROSSINGS.filter(([, , open]) => open)];
  try {
    await cp(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    for (const [path, text] of [...refused, ...allowed]) await plant(join(folder, path), text);
    const oxlint = join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const { output } = await runNode([oxlint, '--format', 'unix'], { cwd: folder });
    const lines = output.replaceAll('\\', '/').split('\n');
    const blames = (path, rule) => lines.some((line) => line.startsWith(`${path}:`) && line.includes(rule));
    return [
      ...(await unknownStages()),
      ...refused
        .filter(([path, , rule]) => !blames(path, `(${rule})`))
        .map(([path, , rule]) => `${path}: ${rule} let it pass`),
      ...allowed.filter(([path]) => blames(path, '')).map(([path]) => `${path}: refused, but it is allowed`),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A new folder has no wall until it stands in WALLS, and in .oxlintrc.json. */
async function unknownStages() {
  const entries = await readdir(join(ROOT, core), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !Object.hasOwn(WALLS, entry.name))
    .map(({ name }) => `${core}/${name}: a stage without walls`);
}

/** @param {string} path @param {string} text */
async function plant(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
