// @ts-check
// `pnpm screenshots`: pictures of the HTML report on the example and of the drop page, into docs/images. Needs a Chromium.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM, launchOptions } from './chromium.js';
import { ROOT, runNode } from './run-command.js';

const IMAGES = join(ROOT, 'docs/images');
const EXAMPLE = join(ROOT, 'fixtures/bundles/example/bundle');
const PAGE = join(ROOT, 'packages/cli/dist/page/referto.html');
const WIDE = { width: 800, height: 1280 };

if (CHROMIUM === undefined) {
  console.error('There is no Chromium here: install one, or name it in CHROMIUM.');
  process.exit(2);
}

const folder = await mkdtemp(join(tmpdir(), 'referto-pictures-'));
const browser = await chromium.launch(launchOptions());
try {
  await mkdir(IMAGES, { recursive: true });
  const report = join(folder, 'report.html');
  const program = join(ROOT, 'packages/cli/bin/referto.js');
  await runNode([program, EXAMPLE, '--format', 'html', '-o', report, '--fail-on', 'never']);
  await picture('report-light', report, { viewport: WIDE, colorScheme: 'light' });
  await picture('report-dark', report, { viewport: WIDE, colorScheme: 'dark' });
  await picture('report-narrow', report, { viewport: { width: 400, height: 900 }, colorScheme: 'light' });
  await picture('page', PAGE, { viewport: { width: 800, height: 420 }, colorScheme: 'light', locale: 'en-US' });
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}

/**
 * @param {string} name
 * @param {string} file
 * @param {import('playwright-core').BrowserContextOptions} options
 */
async function picture(name, file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  await context.close();
}
