import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ruleSkeleton, type RulePack } from '@referto/core';
import type { ExitCode } from '../exit-code.ts';
import { ownFile } from '../own-files.ts';
import { packsBeside } from '../rule-folder.ts';
import { print, type Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** What `rules new` was asked to do. */
export interface NewRuleRequest {
  /** `FOLDER/NAME` */
  readonly id: string;
  /** The folder of rules that it goes to. */
  readonly into: string;
  /** Languages that it gets words in. */
  readonly locales: readonly string[];
}

/** `rules new FOLDER/NAME`: the files of a rule to fill in, and beside the folders the schemas that editors use. */
export async function newRule({ id, into, locales }: NewRuleRequest, terminal: Terminal): Promise<ExitCode> {
  if (!ID.test(id)) throw new UsageError(`${id}: an id is FOLDER/NAME in lower-case words joined by hyphens`);
  const wrong = locales.find((one) => !LANGUAGE.test(one));
  if (wrong !== undefined) throw new UsageError(`--locale ${wrong}: a language is it, pt-BR and the like`);
  const packs = await packsBeside(resolve(into));
  refuseTaken(id, packs);
  // The rules of this program lie beside the schemas already.
  const isOwn = packs.length === 0;
  const files = Object.entries(ruleSkeleton(id, locales));
  const written = files.map(([path, text]) => ({
    path: join(into, path),
    text: isOwn ? text.replace(/^#.*\n/, '') : text,
  }));
  for (const { path } of written) {
    if (await exists(path)) throw new UsageError(`${path} is there already; nothing was written`);
  }
  await mkdir(dirname(join(into, id)), { recursive: true });
  for (const { path, text } of written) await writeFile(path, text, { flag: 'wx' });
  const schemas = isOwn ? [] : await writeSchemas(into, locales.length > 0);
  const lines = [...written.map(({ path }) => path), ...schemas].map((path) => `${path}\n`);
  await print(terminal.stdout, lines.join(''));
  await print(
    terminal.stderr,
    `fill them in; referto rules lint ${into} says what is left, referto rules test ${into} tries them\n`,
  );
  return 0;
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Z]{2})?$/;

/** Ids of other packs are taken, and so are their folders. */
function refuseTaken(id: string, packs: readonly RulePack[]): void {
  const folder = `${id.split('/', 1)[0]}/`;
  for (const { name, rules } of packs) {
    if (rules.some((rule) => rule.id.startsWith(folder)))
      throw new UsageError(`the folder ${folder} belongs to ${name}; choose one of your own`);
  }
}

/** Schemas that are there stay as they are. */
async function writeSchemas(into: string, withTexts: boolean): Promise<readonly string[]> {
  const written: string[] = [];
  for (const name of ['rule', 'rule-test', ...(withTexts ? ['rule-texts'] : [])]) {
    const path = join(into, `${name}.schema.json`);
    if (await exists(path)) continue;
    await writeFile(path, await readFile(ownFile(`dist/schemas/${name}.schema.json`), 'utf8'), { flag: 'wx' });
    written.push(path);
  }
  return written;
}

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
