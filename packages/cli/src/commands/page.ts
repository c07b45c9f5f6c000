import { readFile } from 'node:fs/promises';
import type { ExitCode } from '../exit-code.ts';
import { ownFile } from '../own-files.ts';
import { print, type Terminal } from '../terminal.ts';
import { writeWhole } from '../write-file.ts';

const PAGE = ownFile('dist/page/referto.html');

/** `page`: writes the page that analyzes, in a browser and without a network, what is dropped on it. */
export async function writePage(output: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const page = await readFile(PAGE, 'utf8');
  if (output === '-') {
    await print(terminal.stdout, page);
    return 0;
  }
  const file = output ?? 'referto.html';
  await writeWhole(file, page);
  await print(terminal.stderr, `${file} is written; open it in a browser, and drop a bundle on it\n`);
  return 0;
}
