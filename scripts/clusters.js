// @ts-check
// `pnpm clusters [--seeds N] [--rounds N]`: makes N healthy clusters, each with a twin that has one fault, and every
// fault N times; judges what would be saved of them, and writes docs/diagnosis.md. `--save DIR` keeps the bundles that
// were misjudged, `--rules DIR` judges by other rules, `--only TEXT` plants only causes whose id holds the text.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import * as prettier from 'prettier';
import { readRules } from '@referto/core/node';
import { runnerImport } from 'vite';
import { diagnosisPage } from './diagnosis-page.js';
import { ROOT } from './run-command.js';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '2' },
    from: { type: 'string', default: '1' },
    rules: { type: 'string', default: join(ROOT, 'packages', 'rules', 'rules') },
    only: { type: 'string' },
    save: { type: 'string' },
    out: { type: 'string', default: join(ROOT, 'docs', 'diagnosis.md') },
  },
});

const load = async (/** @type {string} */ file) =>
  (await runnerImport(join(ROOT, 'fixtures', 'clusters', file), { root: ROOT, configFile: false, logLevel: 'error' }))
    .module;
const rules = [await readRules(values.rules, { trusted: true })];
const { make, measure } = await load('measure.ts');
const { savedFiles } = await load('saved-files.ts');

const extent = {
  healthy: Number(values.seeds),
  rounds: Number(values.rounds),
  from: Number(values.from),
  only: values.only,
};
const figures = await measure(rules, extent);
const page = diagnosisPage(figures, extent);
await writeFile(
  values.out,
  await prettier.format(page, { ...(await prettier.resolveConfig('package.json')), parser: 'markdown' }),
);
console.log(page.slice(0, page.indexOf('\n## By cause')));
console.log(`clusters: written to ${values.out}`);

for (const { seed, minor, plant, fault, said, traits } of figures.misses) {
  console.log(
    `${fault}  seed ${seed}, 1.${minor}  ${plant ? `${plant.id} (${plant.variant.slice(0, 80)})` : 'healthy'}  ${said}  [${traits.join('; ')}]`,
  );
  if (values.save === undefined) continue;
  const { cluster } = make(seed, plant, minor);
  for (const [path, text] of Object.entries(savedFiles(cluster))) {
    const file = join(values.save, String(seed), path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
