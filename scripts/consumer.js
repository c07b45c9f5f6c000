// @ts-check
// Installs the packed library and rules into an empty project, and uses them from JavaScript and TypeScript there.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runNode, runNpm } from './run-command.js';

const JAVASCRIPT = `
import { analyze, readFacts } from '@referto/core';
import { rules } from '@referto/rules';

const report = await analyze('bundle', { rules: [rules] });
const [finding] = report.findings;
console.log(finding.rule, finding.causes[0].id, finding.causes[0].verdict);
const [pod] = readFacts('NAMESPACE   NAME    READY   STATUS             RESTARTS   AGE\\nshop        web-0   0/1     CrashLoopBackOff   7          41m\\n', { path: 'pods.txt' });
console.log(pod.kind, pod.namespace, pod.name, pod.status, pod.restarts, pod.origin.line);
`;

const TYPESCRIPT = `
import { analyze, readFacts, type Fact, type Finding, type Report, type Verdict } from '@referto/core';
import { textReporter } from '@referto/core/reporters';
import { rules } from '@referto/rules';

const report: Report = await analyze('bundle', { rules: [rules], locale: 'it' });
const causes: Verdict[] = report.findings.flatMap((finding: Finding) => finding.causes.map((cause) => cause.verdict));
const facts: readonly Fact[] = readFacts('** server can\\'t find mcr.microsoft.com: NXDOMAIN');
for (const fact of facts) if (fact.kind === 'dns-lookup') console.log(fact.query, fact.result);
console.log(causes.join(' '), textReporter(report).length > 0);
`;

/** What CommonJS sees: Node loads modules for it. */
const COMMONJS = `
const { readFacts } = require('@referto/core');
const { rules } = require('@referto/rules');
console.log(readFacts("** server can't find mcr.microsoft.com: NXDOMAIN")[0].result, rules.name);
`;

const TSCONFIG = {
  compilerOptions: {
    module: 'nodenext',
    target: 'es2023',
    strict: true,
    noEmit: false,
    outDir: 'out',
    types: [],
    lib: ['es2023', 'dom'],
  },
  files: ['use.ts', 'readme.ts'],
};

/** Complaints about what a stranger's project sees of the published packages. */
export async function checkConsumer() {
  const project = await mkdtemp(join(tmpdir(), 'consumer-'));
  try {
    for (const name of ['core', 'rules']) {
      const { code, output } = await runNpm(['pack', '--pack-destination', project], {
        cwd: join(ROOT, 'packages', name),
      });
      if (code !== 0) return [`npm pack ${name}: ${output}`];
    }
    const packed = (await readdir(project)).filter((name) => name.endsWith('.tgz')).map((name) => `./${name}`);
    await cp('fixtures/bundles/example/bundle', join(project, 'bundle'), { recursive: true });
    await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await writeFile(join(project, 'use.js'), JAVASCRIPT);
    await writeFile(join(project, 'use.ts'), TYPESCRIPT);
    await writeFile(join(project, 'use.cjs'), COMMONJS);
    await writeFile(join(project, 'readme.ts'), `${await snippetOf('README.md')}\nexport {};\n`);
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    return await use(project, packed);
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

/** @param {string} project @param {readonly string[]} packed */
async function use(project, packed) {
  const installed = await runNpm(['install', '--no-audit', '--no-fund', ...packed], { cwd: project });
  if (installed.code !== 0) return [installed.output];
  const compiled = await runNode([join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], { cwd: project });
  if (compiled.code !== 0) return [`TypeScript of a consumer: ${compiled.output}`];
  return [
    ...(await expectOutput(project, 'use.js', [
      'aks-extensions/critical-addons-only all-node-pools-tainted confirmed',
      'pod shop web-0 CrashLoopBackOff 7 2',
    ])),
    ...(await expectOutput(project, 'out/use.js', [
      'mcr.microsoft.com NXDOMAIN',
      'confirmed confirmed possible possible possible confirmed possible possible possible possible possible possible possible true',
    ])),
    ...(await expectOutput(project, 'use.cjs', ['NXDOMAIN @referto/rules'])),
    ...(await expectStart(
      project,
      'out/readme.js',
      'aks-extensions/critical-addons-only all-node-pools-tainted confirmed',
    )),
  ];
}

/** The first TypeScript block of a page, as its reader would try it on a bundle of theirs. */
async function snippetOf(page) {
  const [, code = ''] = /```ts\n([^]*?)```/.exec(await readFile(join(ROOT, page), 'utf8')) ?? [];
  return code.replaceAll("'ticket.tgz'", "'bundle'");
}

async function expectStart(project, file, line) {
  const { code, output } = await runNode([file], { cwd: project });
  return code === 0 && output.startsWith(`${line}\n`) ? [] : [`${file} gave (${code}):\n${output}`];
}

/** @param {string} project @param {string} file @param {readonly string[]} lines */
async function expectOutput(project, file, lines) {
  const { code, output } = await runNode([file], { cwd: project });
  return code === 0 && output.trim() === lines.join('\n')
    ? []
    : [`${file} gave (${code}):\n${output}\ninstead of:\n${lines.join('\n')}`];
}
