// @ts-check
// Writes packages/cli/dist/page/referto.html: one file that analyzes what is dropped on it, in a browser, without a network.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { ROOT } from './run-command.js';

const PAGE = join(ROOT, 'packages/cli/page');
const DIST = join(ROOT, 'packages/cli/dist/page');

const assets = await import(
  pathToFileURL(join(ROOT, 'packages/core/dist/reporters/html/html-assets.generated.js')).href
);
const read = (name) => readFile(join(PAGE, name), 'utf8');
const [template, css, script, words] = await Promise.all(
  ['page.html', 'page.css', 'page.client.js', 'page.words.json'].map(read),
);
const worker = await bundleWorker();

/** A page holds scripts as text: what would end an element is written in another way that means the same. */
const asElement = (code) => code.replaceAll(/<(?=\/script|!--)/g, String.raw`\x3c`);

const parts = { css, script: asElement(script), worker: asElement(worker), words: JSON.stringify(JSON.parse(words)) };
const page = template.replace(/\{\{(css|script|worker|words)\}\}/g, (_placeholder, name) => parts[name]);

/** Hash of what stands in an element, with the blanks that the template has around it. */
const hashIn = (element) => hashOf(page.split(`<${element}>`)[1].split(`</${element}>`)[0]);

const policy = [
  "default-src 'none'",
  "connect-src 'none'",
  `style-src '${hashIn('style')}' '${assets.REPORT_CSS_HASH}'`,
  `script-src '${hashIn('script')}' '${assets.REPORT_SCRIPT_HASH}'`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
await mkdir(DIST, { recursive: true });
await writeFile(
  join(DIST, 'referto.html'),
  page.replace('{{policy}}', () => policy),
);

async function bundleWorker() {
  const built = await rolldown({
    input: join(PAGE, 'page.worker.js'),
    platform: 'browser',
    // The rules name their folder, which a page does not have.
    transform: { define: { 'import.meta': '{}' } },
  });
  const { output } = await built.generate({ format: 'iife', minify: true, codeSplitting: false });
  await built.close();
  return output[0].code;
}

/** @param {string} text */
function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
