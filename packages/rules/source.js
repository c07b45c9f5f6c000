// The rules straight from their folder, for tests and types inside this repository; what is published is built from it
// by scripts/build-rules.js.
import { readFile } from 'node:fs/promises';
import { readRules } from '@referto/core/node';

const { name, version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

export const rulesDirectory = new URL('rules/', import.meta.url);
export const rules = await readRules(rulesDirectory, { name, version, trusted: true });
