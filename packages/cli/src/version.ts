import { readFileSync } from 'node:fs';
import { ownFile } from './own-files.ts';

const { version } = JSON.parse(readFileSync(ownFile('package.json'), 'utf8')) as {
  version: string;
};

/** The version of this program. */
export const VERSION: string = version;
