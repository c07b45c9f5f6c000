import { join } from 'node:path';
import { lintRules, type RuleProblem } from '@referto/core';
import { readRuleFiles } from '@referto/core/node';
import { breakCommands, showControls } from '@referto/core/reporters';
import type { ExitCode } from '../exit-code.ts';
import { expressionSpeed, type Slowness } from '../expression-speed.ts';
import { packsBeside, ruleFolders, type RuleFolder } from '../rule-folder.ts';
import { rulePacks } from '../rule-packs.ts';
import { print, type Terminal } from '../terminal.ts';

/** What `rules lint` was asked to do. */
export interface LintRequest {
  /** Folders of rules, packages, and rule files. */
  readonly paths: readonly string[];
  /** Packs beside which they are used. */
  readonly rules: readonly string[];
  /** Languages that every rule must have words in. */
  readonly locales: readonly string[];
}

/** `rules lint PATH...`: faults of rules by file, line and column, one a line. */
export async function lintFolders({ paths, rules, locales }: LintRequest, terminal: Terminal): Promise<ExitCode> {
  const slowness = await expressionSpeed();
  if (!slowness) await print(terminal.stderr, NOT_CHECKED);
  let faults = 0;
  for (const folder of await ruleFolders(paths)) {
    const problems = await problemsOf(folder, { rules, locales, slowness });
    const lines = problems.map(
      ({ path, line, column, message }) => `${join(folder.shown, path)}:${line}:${column} ${message}\n`,
    );
    await print(terminal.stdout, breakCommands(showControls(lines.join(''))));
    faults += problems.length;
  }
  await print(terminal.stdout, faults === 0 ? 'no faults\n' : `${faults} ${faults === 1 ? 'fault' : 'faults'}\n`);
  return faults > 0 ? 1 : 0;
}

const NOT_CHECKED = `referto: recheck is not installed, so expressions were looked at by their form only, not for slow texts;
referto: npm install recheck --omit=optional, beside referto, adds that
`;

interface Linting extends Pick<LintRequest, 'rules' | 'locales'> {
  readonly slowness: Slowness | undefined;
}

async function problemsOf(folder: RuleFolder, { rules, locales, slowness }: Linting): Promise<readonly RuleProblem[]> {
  const own = await packsBeside(folder.folder);
  const packs = own.length > 0 ? await rulePacks(rules) : own;
  const problems = await lintRules(await readRuleFiles(folder.folder), {
    packs,
    locales,
    ...(slowness && { slowness }),
  });
  return folder.only ? problems.filter(({ path }) => folder.only?.has(path.split('.', 1)[0]!)) : problems;
}
